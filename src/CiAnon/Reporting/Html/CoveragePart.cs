using CiAnon.Reporting.Sections;

namespace CiAnon.Reporting.Html;

/// <summary>A picture of all tables and columns: one cell per column, told apart by fill and pattern, not by hue.</summary>
internal static class CoveragePart
{
    private static readonly (string Decision, string Title, string Meaning)[] Decisions =
    [
        ("masked", "replaced", "by the method that the policy names"),
        ("kept", "kept by decision", "values stay, as the policy says"),
        ("undecided", "kept, undecided", "values stay, and nobody decided so"),
        ("structural", "structural", "keys, flags, numbers and times without a sign of a person"),
        ("generated", "generated", "computed from other columns"),
        ("empty", "empty", "no rows in the result"),
    ];

    public static string Gist(HtmlWriter html, ComplianceReport report) =>
        $"{html.Say.Count(report.Tables.Count, "table")}, {html.Say.Count(report.Tables.Sum(table => table.Columns.Count), "column")}";

    public static void Write(HtmlWriter html, ComplianceReport report)
    {
        html.Element("p", html.Say.T("Each square is a column, in the table's order. Only those of the first kind were changed; all others hold what the original held, or nothing."));
        Legend(html, report);
        html.Element("ul", () =>
        {
            foreach (var table in report.Tables) html.Element("li", () => Row(html, table));
        }, ("class", "picture"));
    }

    /// <summary>What was done to a column, with its square.</summary>
    public static void Mark(HtmlWriter html, TableSection table, ColumnSection column)
    {
        Square(html, Word(table, column));
        html.Text(" " + (Decisions.FirstOrDefault(known => known.Decision == Word(table, column)).Title is { } title ? html.Say.T(title) : column.Decision));
        if (column.Strategy is { } strategy) html.Text(" " + html.Say.F($"by {strategy}"));
    }

    private static void Legend(HtmlWriter html, ComplianceReport report) => html.Element("ul", () =>
    {
        foreach (var (decision, title, meaning) in Decisions)
        {
            var count = report.Tables.Sum(table => table.Columns.Count(column => Word(table, column) == decision));
            if (count == 0 && decision == "undecided") continue;
            html.Element("li", () =>
            {
                Square(html, decision);
                html.Element("b", $" {ReportWords.Count(count)} {html.Say.T(title)}");
                html.Element("span", " " + html.Say.T(meaning), ("class", "soft"));
            });
        }
    }, ("class", "legend"));

    private static void Row(HtmlWriter html, TableSection table)
    {
        html.Element("code", ReportWords.FullName(table));
        html.Element("span", () =>
        {
            foreach (var column in table.Columns) Square(html, Word(table, column), $"{column.Name}: {html.Say.Known(Word(table, column))}");
        }, ("class", "squares"), ("role", "img"), ("aria-label", Counts(html, table)));
    }

    private static string Counts(HtmlWriter html, TableSection table) => table.Columns.Count == 0 ? html.Say.T("no columns") : string.Join(", ", Decisions
        .Select(known => (known.Title, Count: table.Columns.Count(column => Word(table, column) == known.Decision)))
        .Where(known => known.Count > 0).Select(known => $"{known.Count} {html.Say.T(known.Title)}"));

    // What nobody decided on must not look as if somebody had, and where there are no rows nothing was replaced.
    private static string Word(TableSection table, ColumnSection column) =>
        column is { Decision: "kept", Undecided: not null } ? "undecided" : column.Decision == "masked" && table.Rows == "none" ? "empty" : column.Decision;

    private static void Square(HtmlWriter html, string decision, string? title = null)
    {
        var css = Decisions.Any(known => known.Decision == decision) ? decision : "other";
        if (title is null) html.Element("i", "", ("class", css), ("aria-hidden", "true"));
        else html.Element("i", "", ("class", css), ("title", title));
    }
}
