using CiAnon.Reporting.Languages;
using CiAnon.Reporting.Sections;

namespace CiAnon.Reporting;

/// <summary>The outcome in words that need no explanation; the same in every format.</summary>
public static class Verdict
{
    public static string Title(ComplianceReport report, ReportLanguage? language = null)
    {
        var say = language ?? ReportLanguage.English;
        return report.Status == ReportStatus.Failed
            ? say.T("Failed: nothing was published")
            : say.F($"Passed: {string.Join("; ", Headline.Parts(report, say))}");
    }

    public static string Sentence(ComplianceReport report, ReportLanguage? language = null)
    {
        var say = language ?? ReportLanguage.English;
        return report.Status == ReportStatus.Passed ? Passed(report, say) : Failed(report, say);
    }

    /// <summary>A given key: whoever holds it can link the output to the originals.</summary>
    public static bool IsPseudonymized(ComplianceReport report) => report.Key.Fingerprint is not null;

    public static IEnumerable<(TableSection Table, ColumnSection Column)> Columns(ComplianceReport report, string decision) =>
        report.Tables.SelectMany(table => table.Columns.Where(column => column.Decision == decision).Select(column => (table, column)));

    /// <summary>Columns that values were replaced in: what the check <c>changed</c> looked at. Of a table that is left without rows, and of one whose rows lie in its partitions, there are none.</summary>
    public static IEnumerable<(TableSection Table, ColumnSection Column)> Replaced(ComplianceReport report) =>
        Columns(report, "masked").Where(pair => IsReplaced(report, pair.Table, pair.Column));

    public static bool IsReplaced(ComplianceReport report, TableSection table, ColumnSection column) =>
        column.Decision == "masked" && table.Rows != "none" && (column.Counts is not null || report.Mode == ReportMode.Verified);

    /// <summary>Columns that came through unchanged because a person decided so.</summary>
    public static IEnumerable<(TableSection Table, ColumnSection Column)> Kept(ComplianceReport report) =>
        Columns(report, "kept").Where(pair => pair.Column.Undecided is null);

    /// <summary>Columns whose rule was only proposed, be it to mask or to keep.</summary>
    public static IEnumerable<(TableSection Table, ColumnSection Column)> Undecided(ComplianceReport report) =>
        report.Tables.SelectMany(table => table.Columns.Where(column => column.Undecided is not null).Select(column => (table, column)));

    /// <summary>Columns whose values the run's key gives back.</summary>
    public static IEnumerable<(TableSection Table, ColumnSection Column)> Reversible(ComplianceReport report) =>
        report.Tables.SelectMany(table => table.Columns.Where(column => column.Reversible == true).Select(column => (table, column)));

    private static string Passed(ComplianceReport report, ReportLanguage say)
    {
        var masked = Replaced(report).ToList();
        var tables = masked.Select(pair => pair.Table).Distinct().Count();
        List<string> sentences =
        [
            masked.Count == 0
                ? say.T("No column was replaced.")
                : say.F($"The values of {say.Count(masked.Count, "column")} in {say.Count(tables, "table")} were replaced."),
        ];
        var withoutRows = Columns(report, "masked").Count(pair => pair.Table.Rows == "none");
        if (withoutRows == 1) sentences.Add(say.T("1 of the policy's rules had nothing to replace: its table is left without rows."));
        if (withoutRows > 1) sentences.Add(say.F($"{ReportWords.Count(withoutRows)} of the policy's rules had nothing to replace: their tables are left without rows."));
        var kept = Kept(report).Count();
        if (kept == 1) sentences.Add(say.T("1 column came through unchanged by decision of the policy."));
        if (kept > 1) sentences.Add(say.F($"{ReportWords.Count(kept)} columns came through unchanged by decision of the policy."));
        sentences.AddRange(Open(report, say));
        if (AllowedHits.Sentence(report, say) is { } hits) sentences.Add(hits);
        var other = report.Checks.Count(check => !ReportWords.HasPassed(check));
        var checks = other == 0
            ? say.F($"All {report.Checks.Count} checks passed")
            : say.F($"{report.Checks.Count - other} checks passed and {other} had nothing to check");
        sentences.Add(say.F($"{checks}, and the result was published as {report.Output?.Name}."));
        if (Reversible(report).Count() is > 0 and var reversible) sentences.Add(say.F($"Reversible pseudonymization: whoever holds the key can read the values of {say.Count(reversible, "column")} again."));
        sentences.Add(IsPseudonymized(report)
            ? say.T("Whoever holds the key can still link values to people: the result remains personal data.")
            : say.T("The key behind the replacements was never stored and is gone."));
        return string.Join(' ', sentences);
    }

    private static IEnumerable<string> Open(ComplianceReport report, ReportLanguage say)
    {
        var open = Undecided(report).ToList();
        if (open.Count == 0) yield break;
        yield return open.Count == 1
            ? say.T("1 column is undecided: its rule was proposed by a machine, and nobody decided.")
            : say.F($"{ReportWords.Count(open.Count)} columns are undecided: their rules were proposed by a machine, and nobody decided.");
        if (open.Count(pair => pair.Column.Decision == "kept") is > 0 and var kept) yield return say.F($"Of these, {say.Count(kept, "column")} came through unchanged.");
    }

    /// <summary>Why a run failed, in a few words for the end of a log.</summary>
    public static string InShort(ComplianceReport report) => FailedChecks(report) is { Count: > 0 } failed
        ? $"{failed.Count} of {report.Checks.Count} checks failed ({string.Join(", ", failed)})"
        : "the run stopped before the result could be checked";

    private static List<string> FailedChecks(ComplianceReport report) => [.. report.Checks.Where(check => check.Status == "failed").Select(check => check.Id)];

    private static string Failed(ComplianceReport report, ReportLanguage say)
    {
        var failed = FailedChecks(report);
        var what = failed.Count == 0
            ? say.T("The run stopped before the result could be checked.")
            : say.F($"{failed.Count} of {say.Count(report.Checks.Count, "check")} failed: {string.Join(", ", failed)}.");
        return $"{what} {say.T("No new dump left the sandbox. A dump that an earlier run published is unchanged, but this report doesn't vouch for it.")}";
    }
}
