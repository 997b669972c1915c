using System.Globalization;

namespace CiAnon.Reporting.Html;

/// <summary>What is different from an earlier report.</summary>
internal static class DriftPart
{
    private const int MostChanges = 500;

    public static void Write(HtmlWriter html, ComplianceReport report)
    {
        if (report.Drift is not { } drift)
        {
            html.Element("p", "No earlier report was given to compare with.");
            return;
        }
        if (drift.Changes.Count == 0)
        {
            html.Element("p", $"Nothing since the run of {ReportWords.Time(drift.Since)}.");
            return;
        }
        html.Element("p", $"{ReportWords.Count(drift.Changes.Count, "change")} since the run of {ReportWords.Time(drift.Since)}.");
        html.Table("Changes since the earlier report", ["What", "Where", "Before", "After"], drift.Changes.Take(MostChanges), change =>
        [
            Words(change.Change),
            Cell.Code(change.Object),
            Value(change.Before),
            Value(change.After),
        ]);
        if (drift.Changes.Count > MostChanges) html.Element("p", $"And {ReportWords.Count(drift.Changes.Count - MostChanges)} more, in the report's JSON.");
    }

    private static string Value(string? value) => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? ReportWords.Count(number) : value ?? "";

    private static string Words(string change) => change.Length == 0 ? change : char.ToUpperInvariant(change[0]) + change[1..].Replace('-', ' ');
}
