using System.CommandLine;
using System.Text;
using CiAnon.Audits.Proposals;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Hosts;
using CiAnon.Publishing;
using CiAnon.Reporting;
using CiAnon.Stages;
using CiAnon.Strategies;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon init DUMP</c>: finds personal data and writes a policy that works.</summary>
internal static class InitCommand
{
    public static Command Create(Session session)
    {
        var dump = new Argument<string>("dump") { Description = RunOptions.DumpDescription };
        var output = new Option<string>("--output", "-o", "--policy")
        {
            HelpName = "FILE",
            DefaultValueFactory = _ => "ci-anon.yml",
            Description = "The policy. If it exists, its decisions stay and only columns without one are added. Default: ci-anon.yml",
        };
        var locale = new Option<string?>("--locale")
        {
            HelpName = "NAME",
            Description = "Locale of invented names, addresses and phone numbers in a policy without rules or a locale. Default: what the dump's names and values speak of, else en",
        };
        var database = RunOptions.DatabaseOption();
        var expansion = RunOptions.MaxExpansionOption();
        var command = new Command("init", "Find personal data in a dump and write a commented policy that works. Needs no server.") { dump, output, locale, database, expansion };
        command.SetAction(parsed => Run(parsed.GetValue(dump)!, parsed.GetValue(output)!, parsed.GetValue(locale), parsed.GetValue(database), RunOptions.ReadMaxExpansion(parsed, expansion), session));
        return command;
    }

    private static int Run(string dumpPath, string policyPath, string? locale, string? database, int maxExpansion, Session session)
    {
        if (locale is not null && Locales.Problem(locale) is { } problem) throw new CiAnonException(DiagnosticCodes.Usage, $"--locale: {problem}");
        var existing = File.Exists(policyPath) ? File.ReadAllText(policyPath) : null;
        using var dump = DumpSource.Open(dumpPath, session.Input, workDirectory: null, session.Cancellation, maxExpansion, database);
        var starter = StarterPolicy.Make(dump, policyPath, existing, locale, session.Environment, DateOnly.FromDateTime(DateTime.UtcNow), session.Cancellation);
        if (starter.Text != existing) new RenderedFile(Path.GetFullPath(policyPath), Encoding.UTF8.GetBytes(starter.Text)).Write();
        Summarize(starter, dumpPath, database, policyPath, existing is not null, session.Out);
        return (int)ExitCode.Done;
    }

    private static void Summarize(StarterPolicy starter, string dumpPath, string? database, string path, bool existed, TextWriter text)
    {
        var added = starter.Added;
        if (existed && added.Count == 0 && starter.Left.Count == 0)
        {
            text.WriteLine($"{path}: every column has a decision; nothing was changed.");
            return;
        }
        text.WriteLine($"{path}: {(existed ? "kept as it was, and " : "")}rules for {ReportWords.Count(added.Count, "column")} of {ReportWords.Count(added.Select(proposal => proposal.Table).Distinct().Count(), "table")}, "
            + $"from {ReportWords.Count(starter.Rows, "row")} of {ReportWords.Count(starter.Tables, "table")}.");
        if (starter.Locale is { Why: { } why } locale) text.WriteLine($"Locale {locale.Locale}: {why}.");
        if (starter.Presets.Count > 0) text.WriteLine($"The dump has tables that presets know ({string.Join(", ", starter.Presets.Select(preset => preset.Name))}): the line \"# preset:\" in the file says how to use their rules.");
        text.WriteLine();
        text.WriteLine($"{"kind",-20}{"columns",8}{"masked",8}{"kept",8}{"proposed",10}");
        foreach (var kind in added.GroupBy(proposal => proposal.Verdict.Kind).OrderBy(group => group.Key is null).ThenBy(group => group.Key))
        {
            var title = kind.Key is { } named ? PersonalKinds.Of(named).Title : "not personal";
            var kept = kind.Count(proposal => proposal.Keeps);
            text.WriteLine($"{title,-20}{kind.Count(),8}{kind.Count() - kept,8}{kept,8}{kind.Count(proposal => proposal.NeedsCheck),10}");
        }
        text.WriteLine();
        foreach (var column in starter.Left) text.WriteLine(Printable.Line($"Nothing fits {column}, and its values look personal: decide by hand. Until then a run stops."));
        var checks = added.Count(proposal => proposal.NeedsCheck);
        var what = checks == 0 ? "read the file" : $"decide on the {(checks == 1 ? "line that says" : $"{checks} lines that say")} \"proposed:\" (in CI a run stops at {(checks == 1 ? "it" : "them")})";
        var output = dumpPath == StandardInput.Path ? "anon.dump" : $"anon-{Path.GetFileName(Path.TrimEndingDirectorySeparator(dumpPath))}";
        text.WriteLine(Printable.Line($"Next: {what}, then ci-anon anonymize {ShellWord(dumpPath)}{(database is null ? "" : $" --database {ShellWord(database)}")} --policy {ShellWord(path)} --output {ShellWord(output)}"));
    }

    private static string ShellWord(string text) =>
        text.All(character => char.IsLetterOrDigit(character) || "_-./+:=@%,".Contains(character)) ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
