using CiAnon.Reporting.Sections;
using CiAnon.Reporting.Sections.Checks;

namespace CiAnon.Reporting.Html;

/// <summary>The outcome in one sentence, who asked for it, the numbers behind it, and why it failed if it did.</summary>
internal static class VerdictPart
{
    private const int MostErrors = 20;
    private const string Check = "check";
    private const string Consequence = "; nothing was published. ";

    private static readonly Dictionary<string, string> Hosts = new(StringComparer.Ordinal) { ["github"] = "GitHub", ["azure"] = "Azure Pipelines", ["gitlab"] = "GitLab" };

    public static void Write(HtmlWriter html, ComplianceReport report)
    {
        html.Element("p", () =>
        {
            html.Text(html.Say.T("Compliance report for") + " ");
            html.Element("code", report.Input.Name);
            html.Text($" · {html.Say.Time(report.StartedAt)}");
        }, ("class", "kicker"));
        html.Element("div", () =>
        {
            html.Element("h1", Verdict.Title(report, html.Say));
            html.Element("p", Verdict.Sentence(report, html.Say));
        }, ("class", $"verdict {ReportWords.Status(report.Status)}"));
        if (report.Ci is { } ci) Origin(html, ci);
        if (report.Errors.Count > 0) Errors(html, report.Errors);
        Numbers(html, report);
    }

    // Who, of what, what for: an auditor's first questions.
    private static void Origin(HtmlWriter html, CiSection ci)
    {
        var host = Hosts.GetValueOrDefault(ci.Host, ci.Host);
        var run = ci.Run is { } number ? html.Say.F($"run {number} on {host}") : host;
        html.Element("dl", () =>
        {
            Fact(html, "Who ran it", ci.Actor is { } actor ? $"{actor}, {run}" : run);
            if (ci.Purpose is { } purpose) Fact(html, "What for", purpose);
            if (ci.Repository is { } repository) Fact(html, "Repository", repository);
            if (ci.Commit is { } commit) Fact(html, "Commit", commit);
        }, ("class", "facts origin"));
    }

    private static void Fact(HtmlWriter html, string name, string value)
    {
        html.Element("dt", html.Say.T(name));
        html.Element("dd", value);
    }

    private static void Errors(HtmlWriter html, IReadOnlyList<ErrorSection> errors) => html.Element("div", () =>
    {
        html.Element("h2", html.Say.T("Why it failed"));
        html.Element("ul", () =>
        {
            foreach (var error in errors.Take(MostErrors)) html.Element("li", () => Error(html, error));
        });
        if (errors.Count > MostErrors) html.Element("p", html.Say.F($"And {ReportWords.Count(errors.Count - MostErrors)} more, in the report's JSON."));
    }, ("class", "errors"));

    private static void Error(HtmlWriter html, ErrorSection error)
    {
        html.Element("p", Said(html, error.Message));
        html.Element("p", () =>
        {
            html.Element("code", error.Code);
            if (error.File is not null) html.Text(" " + html.Say.F($"in {error.File}, line {error.Line}, column {error.Column}"));
        }, ("class", "soft"));
    }

    private static void Numbers(HtmlWriter html, ComplianceReport report)
    {
        var masked = Verdict.Replaced(report).Select(pair => pair.Column).ToList();
        List<(string Name, string Value)> numbers =
        [
            ("Tables", ReportWords.Count(report.Tables.Count)),
            ("Rows", ReportWords.ReadNoRows(report) ? html.Say.T(ReportWords.NotRead) : ReportWords.Count(report.Tables.Sum(table => table.RowsOut))),
            ("Columns replaced", ReportWords.Count(masked.Count)),
            ("Values replaced", ReportWords.Count(masked.Sum(column => column.Counts?.Changed ?? 0))),
            ("Checks passed", html.Say.F($"{report.Checks.Count(ReportWords.HasPassed)} of {report.Checks.Count}")),
        ];
        if (Verdict.Undecided(report).Count() is > 0 and var undecided) numbers.Add(("Columns undecided", ReportWords.Count(undecided)));
        if (AllowedHits.Of(report).Sum(hit => hit.Count) is > 0 and var hits) numbers.Add(("Hits allowed by the policy", ReportWords.Count(hits)));
        if (Headline.SmallestGroup(report) is { } smallest) numbers.Add(("Smallest group", ReportWords.Count(smallest)));
        numbers.Add(("Key", html.Say.T(Verdict.IsPseudonymized(report) ? "kept" : "forgotten")));
        if (report.Status == ReportStatus.Passed) numbers.Add(("Delete after", html.Say.Date(report.Retention.Until)));
        html.Element("dl", () =>
        {
            foreach (var (name, value) in numbers)
            {
                html.Element("div", () =>
                {
                    html.Element("dt", html.Say.T(name));
                    html.Element("dd", value);
                });
            }
        }, ("class", "numbers"));
    }

    // What a check found, and behind it what to do: the same words as in the check's findings.
    private static string Said(HtmlWriter html, string message) => message.IndexOf(Consequence, StringComparison.Ordinal) is > 0 and var at
        ? $"{Found(html, message[..at])}; {html.Say.T("nothing was published")}. {html.Say.Known(message[(at + Consequence.Length)..])}"
        : html.Say.Known(message);

    // "check 'sql': FILE: NAME: what it found": the names in front may have colons, too.
    private static string Found(HtmlWriter html, string text)
    {
        if (!text.StartsWith(Check, StringComparison.Ordinal)) return html.Say.Known(text);
        for (var at = text.IndexOf(": ", StringComparison.Ordinal); at > 0; at = text.IndexOf(": ", at + 1, StringComparison.Ordinal))
            if (html.Say.Knows(text[(at + 2)..])) return $"{html.Say.T(Check)}{text[Check.Length..at]}: {html.Say.Known(text[(at + 2)..])}";
        return text;
    }
}
