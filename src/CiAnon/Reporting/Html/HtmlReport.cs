using System.Security.Cryptography;
using System.Text;

namespace CiAnon.Reporting.Html;

/// <summary>The report as one page for people: no script, nothing fetched, the verdict first.</summary>
public static class HtmlReport
{
    private static readonly string Css = ReadCss();

    // The browser itself refuses whatever isn't our style sheet: scripts, requests, injected styles.
    private static readonly string ContentPolicy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; base-uri 'none'; form-action 'none'";

    private static readonly IReadOnlyList<(string Id, string Title, Action<HtmlWriter, ComplianceReport> Write)> Parts =
    [
        ("data", "What was done to the data", TreatmentPart.Write),
        ("coverage", "Every column at a glance", CoveragePart.Write),
        ("checks", "What was checked", ChecksPart.Write),
        ("risk", "Can people be singled out?", RiskPart.Write),
        ("kept", "What was kept, and who decided", KeptPart.Write),
        ("gdpr", "What this means under the GDPR", GdprPart.Write),
        ("drift", "What changed since last time", DriftPart.Write),
        ("evidence", "Evidence", EvidencePart.Write),
    ];

    public static byte[] Write(ComplianceReport report)
    {
        var html = new HtmlWriter();
        html.Element("html", () =>
        {
            html.Element("head", () => Head(html, report));
            html.Element("body", () => Body(html, report));
        }, ("lang", "en"));
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static void Head(HtmlWriter html, ComplianceReport report)
    {
        html.Void("meta", ("charset", "utf-8"));
        html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Void("meta", ("name", "robots"), ("content", "noindex"));
        html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", ContentPolicy));
        html.Element("title", $"{report.Input.Name}: {ReportWords.Status(report.Status)} - CiAnon compliance report");
        html.Style(Css);
    }

    private static void Body(HtmlWriter html, ComplianceReport report)
    {
        html.Element("header", () => VerdictPart.Write(html, report));
        html.Element("nav", () => html.Element("ol", () =>
        {
            foreach (var (id, title, _) in Parts) html.Element("li", () => html.Element("a", title, ("href", "#" + id)));
        }), ("aria-label", "Contents"));
        html.Element("main", () =>
        {
            foreach (var (id, title, write) in Parts)
            {
                html.Element("section", () =>
                {
                    html.Element("h2", title, ("id", id + "-title"));
                    write(html, report);
                }, ("id", id), ("aria-labelledby", id + "-title"));
            }
        });
        html.Element("footer", () => html.Element("p",
            $"Made by {report.Tool.Name} {report.Tool.Version} from the report's JSON, which is the record. It holds names, counts and digests, and no value of a row."));
    }

    private static string ReadCss()
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
