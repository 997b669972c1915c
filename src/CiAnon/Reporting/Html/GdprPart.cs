namespace CiAnon.Reporting.Html;

/// <summary>What the key's mode means in law, which articles this run helps with, and what it doesn't prove.</summary>
internal static class GdprPart
{
    public static void Write(HtmlWriter html, ComplianceReport report)
    {
        html.Element("h3", GdprNotes.ModeTitle(report, html.Say));
        foreach (var paragraph in GdprNotes.Mode(report, html.Say)) html.Element("p", paragraph);
        html.Element("h3", html.Say.T("Articles that this run helps with"));
        html.Element("dl", () =>
        {
            foreach (var (article, note) in GdprNotes.Articles(report, html.Say))
            {
                html.Element("dt", article);
                html.Element("dd", note);
            }
        }, ("class", "articles"));
        html.Element("h3", html.Say.T("What this run does not prove"));
        html.Element("ul", () =>
        {
            foreach (var limit in GdprNotes.Limits(report, html.Say)) html.Element("li", limit);
        });
    }
}
