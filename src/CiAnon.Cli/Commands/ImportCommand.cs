using System.CommandLine;
using System.Text;
using CiAnon.Audits;
using CiAnon.Diagnostics;
using CiAnon.Hosts;
using CiAnon.Publishing;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon import FILE</c>: writes another tool's rules as a policy of ours.</summary>
internal static class ImportCommand
{
    public static Command Create(Session session)
    {
        var file = new Argument<string>("file") { Description = "Another tool's configuration, a .sql file of security labels, or a dump that holds some." };
        var from = new Option<string?>("--from") { HelpName = "TOOL", Description = $"The tool whose file it is: {string.Join(", ", PolicyImport.Tools)}. Default: what the file's shape tells" };
        var output = new Option<string>("--output", "-o")
        {
            HelpName = "FILE",
            DefaultValueFactory = _ => "ci-anon.yml",
            Description = "The policy. One that wasn't imported is never overwritten. Default: ci-anon.yml",
        };
        OneOf.Require(from, PolicyImport.Tools);
        var command = new Command("import", "Write another tool's rules as a policy, and say what doesn't carry over exactly. Needs no server.") { file, from, output };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(from), parsed.GetValue(output)!, session));
        return command;
    }

    private static int Run(string file, string? from, string output, Session session)
    {
        var import = PolicyImport.Make(file, from, session.Environment, DateOnly.FromDateTime(DateTime.UtcNow));
        if (File.Exists(output) && File.ReadAllText(output) is { Length: > 0 } existing && !existing.StartsWith(PolicyImport.FirstWords, StringComparison.Ordinal))
            throw new CiAnonException(DiagnosticCodes.Usage, $"{output} exists and wasn't imported: name another file with --output");
        new RenderedFile(Path.GetFullPath(output), Encoding.UTF8.GetBytes(import.Text)).Write();
        foreach (var diagnostic in import.Diagnostics) session.Print(diagnostic);
        session.Out.WriteLine(Printable.Line($"{output}: read {file} as {import.Tool}'s file: {import.Summary}."));
        session.Out.WriteLine($"Next: decide on what says \"proposed:\", then ci-anon plan DUMP --policy {output}, of a live database ci-anon plan --source-env NAME --policy {output}");
        return (int)ExitCode.Done;
    }
}
