namespace CiAnon.Reporting;

/// <summary>The outcome in words that need no explanation; the same in every format.</summary>
public static class Verdict
{
    public static string Title(ComplianceReport report)
    {
        if (report.Status == ReportStatus.Failed) return "Failed: nothing was published";
        return IsPseudonymized(report) ? "Pseudonymized, verified and published" : "Anonymized, verified and published";
    }

    public static string Sentence(ComplianceReport report) => report.Status == ReportStatus.Passed ? Passed(report) : Failed(report);

    /// <summary>A given key: whoever holds it can link the output to the originals.</summary>
    public static bool IsPseudonymized(ComplianceReport report) => report.Key.Fingerprint is not null;

    public static IEnumerable<(TableSection Table, ColumnSection Column)> Columns(ComplianceReport report, string decision) =>
        report.Tables.SelectMany(table => table.Columns.Where(column => column.Decision == decision).Select(column => (table, column)));

    private static string Passed(ComplianceReport report)
    {
        var masked = Columns(report, "masked").ToList();
        var tables = masked.Select(pair => pair.Table).Distinct().Count();
        var what = masked.Count == 0
            ? "No column was replaced."
            : $"The values of {ReportWords.Count(masked.Count, "column")} in {ReportWords.Count(tables, "table")} were replaced.";
        var kept = Columns(report, "kept").Count();
        var decided = kept == 0 ? "" : $" {ReportWords.Count(kept, "column")} came through unchanged by decision of the policy.";
        var other = report.Checks.Count(check => !ReportWords.HasPassed(check));
        var checks = other == 0 ? $"All {report.Checks.Count} checks passed" : $"{report.Checks.Count - other} checks passed and {other} had nothing to check";
        return $"{what}{decided} {checks}, and the result was published as {report.Output?.Name}. {Key(report)}";
    }

    private static string Key(ComplianceReport report) => IsPseudonymized(report)
        ? "Whoever holds the key can still link values to people: the result remains personal data."
        : "The key behind the replacements was never stored and is gone.";

    /// <summary>Why a run failed, in a few words for the end of a log.</summary>
    public static string InShort(ComplianceReport report) => FailedChecks(report) is { Count: > 0 } failed
        ? $"{failed.Count} of {report.Checks.Count} checks failed ({string.Join(", ", failed)})"
        : "the run stopped before the result could be checked";

    private static List<string> FailedChecks(ComplianceReport report) => [.. report.Checks.Where(check => check.Status == "failed").Select(check => check.Id)];

    private static string Failed(ComplianceReport report)
    {
        var failed = FailedChecks(report);
        var what = failed.Count == 0
            ? "The run stopped before the result could be checked."
            : $"{failed.Count} of {ReportWords.Count(report.Checks.Count, "check")} failed: {string.Join(", ", failed)}.";
        return $"{what} No new dump left the sandbox. A dump that an earlier run published is unchanged, but this report doesn't vouch for it.";
    }
}
