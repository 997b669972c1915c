namespace CiAnon.Reporting.Html;

/// <summary>A table whose rows become cards on a narrow screen: each cell carries its column's name.</summary>
internal static class HtmlTable
{
    /// <param name="caption">In the page's language.</param>
    /// <param name="heads">In English.</param>
    public static void Table<T>(this HtmlWriter html, string caption, IReadOnlyList<string> heads, IEnumerable<T> rows, Func<T, IReadOnlyList<Cell>> cells)
    {
        List<IReadOnlyList<Cell>> lines = [.. rows.Select(cells)];
        // A column in which nobody has anything to say is left out.
        List<int> columns = [.. Enumerable.Range(0, heads.Count).Where(column => column == 0 || lines.Exists(line => line[column].Class != "none"))];
        html.Element("table", () =>
        {
            html.Element("caption", caption, ("class", "hidden"));
            html.Element("thead", () => html.Element("tr", () =>
            {
                foreach (var column in columns)
                    html.Element("th", html.Say.T(heads[column]), ("scope", "col"), ("class", lines.Exists(line => line[column].Class == "number") ? "number" : "text"));
            }));
            html.Element("tbody", () =>
            {
                foreach (var line in lines) Row(html, heads, columns, line);
            });
        });
    }

    private static void Row(HtmlWriter html, IReadOnlyList<string> heads, List<int> columns, IReadOnlyList<Cell> cells) => html.Element("tr", () =>
    {
        html.Element("th", () => cells[0].Write(html), ("scope", "row"), ("class", cells[0].Class));
        foreach (var column in columns.Skip(1))
            html.Element("td", () => cells[column].Write(html), ("data-label", html.Say.T(heads[column])), ("class", cells[column].Class));
    });
}
