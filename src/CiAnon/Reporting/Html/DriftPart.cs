using System.Globalization;

namespace CiAnon.Reporting.Html;

/// <summary>What is different from an earlier report.</summary>
internal static class DriftPart
{
    private const int MostChanges = 500;

    public static string Gist(HtmlWriter html, ComplianceReport report) =>
        report.Drift is { } drift ? html.Say.Count(drift.Changes.Count, "change") : html.Say.T("nothing to compare with");

    public static void Write(HtmlWriter html, ComplianceReport report)
    {
        if (report.Drift is not { } drift)
        {
            html.Element("p", html.Say.T("No earlier report was given to compare with."));
            return;
        }
        if (drift.Changes.Count == 0)
        {
            html.Element("p", html.Say.F($"Nothing since the run of {html.Say.Time(drift.Since)}."));
            return;
        }
        html.Element("p", html.Say.F($"{html.Say.Count(drift.Changes.Count, "change")} since the run of {html.Say.Time(drift.Since)}."));
        html.Table(html.Say.T("Changes since the earlier report"), ["What", "Where", "Before", "After"], drift.Changes.Take(MostChanges), change =>
        [
            html.Say.Known(Words(change.Change)),
            Cell.Code(change.Object),
            Value(html, change.Before),
            Value(html, change.After),
        ]);
        if (drift.Changes.Count > MostChanges) html.Element("p", html.Say.F($"And {ReportWords.Count(drift.Changes.Count - MostChanges)} more, in the report's JSON."));
    }

    private static string Value(HtmlWriter html, string? value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? ReportWords.Count(number) : html.Say.Known(value ?? "");

    private static string Words(string change) => change.Length == 0 ? change : char.ToUpperInvariant(change[0]) + change[1..].Replace('-', ' ');
}
