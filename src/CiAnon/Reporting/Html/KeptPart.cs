namespace CiAnon.Reporting.Html;

/// <summary>What came through as it was: decisions of people first, then what the planner found structural.</summary>
internal static class KeptPart
{
    private const int MostColumns = 30;

    public static string Gist(HtmlWriter html, ComplianceReport report) => html.Say.F(
        $"{html.Say.Count(Verdict.Kept(report).Count(), "column")} by decision, {ReportWords.Count(Verdict.Columns(report, "structural").Count())} as structure");

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
            .GroupBy(pair => (Table: ReportWords.FullName(pair.Table), Reason: pair.Column.Ledger is { } words ? html.Say.Words(words) : html.Say.Known(pair.Column.Reason), pair.Column.Owner, pair.Column.Until, pair.Column.Kind))
            .OrderBy(group => group.Key.Kind is null).ThenBy(group => group.Key.Table, StringComparer.Ordinal).ToList();
        html.Element("h3", html.Say.T("Kept by decision"));
        if (kept.Count == 0)
        {
            html.Element("p", html.Say.T("Nothing: no column was kept by a decision of the policy."));
            return;
        }
        var unsigned = kept.Where(group => group.Key.Owner is null).Sum(group => group.Count());
        if (unsigned > 0) html.Element("p", html.Say.F($"{html.Say.Count(unsigned, "column")} of these name nobody as responsible: the policy's authors are."));
        html.Table(html.Say.T("Columns kept by decision"), ["Table", "Columns", "Why", "Who decided", "Until", "Looks like"], kept, group =>
        [
            Cell.Code(group.Key.Table),
            Cell.Codes([.. group.Select(pair => pair.Column.Name)], MostColumns),
            group.Key.Reason,
            group.Key.Owner ?? html.Say.T("not named"),
            group.Key.Until is { } until ? html.Say.Date(until) : html.Say.T("no end"),
            group.Key.Kind is { } kind ? html.Say.Kind(kind) : "",
        ]);
    }

    private static void Undecided(HtmlWriter html, ComplianceReport report)
    {
        var open = Verdict.Undecided(report).OrderByDescending(pair => pair.Column.Decision == "kept").ToList();
        if (open.Count == 0) return;
        html.Element("h3", html.Say.T("Undecided"));
        html.Element("p", html.Say.T("The rules for these were proposed by a machine that wasn't sure, and nobody decided yet."));
        html.Table(html.Say.T("Columns that nobody decided on"), ["Column", "What was done", "What it was taken for"], open, pair =>
        [
            Cell.Code($"{ReportWords.FullName(pair.Table)}.{pair.Column.Name}"),
            new Cell(cell => CoveragePart.Mark(cell, pair.Table, pair.Column), "text"),
            pair.Column.Undecided!,
        ]);
    }

    private static void Allowed(HtmlWriter html, ComplianceReport report)
    {
        var allowed = report.Checks.SelectMany(check => check.Allowed.Select(hit => (check.Id, Hit: hit))).ToList();
        if (allowed.Count == 0) return;
        html.Element("h3", html.Say.T("Found by checks and allowed by the policy"));
        html.Table(html.Say.T("Findings that the policy allows"), ["Where", "Found", "Why", "Who decided", "Until"], allowed, pair =>
        [
            Cell.Code(pair.Hit.Object),
            html.Say.F($"{ReportWords.Count(pair.Hit.Count)} × {(pair.Hit.Kind is { } kind ? html.Say.Kind(kind) : html.Say.T("any kind"))}, by {pair.Id}"),
            pair.Hit.Reason is { } reason ? html.Say.Words(reason) : html.Say.T("not given"),
            pair.Hit.Owner ?? html.Say.T("not named"),
            pair.Hit.Until is { } until ? html.Say.Date(until) : html.Say.T("no end"),
        ]);
    }

    private static void Structural(HtmlWriter html, ComplianceReport report)
    {
        var reasons = Verdict.Columns(report, "structural").GroupBy(pair => pair.Column.Reason, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ToList();
        if (reasons.Count == 0) return;
        html.Element("h3", html.Say.T("Kept as structure"));
        html.Element("p", html.Say.T("CiAnon itself found these to carry no person, by type, key and name. Nobody signed for them; a wrong one is corrected by a rule in the policy."));
        html.Table(html.Say.T("Structural columns by reason"), ["Reason", "Columns", "Which"], reasons, group =>
        [
            html.Say.Known(group.Key),
            group.Count(),
            Cell.Codes([.. group.Select(pair => $"{pair.Table.Name}.{pair.Column.Name}")], 6),
        ]);
    }
}
