using CiAnon.Hosts;
using CiAnon.Publishing;
using CiAnon.Reporting;

namespace CiAnon.Cli.Terminal;

/// <summary>A report for a person at a terminal, and how a failed run ends there.</summary>
internal static class ReportSummary
{
    /// <param name="path">Where the report is.</param>
    public static void Print(ComplianceReport report, string path, Session session)
    {
        var width = session.Output.IsTerminal ? Summary.WidthOf(session.Out) : Summary.UsualWidth;
        foreach (var line in Lines(report, path, width)) session.Out.WriteLine(Printable.Line(line).TrimEnd());
    }

    /// <summary>The last lines of a run that failed: why in a few words, and where the rest stands.</summary>
    /// <param name="report">Null when the run stopped before there was one.</param>
    public static void PrintFailure(ComplianceReport? report, AnonymizeOptions options, TextWriter output)
    {
        if (report is null)
        {
            output.WriteLine("stopped: nothing was published, and no report was written");
            return;
        }
        output.WriteLine($"report   {Printable.Line(options.ReportPath ?? OutputPaths.ReportBeside(options.OutputPath!))}");
        output.WriteLine(Failure(report));
    }

    /// <summary>Tables and checks in lines of at most <paramref name="width"/> characters.</summary>
    internal static IEnumerable<string> Lines(ComplianceReport report, string path, int width)
    {
        yield return $"input    {report.Input.Name}, {Printable.Bytes(report.Input.Bytes)}, PostgreSQL {report.Input.ServerVersion ?? "of unknown version"}";
        yield return $"policy   {report.Policy.Name}";
        yield return $"run      {ReportWords.Time(report.StartedAt)}{(report.Ci is { } ci ? $", {string.Join(' ', new[] { ci.Host, ci.Repository, ci.Run }.OfType<string>())}" : "")}";
        yield return "";
        foreach (var line in Summary.Lines(report, width)) yield return line;
        foreach (var check in report.Checks.Where(check => check.Status == "failed"))
        {
            yield return $"failed   {check.Id}: {ReportWords.Count(check.Violations, "violation")}";
            foreach (var finding in check.Findings) yield return $"         {ReportWords.Place(finding)}: {finding.Detail}";
        }
        var skipped = report.Checks.Where(check => check.Status == "skipped").Select(check => check.Id).ToList();
        if (skipped.Count > 0) yield return $"skipped  {string.Join(", ", skipped)}";
        // A failed check's error repeats what stands above.
        foreach (var error in report.Errors.Where(_ => report.Checks.All(check => check.Status != "failed"))) yield return $"error    {error.Code}: {error.Message}";
        if (report.Output is { } made)
        {
            var published = PublishedFile.Of(made, Path.Combine(Path.GetDirectoryName(path) ?? "", made.Name));
            yield return $"dump     {published.Path}  {Printable.Bytes(published.Bytes)}, keep until {report.Retention.Until:yyyy-MM-dd}";
        }
        yield return Verdict(report);
    }

    private static string Verdict(ComplianceReport report) => report.Status == ReportStatus.Failed
        ? Failure(report)
        : $"passed in {Took(report)}: every check passed{(report.Output is null ? "" : ", dump published")}";

    private static string Failure(ComplianceReport report) =>
        $"failed in {Took(report)}: {Reporting.Verdict.InShort(report)}{(report.Mode == ReportMode.Anonymized ? "; nothing was published" : "")}";

    private static string Took(ComplianceReport report) => Printable.Seconds(report.FinishedAt - report.StartedAt);
}
