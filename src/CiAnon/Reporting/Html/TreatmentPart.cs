using CiAnon.Reporting.Sections;
using CiAnon.Strategies;

namespace CiAnon.Reporting.Html;

/// <summary>What was done to which data and why: by kind of personal data, by method, by table.</summary>
internal static class TreatmentPart
{
    private const int MostColumns = 8;
    private const int MostOpenTables = 2;
    private const int MostListedTables = 20;

    public static string Gist(HtmlWriter html, ComplianceReport report)
    {
        var masked = Verdict.Replaced(report).ToList();
        return html.Say.F($"{html.Say.Count(masked.Count, "column")} in {html.Say.Count(masked.Select(pair => pair.Table).Distinct().Count(), "table")} replaced");
    }

    public static void Write(HtmlWriter html, ComplianceReport report)
    {
        var masked = Verdict.Replaced(report).ToList();
        if (masked.Count == 0)
        {
            html.Element("p", html.Say.T("No column was replaced. The tables below say what happened to each."));
        }
        else
        {
            html.Element("h3", html.Say.T("By kind of data"));
            Kinds(html, masked);
            html.Element("h3", html.Say.T("Methods used"));
            Methods(html, masked.Select(pair => pair.Column.Strategy).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        }
        Dropped(html, report);
        html.Element("h3", html.Say.T("By table"));
        if (report.Tables.Count <= MostListedTables) Tables(html, report);
        else
            html.Element("details", () =>
            {
                html.Element("summary", html.Say.F($"All {html.Say.Count(report.Tables.Count, "table")}, column by column"));
                html.Element("div", () => Tables(html, report), ("class", "inner"));
            });
    }

    private static void Kinds(HtmlWriter html, List<(TableSection Table, ColumnSection Column)> masked)
    {
        var kinds = masked.GroupBy(pair => pair.Column.Kind, StringComparer.Ordinal)
            .OrderBy(group => group.Key is null).ThenByDescending(group => group.Sum(pair => pair.Column.Counts?.Changed ?? 0));
        html.Table(html.Say.T("Kinds of data that were replaced"), ["Kind", "Columns", "Method", "Values replaced", "Empty or NULL"], kinds, group =>
        [
            html.Say.Kind(group.Key),
            Cell.Codes([.. group.Select(pair => $"{pair.Table.Name}.{pair.Column.Name}")], MostColumns),
            string.Join(", ", group.Select(pair => pair.Column.Strategy).Distinct(StringComparer.Ordinal)),
            group.Sum(pair => pair.Column.Counts?.Changed ?? 0),
            group.Sum(pair => pair.Column.Counts is { } counts ? counts.Nulls + counts.Empty : 0),
        ]);
    }

    private static void Methods(HtmlWriter html, IEnumerable<string> strategies) => html.Element("dl", () =>
    {
        foreach (var strategy in strategies)
        {
            html.Element("dt", () => html.Element("code", strategy));
            html.Element("dd", html.Say.T(StrategyRegistry.Find(strategy)?.Summary ?? "made by another version of ci-anon"));
        }
    }, ("class", "methods"));

    private static void Dropped(HtmlWriter html, ComplianceReport report)
    {
        var dropped = report.Tables.Where(table => table.Rows == "none").Select(ReportWords.FullName).ToList();
        if (dropped.Count > 0)
            html.Element("p", () =>
            {
                html.Text(html.Say.T("Left out altogether, with all rows:") + " ");
                Cell.Codes(dropped, most: 40).Write(html);
                html.Text(".");
            });
        if (report.Redacted.Count > 0)
            html.Element("p", () =>
            {
                html.Text($"{ReportWords.Redacted(report)}, by the policy's decision: ");
                Cell.Codes([.. report.Redacted.Select(entry => entry.Entry)], most: 40).Write(html);
                html.Text(".");
            });
        if (report.Statistics is { } statistics) html.Element("p", $"{ReportWords.Statistics(statistics)}.");
        if (report.LargeObjects != LargeObjectStatus.None)
            html.Element("p", html.Say.T(report.LargeObjects == LargeObjectStatus.Dropped ? "Large objects were emptied." : "Large objects were kept as they are, by the policy's decision."));
    }

    private static void Tables(HtmlWriter html, ComplianceReport report)
    {
        foreach (var table in report.Tables) Table(html, report, table, isOpen: report.Tables.Count <= MostOpenTables);
    }

    private static void Table(HtmlWriter html, ComplianceReport report, TableSection table, bool isOpen)
    {
        var isRead = !ReportWords.ReadNoRows(report);
        (string, string)[] open = isOpen ? [("open", "")] : [];
        html.Element("details", () =>
        {
            html.Element("summary", () =>
            {
                html.Element("code", ReportWords.FullName(table));
                html.Element("span", $" {(isRead ? Rows(html, table) : html.Say.T("rows not read"))} · {html.Say.F($"{ReportWords.Count(table.Columns.Count(column => Verdict.IsReplaced(report, table, column)))} of {html.Say.Count(table.Columns.Count, "column")} replaced")}", ("class", "soft"));
            });
            html.Table(html.Say.F($"Columns of {ReportWords.FullName(table)}"), ["Column", "Type", "What was done", "Why", "Values replaced"], table.Columns, column =>
            [
                Cell.Code(column.Name),
                Cell.Code(column.Type),
                new Cell(cell => CoveragePart.Mark(cell, table, column), "text"),
                html.Say.Known(column.Reason),
                column.Counts is { } counts ? counts.Changed : "",
            ]);
        }, open);
    }

    private static string Rows(HtmlWriter html, TableSection table) => table.Rows == "none"
        ? html.Say.F($"{html.Say.Count(table.RowsIn, "row")} left out")
        : table.Moved is { } moved ? html.Say.F($"{html.Say.Count(table.RowsOut, "row")}, {ReportWords.Count(table.RowsIn)} before: rows moved within {moved}")
        : table.LeftOut is null ? html.Say.Count(table.RowsOut, "row")
        : html.Say.F($"{ReportWords.Count(table.RowsOut)} of {html.Say.Count(table.RowsIn, "row")}");
}
