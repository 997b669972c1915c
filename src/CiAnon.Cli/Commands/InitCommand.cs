using System.CommandLine;
using System.Text;
using CiAnon.Audits;
using CiAnon.Audits.Proposals;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Hosts;
using CiAnon.Publishing;
using CiAnon.Reporting;
using CiAnon.Stages;
using CiAnon.Strategies;

namespace CiAnon.Cli.Commands;

/// <summary><c>ci-anon init</c>: finds personal data in a dump or a live database and writes a policy that works.</summary>
internal sealed class InitCommand(Session session)
{
    private readonly RunOptions _options = new();

    private readonly Option<string> _output = new("--output", "-o", "--policy")
    {
        HelpName = "FILE",
        DefaultValueFactory = _ => "ci-anon.yml",
        Description = "The policy. If it exists, its decisions stay and only columns without one are added. Default: ci-anon.yml",
    };

    private readonly Option<string?> _locale = new("--locale")
    {
        HelpName = "NAME",
        Description = "Locale of invented names, addresses and phone numbers in a policy without rules or a locale. Default: what the dump's names and values speak of, else en",
    };

    public static Command Create(Session session)
    {
        var init = new InitCommand(session);
        var command = new Command("init", "Find personal data in a dump or a live database, and write a commented policy that works.");
        init._options.AddInitTo(command, init._output, init._locale);
        command.SetAction(init.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var (policyPath, locale) = (parsed.GetValue(_output)!, parsed.GetValue(_locale));
        if (locale is not null && Locales.Problem(locale) is { } problem) throw new CiAnonException(DiagnosticCodes.Usage, $"--locale: {problem}");
        var existing = File.Exists(policyPath) ? File.ReadAllText(policyPath) : null;
        var database = parsed.GetValue(_options.Database);
        using var dump = Open(parsed, database);
        var starter = StarterPolicy.Make(dump, policyPath, existing, locale, session.Environment, DateOnly.FromDateTime(DateTime.UtcNow), session.Cancellation);
        if (starter.Text != existing) new RenderedFile(Path.GetFullPath(policyPath), Encoding.UTF8.GetBytes(starter.Text)).Write();
        Summarize(starter, Told(parsed, database), policyPath, existing is not null, session.Out);
        return (int)ExitCode.Done;
    }

    private Dump Open(ParseResult parsed, string? database)
    {
        var path = parsed.GetValue(_options.Dump);
        var source = _options.Live.ReadSource(path, parsed, session);
        if (source is not null && database is not null) throw new CiAnonException(DiagnosticCodes.Usage, "a live database is one: --database takes one out of a script of a whole cluster, so leave it out");
        return source is not null
            ? DumpSource.OpenSample(source, DumpSurvey.RowsPerBlock, parsed.GetValue(_options.PostgresBin), session.Environment("PATH"), session.Cancellation)
            : DumpSource.Open(path!, session.Input, workDirectory: null, session.Cancellation, RunOptions.ReadMaxExpansion(parsed, _options.MaxExpansion), database);
    }

    // The next command's source, and the name of what it makes.
    private (string Arguments, string Output) Told(ParseResult parsed, string? database)
    {
        if (parsed.GetValue(_options.Live.Source) is { } variable) return ($"--source-env {ShellWord(variable)}", "anon.dump");
        var dump = parsed.GetValue(_options.Dump)!;
        return ($"{ShellWord(dump)}{(database is null ? "" : $" --database {ShellWord(database)}")}", dump == StandardInput.Path ? "anon.dump" : $"anon-{Path.GetFileName(Path.TrimEndingDirectorySeparator(dump))}");
    }

    private static void Summarize(StarterPolicy starter, (string Arguments, string Output) next, string path, bool existed, TextWriter text)
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
        if (starter.Presets.Count > 0) text.WriteLine($"There are tables that presets know ({string.Join(", ", starter.Presets.Select(preset => preset.Name))}): the line \"# preset:\" in the file says how to use their rules.");
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
        text.WriteLine(Printable.Line($"Next: {what}, then ci-anon anonymize {next.Arguments} --policy {ShellWord(path)} --output {ShellWord(next.Output)}"));
    }

    private static string ShellWord(string text) =>
        text.All(character => char.IsLetterOrDigit(character) || "_-./+:=@%,".Contains(character)) ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
