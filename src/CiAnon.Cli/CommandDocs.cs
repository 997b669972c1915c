using System.CommandLine;
using System.Text;

namespace CiAnon.Cli;

/// <summary>docs/cli.md, from the definitions that parse and that --help prints.</summary>
internal static class CommandDocs
{
    public static string Markdown(RootCommand root)
    {
        var text = new StringBuilder();
        text.Append("""
            # The command

            <!-- Generated from the command's definitions by the tests (UPDATE_SNAPSHOTS=1). -->

            Results go to standard output, errors and progress to standard error. An error is one line,
            `ci-anon.yml(12,7): error CIANON1203: what is wrong and what to do`; [diagnostics.md](diagnostics.md) lists them all.
            In a pipe there are no control characters; on a terminal `NO_COLOR` turns colours off.

            """);
        foreach (var command in All(root))
        {
            text.Append($"\n## `{Name(command)}`\n\n```\n").Append(HelpScreen.Text(command)).Append("```\n");
        }
        return text.ToString();
    }

    /// <summary>The command and all below it, in the order of the help.</summary>
    public static IEnumerable<Command> All(Command command) =>
        command.Subcommands.Where(sub => !sub.Hidden).SelectMany(All).Prepend(command);

    public static string Name(Command command) => string.Join(' ', Path(command));

    private static IEnumerable<string> Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? [.. Path(parent), command.Name] : ["ci-anon"];
}
