using System.Globalization;
using CiAnon.Reporting.Sections.Checks;

namespace CiAnon.Reporting.JUnit;

/// <summary>The report as a test suite: the run, each check, each table.</summary>
public static class ReportJUnit
{
    private const int MostLines = 200;

    public static JUnitSuite Suite(ComplianceReport report) => new(
        $"ci-anon {report.Input.Name}", report.StartedAt, (report.FinishedAt - report.StartedAt).TotalSeconds, Properties(report),
        [Run(report), .. report.Checks.Select(Check), .. Tables(report)]);

    private static List<KeyValuePair<string, string>> Properties(ComplianceReport report)
    {
        List<KeyValuePair<string, string>> properties =
        [
            new("ci-anon.version", report.Tool.Version),
            new("ci-anon.status", ReportWords.Status(report.Status)),
            new("ci-anon.key.mode", report.Key.Mode),
            new("ci-anon.input.sha256", report.Input.Sha256),
            new("ci-anon.policy.sha256", report.Policy.Sha256),
        ];
        if (report.Output is { } output) properties.Add(new("ci-anon.output.sha256", output.Sha256));
        return properties;
    }

    private static JUnitCase Run(ComplianceReport report)
    {
        var test = new JUnitCase("ci-anon.run", "the dump is anonymized, proven and published");
        if (report.Status == ReportStatus.Passed) return test;
        var message = report.Errors.Count == 0 ? "the run failed" : $"{report.Errors[0].Code}: {report.Errors[0].Message}";
        return test with
        {
            Failure = new JUnitFailure(report.Errors.Count == 0 ? "failed" : report.Errors[0].Code, message, Lines(report.Errors.Select(Line))),
        };
    }

    private static JUnitCase Check(CheckSection check)
    {
        var test = new JUnitCase("ci-anon.checks", $"{check.Id}: {check.Claim}");
        return check.Status switch
        {
            _ when ReportWords.IsUndeclared(check) => test with { Skipped = ReportWords.NothingDeclared },
            "skipped" => test with { Skipped = check.Note ?? "not reached" },
            "failed" => test with { Failure = new JUnitFailure(check.Id, Violations(check), Lines(check.Findings.Select(finding => Line(check, finding)))) },
            _ => test,
        };
    }

    private static IEnumerable<JUnitCase> Tables(ComplianceReport report)
    {
        var names = report.Tables.Select(ReportWords.FullName).ToHashSet(StringComparer.Ordinal);
        var findings = report.Checks.SelectMany(check => check.Findings.Select(finding => (Check: check, Finding: finding)))
            .ToLookup(pair => TableOf(pair.Finding.Object, names));
        var isReached = report.Checks.Any(check => check.Status != "skipped");
        foreach (var name in names)
        {
            var test = new JUnitCase("ci-anon.tables", name);
            var own = findings[name].ToList();
            if (own.Count > 0)
                test = test with { Failure = new JUnitFailure(own[0].Check.Id, $"{own[0].Check.Id}: {own[0].Finding.Detail}", Lines(own.Select(pair => Line(pair.Check, pair.Finding)))) };
            else if (!isReached)
                test = test with { Skipped = "not verified: the run stopped before" };
            yield return test;
        }
    }

    // An object is a table or schema.table.column; either part may hold dots.
    private static string TableOf(string name, HashSet<string> tables)
    {
        for (var end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
        {
            if (tables.Contains(name[..end])) return name[..end];
        }
        return "";
    }

    private static string Violations(CheckSection check) => check.Control is { } control && control.Found < control.Planted
        ? string.Create(CultureInfo.InvariantCulture, $"positive control: {control.Found} of {control.Planted} planted samples found")
        : string.Create(CultureInfo.InvariantCulture, $"{check.Violations} violations");

    private static string Line(CheckSection check, FindingSection finding) =>
        string.Create(CultureInfo.InvariantCulture, $"{check.Id}: {ReportWords.Place(finding)}: {finding.Detail}{(finding.Remedy is { } remedy ? $". {remedy}" : "")}");

    private static string Line(ErrorSection error) => $"{(error.File is null ? "" : $"{error.File}({error.Line},{error.Column}): ")}{error.Code}: {error.Message}";

    private static string Lines(IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return string.Join('\n', all.Count <= MostLines ? all : [.. all.Take(MostLines), $"… and {all.Count - MostLines} more: see the report"]);
    }
}
