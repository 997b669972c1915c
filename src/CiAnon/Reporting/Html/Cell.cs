namespace CiAnon.Reporting.Html;

/// <summary>What stands in one cell of a table.</summary>
internal readonly record struct Cell(Action<HtmlWriter> Write, string Class)
{
    public static implicit operator Cell(string text) => new(html => html.Text(text), text.Length == 0 ? "none" : "text");

    public static implicit operator Cell(long number) => new(html => html.Text(ReportWords.Count(number)), "number");

    /// <summary>A name from the schema.</summary>
    public static Cell Code(string name) => new(html => html.Element("code", name), "text");

    /// <summary>Names from the schema, as many as are useful to read.</summary>
    public static Cell Codes(IReadOnlyList<string> names, int most) => new(html =>
    {
        foreach (var (index, name) in names.Take(most).Index())
        {
            if (index > 0) html.Text(", ");
            html.Element("code", name);
        }
        if (names.Count > most) html.Text(" " + html.Say.F($"and {ReportWords.Count(names.Count - most)} more"));
    }, "text");
}
