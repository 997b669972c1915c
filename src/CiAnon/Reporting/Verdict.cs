namespace CiAnon.Reporting;

/// <summary>The outcome in words that need no explanation; the same in every format.</summary>
internal static class Verdict
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

    /// <summary>Columns that came through unchanged because a person decided so.</summary>
    public static IEnumerable<(TableSection Table, ColumnSection Column)> Kept(ComplianceReport report) =>
        Columns(report, "kept").Where(pair => pair.Column.Undecided is null);

    /// <summary>Columns whose rule was only proposed, be it to mask or to keep.</summary>
    public static IEnumerable<(TableSection Table, ColumnSection Column)> Undecided(ComplianceReport report) =>
        report.Tables.SelectMany(table => table.Columns.Where(column => column.Undecided is not null).Select(column => (table, column)));

    private static string Passed(ComplianceReport report)
    {
        var masked = Columns(report, "masked").ToList();
        var tables = masked.Select(pair => pair.Table).Distinct().Count();
        var what = masked.Count == 0
            ? "No column was replaced."
            : $"The values of {ReportWords.Count(masked.Count, "column")} in {ReportWords.Count(tables, "table")} were replaced.";
        var kept = Kept(report).Count();
        var decided = kept == 0 ? "" : $" {ReportWords.Count(kept, "column")} came through unchanged by decision of the policy.";
        var other = report.Checks.Count(check => !ReportWords.HasPassed(check));
        var checks = other == 0 ? $"All {report.Checks.Count} checks passed" : $"{report.Checks.Count - other} checks passed and {other} had nothing to check";
        var allowed = AllowedHits.Sentence(report) is { } hits ? " " + hits : "";
        return $"{what}{decided}{Open(report)}{allowed} {checks}, and the result was published as {report.Output?.Name}. {Key(report)}";
    }

    private static string Open(ComplianceReport report)
    {
        var open = Undecided(report).ToList();
        if (open.Count == 0) return "";
        var kept = open.Count(pair => pair.Column.Decision == "kept");
        return $" {ReportWords.Count(open.Count, "column")} {(open.Count == 1 ? "is" : "are")} undecided: their rules were proposed by a machine, and nobody decided"
            + (kept == 0 ? "." : $"; {ReportWords.Count(kept)} of them came through unchanged.");
    }

    private static string Key(ComplianceReport report) => IsPseudonymized(report)
        ? "Whoever holds the key can still link values to people: the result remains personal data."
        : "The key behind the replacements was never stored and is gone.";

    private static string Failed(ComplianceReport report)
    {
        var failed = report.Checks.Where(check => check.Status == "failed").Select(check => check.Id).ToList();
        var what = failed.Count == 0
            ? "The run stopped before the result could be checked."
            : $"{failed.Count} of {ReportWords.Count(report.Checks.Count, "check")} failed: {string.Join(", ", failed)}.";
        return $"{what} No new dump left the sandbox. A dump that an earlier run published is unchanged, but this report doesn't vouch for it.";
    }
}
