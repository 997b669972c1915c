using System.Security.Cryptography;
using System.Text;
using CiAnon.Reporting.Languages;

namespace CiAnon.Reporting.Html;

/// <summary>The report as one page for people: no script, nothing fetched, the verdict first.</summary>
public static class HtmlReport
{
    private static readonly string Css = ReadCss();

    // The browser itself refuses whatever isn't our style sheet: scripts, requests, injected styles.
    private static readonly string ContentPolicy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; base-uri 'none'; form-action 'none'";

    private static readonly IReadOnlyList<Fold> Parts =
    [
        new("data", "What was done to the data", TreatmentPart.Gist, TreatmentPart.Write),
        new("coverage", "Every column at a glance", CoveragePart.Gist, CoveragePart.Write),
        new("checks", "What was checked", ChecksPart.Gist, ChecksPart.Write),
        new("risk", "Can people be singled out?", RiskPart.Gist, RiskPart.Write),
        new("kept", "What was kept, and who decided", KeptPart.Gist, KeptPart.Write),
        new("gdpr", "What this means under the GDPR", (html, report) => GdprNotes.ModeTitle(report, html.Say), GdprPart.Write),
        new("drift", "What changed since last time", DriftPart.Gist, DriftPart.Write),
        new("evidence", "Evidence", EvidencePart.Gist, EvidencePart.Write),
    ];

    /// <param name="language">English when not given.</param>
    public static byte[] Write(ComplianceReport report, ReportLanguage? language = null)
    {
        var html = new HtmlWriter(language ?? ReportLanguage.English);
        html.Element("html", () =>
        {
            html.Element("head", () => Head(html, report));
            html.Element("body", () => Body(html, report));
        }, ("lang", html.Say.Code));
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static void Head(HtmlWriter html, ComplianceReport report)
    {
        html.Void("meta", ("charset", "utf-8"));
        html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Void("meta", ("name", "robots"), ("content", "noindex"));
        html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", ContentPolicy));
        html.Element("title", html.Say.F($"{report.Input.Name}: {html.Say.T(ReportWords.Status(report.Status))} - CiAnon compliance report"));
        html.Style(Css);
    }

    private static void Body(HtmlWriter html, ComplianceReport report)
    {
        html.Element("header", () => VerdictPart.Write(html, report));
        html.Element("nav", () => html.Element("ol", () =>
        {
            foreach (var part in Parts) html.Element("li", () => html.Element("a", html.Say.T(part.Title), ("href", "#" + part.Id)));
        }), ("aria-label", html.Say.T("Contents")));
        html.Element("main", () =>
        {
            // Who reads of a failure wants to see at once which check it was.
            foreach (var part in Parts) part.WriteTo(html, report, isOpen: part.Id == "checks" && report.Status == ReportStatus.Failed);
        });
        html.Element("footer", () => html.Element("p",
            html.Say.F($"Made by {report.Tool.Name} {report.Tool.Version} from the report's JSON, which is the record. It holds names, counts and digests, and no value of a row.")));
    }

    private static string ReadCss()
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
