namespace CiAnon.Reporting.Html;

/// <summary>The outcome in one sentence, the numbers behind it, and why it failed if it did.</summary>
internal static class VerdictPart
{
    private const int MostErrors = 20;

    public static void Write(HtmlWriter html, ComplianceReport report)
    {
        html.Element("p", () =>
        {
            html.Text("Compliance report for ");
            html.Element("code", report.Input.Name);
            html.Text($" · {ReportWords.Time(report.StartedAt)}");
        }, ("class", "kicker"));
        html.Element("div", () =>
        {
            html.Element("h1", Verdict.Title(report));
            html.Element("p", Verdict.Sentence(report));
        }, ("class", $"verdict {ReportWords.Status(report.Status)}"));
        if (report.Errors.Count > 0) Errors(html, report.Errors);
        Numbers(html, report);
    }

    private static void Errors(HtmlWriter html, IReadOnlyList<ErrorSection> errors) => html.Element("div", () =>
    {
        html.Element("h2", "Why it failed");
        html.Element("ul", () =>
        {
            foreach (var error in errors.Take(MostErrors)) html.Element("li", () => Error(html, error));
        });
        if (errors.Count > MostErrors) html.Element("p", $"And {ReportWords.Count(errors.Count - MostErrors)} more, in the report's JSON.");
    }, ("class", "errors"));

    private static void Error(HtmlWriter html, ErrorSection error)
    {
        html.Element("p", error.Message);
        html.Element("p", () =>
        {
            html.Element("code", error.Code);
            if (error.File is not null) html.Text($" in {error.File}, line {error.Line}, column {error.Column}");
        }, ("class", "soft"));
    }

    private static void Numbers(HtmlWriter html, ComplianceReport report)
    {
        var masked = Verdict.Columns(report, "masked").Select(pair => pair.Column).ToList();
        var declared = report.Anonymity.Where(section => section is { Declared: true, Rows: > 0 }).ToList();
        List<(string Name, string Value)> numbers =
        [
            ("Tables", ReportWords.Count(report.Tables.Count)),
            ("Rows", ReportWords.Count(report.Tables.Sum(table => table.RowsOut))),
            ("Columns replaced", ReportWords.Count(masked.Count)),
            ("Values replaced", ReportWords.Count(masked.Sum(column => column.Counts?.Changed ?? 0))),
            ("Checks passed", $"{report.Checks.Count(ReportWords.HasPassed)} of {report.Checks.Count}"),
        ];
        if (Verdict.Undecided(report).Count() is > 0 and var undecided) numbers.Add(("Columns undecided", ReportWords.Count(undecided)));
        if (AllowedHits.Of(report).Sum(hit => hit.Count) is > 0 and var hits) numbers.Add(("Hits allowed by the policy", ReportWords.Count(hits)));
        if (declared.Count > 0) numbers.Add(("Smallest group", ReportWords.Count(declared.Min(section => section.K))));
        numbers.Add(("Key", Verdict.IsPseudonymized(report) ? "kept" : "forgotten"));
        if (report.Status == ReportStatus.Passed) numbers.Add(("Delete after", ReportWords.Date(report.Retention.Until)));
        html.Element("dl", () =>
        {
            foreach (var (name, value) in numbers)
            {
                html.Element("div", () =>
                {
                    html.Element("dt", name);
                    html.Element("dd", value);
                });
            }
        }, ("class", "numbers"));
    }
}
