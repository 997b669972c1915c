using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;

namespace CiAnon.Cli;

/// <summary>Help, written from the same definitions that parse: usage, what it is for, options with their defaults, an example.</summary>
internal sealed class HelpScreen(Session session) : SynchronousCommandLineAction
{
    private const int Width = 100;

    private static readonly Dictionary<string, string[]> Examples = new()
    {
        ["ci-anon"] =
        [
            "ci-anon plan prod.dump                              # what ci-anon.yml would do, column by column",
            "ci-anon anonymize prod.dump --output anon.dump      # do it, and prove it",
            "ci-anon COMMAND --help",
        ],
        ["anonymize"] =
        [
            "ci-anon anonymize prod.dump --policy ci-anon.yml --output anon.dump",
            "ci-anon anonymize prod/ -o anon/ --jobs 8                         # a directory archive",
            "CIANON_KEY_FILE=key ci-anon anonymize prod.dump -o anon.dump      # the same pseudonyms every week",
        ],
        ["gdprify"] = ["ci-anon gdprify prod.dump --policy ci-anon.yml"],
        ["plan"] = ["ci-anon plan prod.dump --policy ci-anon.yml"],
        ["verify"] =
        [
            "ci-anon verify anon.dump --policy ci-anon.yml                        # any dump, made by any tool",
            "ci-anon verify anon.dump --against prod.dump --report verdict.json   # value by value",
        ],
        ["strategies"] = ["ci-anon strategies", "ci-anon strategies email"],
        ["schema"] = ["ci-anon schema policy > policy.schema.json"],
        ["visibility"] = ["ci-anon github visibility     # before the first row is read"],
        ["check-run"] = ["ci-anon github check-run anon.report.json"],
        ["release"] = ["ci-anon github release anon.report.json --tag anonymized"],
        ["prune"] =
        [
            "ci-anon github prune --name anonymized --keep 4 --older-than 30 --dry-run",
            "ci-anon github prune --name anonymized --older-than 7 --reports",
        ],
        ["purge"] = ["ci-anon purge /srv/anonymized --dry-run"],
        ["key"] = ["ci-anon key new > key     # keep it as a secret of your CI, never in git"],
    };

    public override int Invoke(ParseResult parseResult) => Print(parseResult.CommandResult.Command, session);

    public static int Print(Command command, Session session)
    {
        session.Out.Write(Text(command));
        return 0;
    }

    public static string Text(Command command)
    {
        var text = new StringBuilder();
        text.Append(command.Description).Append("\n\nUsage: ").Append(Usage(command)).Append('\n');
        Section(text, "Commands", command.Subcommands.Where(sub => !sub.Hidden).Select(sub => ($"{sub.Name}{Arguments(sub)}", sub.Description ?? "")));
        Section(text, "Arguments", command.Arguments.Select(argument => ($"<{argument.Name}>", argument.Description ?? "")));
        Section(text, "Options", command.Options.Where(option => !option.Hidden).Select(option => (Name(option), Describe(option))));
        if (Examples.TryGetValue(command is RootCommand ? "ci-anon" : command.Name, out var examples))
            text.Append("\nExamples:\n").AppendJoin("", examples.Select(example => $"  {example}\n"));
        if (command is RootCommand) text.Append(ExitCodes);
        return text.ToString();
    }

    private const string ExitCodes = """

        Exit codes:
          0  done and proven                       4    the environment: PostgreSQL, disk, permissions
          1  a check failed, nothing published     70   a bug of ours
          2  wrong usage or policy                 130  cancelled
          3  the dump can't be read

        """;

    private static string Usage(Command command)
    {
        var rest = command.Subcommands.Count > 0 ? " <command>" : Arguments(command);
        return $"{CommandDocs.Name(command)}{rest}{(command.Options.Any(option => option is not HelpOption) ? " [options]" : "")}";
    }

    private static string Arguments(Command command) =>
        string.Concat(command.Arguments.Select(argument => argument.Arity.MinimumNumberOfValues == 0 ? $" [{argument.Name}]" : $" <{argument.Name}>"));

    private static string Name(Option option)
    {
        var names = option.Aliases.Where(alias => alias.StartsWith('-') && alias.Length == 2 && alias != "-?").Append(option.Name);
        return string.Join(", ", names) + (option.HelpName is { } value ? $" {value}" : "");
    }

    private static string Describe(Option option)
    {
        if (option is HelpOption) return "Show this help.";
        if (option is VersionOption) return "Show the version.";
        return option.Description ?? "";
    }

    private static void Section(StringBuilder text, string title, IEnumerable<(string Name, string Description)> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0) return;
        var indent = Math.Min(34, all.Max(line => line.Name.Length) + 4);
        text.Append('\n').Append(title).Append(":\n");
        foreach (var (name, description) in all)
        {
            text.Append("  ").Append(name.PadRight(indent - 2));
            var column = indent;
            if (name.Length >= indent - 2) text.Append('\n').Append(' ', indent);
            foreach (var word in description.Split(' '))
            {
                if (column + word.Length > Width)
                {
                    text.Length--;
                    text.Append('\n').Append(' ', indent);
                    column = indent;
                }
                text.Append(word).Append(' ');
                column += word.Length + 1;
            }
            text.Length--;
            text.Append('\n');
        }
    }
}
