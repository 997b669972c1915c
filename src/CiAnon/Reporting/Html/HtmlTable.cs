namespace CiAnon.Reporting.Html;

/// <summary>A table whose rows become cards on a narrow screen: each cell carries its column's name.</summary>
internal static class HtmlTable
{
    public static void Table<T>(this HtmlWriter html, string caption, IReadOnlyList<string> heads, IEnumerable<T> rows, Func<T, IReadOnlyList<Cell>> cells)
    {
        html.Element("table", () =>
        {
            html.Element("caption", caption, ("class", "hidden"));
            html.Element("thead", () => html.Element("tr", () =>
            {
                foreach (var head in heads) html.Element("th", head, ("scope", "col"));
            }));
            html.Element("tbody", () =>
            {
                foreach (var row in rows) Row(html, heads, cells(row));
            });
        });
    }

    private static void Row(HtmlWriter html, IReadOnlyList<string> heads, IReadOnlyList<Cell> cells) => html.Element("tr", () =>
    {
        html.Element("th", () => cells[0].Write(html), ("scope", "row"), ("class", cells[0].Class));
        for (var index = 1; index < cells.Count; index++)
        {
            var cell = cells[index];
            html.Element("td", () => cell.Write(html), ("data-label", heads[index]), ("class", cell.Class));
        }
    });
}
