namespace CiAnon.Reporting.Html;

/// <summary>A part of the page: a heading, what it comes to in a few words, and the rest, which a narrow screen keeps folded.</summary>
/// <param name="Id">For links to it.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Gist">What who doesn't unfold it should know; null when there is nothing.</param>
/// <param name="Write">The rest.</param>
internal sealed record Fold(string Id, string Title, Func<HtmlWriter, ComplianceReport, string> Gist, Action<HtmlWriter, ComplianceReport> Write)
{
    /// <param name="isOpen">On a narrow screen too.</param>
    public void WriteTo(HtmlWriter html, ComplianceReport report, bool isOpen)
    {
        (string, string)[] open = isOpen ? [("class", "fold"), ("open", "")] : [("class", "fold")];
        html.Element("section", () => html.Element("details", () =>
        {
            html.Element("summary", () =>
            {
                html.Element("h2", html.Say.T(Title), ("id", Id + "-title"));
                html.Element("span", Gist(html, report), ("class", "gist"));
            });
            html.Element("div", () => Write(html, report));
        }, open), ("id", Id), ("aria-labelledby", Id + "-title"));
    }
}
