namespace CiAnon.Reporting.Html;

/// <summary>What came through as it was: decisions of people first, then what the planner found structural.</summary>
internal static class KeptPart
{
    private const int MostColumns = 30;

    public static void Write(HtmlWriter html, ComplianceReport report)
    {
        Decisions(html, report);
        Undecided(html, report);
        Allowed(html, report);
        Structural(html, report);
    }

    private static void Decisions(HtmlWriter html, ComplianceReport report)
    {
        var kept = Verdict.Kept(report)
            .GroupBy(pair => (Table: ReportWords.FullName(pair.Table), Reason: pair.Column.Ledger ?? pair.Column.Reason, pair.Column.Owner, pair.Column.Until, pair.Column.Kind))
            .OrderBy(group => group.Key.Kind is null).ThenBy(group => group.Key.Table, StringComparer.Ordinal).ToList();
        html.Element("h3", "Kept by decision");
        if (kept.Count == 0)
        {
            html.Element("p", "Nothing: no column was kept by a decision of the policy.");
            return;
        }
        var unsigned = kept.Where(group => group.Key.Owner is null).Sum(group => group.Count());
        if (unsigned > 0) html.Element("p", $"{ReportWords.Count(unsigned, "column")} of these name nobody as responsible: the policy's authors are.");
        html.Table("Columns kept by decision", ["Table", "Columns", "Why", "Who decided", "Until", "Looks like"], kept, group =>
        [
            Cell.Code(group.Key.Table),
            Cell.Codes([.. group.Select(pair => pair.Column.Name)], MostColumns),
            group.Key.Reason,
            group.Key.Owner ?? "not named",
            group.Key.Until is { } until ? ReportWords.Date(until) : "no end",
            group.Key.Kind is { } kind ? ReportWords.Kind(kind) : "",
        ]);
    }

    private static void Undecided(HtmlWriter html, ComplianceReport report)
    {
        var open = Verdict.Undecided(report).OrderByDescending(pair => pair.Column.Decision == "kept").ToList();
        if (open.Count == 0) return;
        html.Element("h3", "Undecided");
        html.Element("p", "The rules for these were proposed by a machine that wasn't sure, and nobody decided yet.");
        html.Table("Columns that nobody decided on", ["Column", "What was done", "What it was taken for"], open, pair =>
        [
            Cell.Code($"{ReportWords.FullName(pair.Table)}.{pair.Column.Name}"),
            pair.Column.Strategy is { } strategy ? $"{pair.Column.Decision} by {strategy}" : pair.Column.Decision,
            pair.Column.Undecided!,
        ]);
    }

    private static void Allowed(HtmlWriter html, ComplianceReport report)
    {
        var allowed = report.Checks.SelectMany(check => check.Allowed.Select(hit => (check.Id, Hit: hit))).ToList();
        if (allowed.Count == 0) return;
        html.Element("h3", "Found by checks and allowed by the policy");
        html.Table("Findings that the policy allows", ["Where", "Found", "Why", "Who decided", "Until"], allowed, pair =>
        [
            Cell.Code(pair.Hit.Object),
            $"{ReportWords.Count(pair.Hit.Count)} × {(pair.Hit.Kind is { } kind ? ReportWords.Kind(kind) : "any kind")}, by {pair.Id}",
            pair.Hit.Reason ?? "not given",
            pair.Hit.Owner ?? "not named",
            pair.Hit.Until is { } until ? ReportWords.Date(until) : "no end",
        ]);
    }

    private static void Structural(HtmlWriter html, ComplianceReport report)
    {
        var reasons = Verdict.Columns(report, "structural").GroupBy(pair => pair.Column.Reason, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ToList();
        if (reasons.Count == 0) return;
        html.Element("h3", "Kept as structure");
        html.Element("p", "CiAnon itself found these to carry no person, by type, key and name. Nobody signed for them; a wrong one is corrected by a rule in the policy.");
        html.Table("Structural columns by reason", ["Reason", "Columns", "Which"], reasons, group =>
        [
            group.Key,
            group.Count(),
            Cell.Codes([.. group.Select(pair => $"{pair.Table.Name}.{pair.Column.Name}")], 6),
        ]);
    }
}
