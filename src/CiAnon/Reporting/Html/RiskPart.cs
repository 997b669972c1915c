using System.Globalization;
using CiAnon.Reporting.Sections.Checks;

namespace CiAnon.Reporting.Html;

/// <summary>Group sizes over columns that together may single out a person, as tables with bars.</summary>
internal static class RiskPart
{
    private const int DefaultThreshold = 5;

    public static string Gist(HtmlWriter html, ComplianceReport report) => Headline.SmallestGroup(report) is { } smallest
        ? html.Say.F($"smallest group {ReportWords.Count(smallest)}")
        : html.Say.T("groups not measured");

    public static void Write(HtmlWriter html, ComplianceReport report)
    {
        if (report.Anonymity.Count == 0)
        {
            html.Element("p", html.Say.T("Not measured. A person may still be recognized by a combination of values that were kept, such as year of birth, postal code and gender. "
                + "The policy can declare such columns under “anonymity”."), ("class", "warning"));
            return;
        }
        html.Element("p", html.Say.T("Even without names, a rare combination of values can point to one person. Rows with the same combination form a group: the larger the smallest group, the better people are hidden in it."));
        foreach (var section in report.Anonymity) Combination(html, section);
    }

    private static void Combination(HtmlWriter html, AnonymitySection section) => html.Element("article", () =>
    {
        html.Element("h3", () =>
        {
            html.Element("code", section.Table);
            html.Element("span", $" {html.Say.T("by the columns")} ", ("class", "soft"));
            html.Element("code", string.Join(", ", section.Columns));
        });
        html.Element("p", Sentence(html, section));
        foreach (var diversity in section.Diversity)
            html.Element("p", html.Say.F($"Within every group, {diversity.Column} has at least {html.Say.Count(diversity.L, "different value")}; the policy asks for {diversity.RequiredL}."));
        if (section.Sizes.Count > 0) Sizes(html, section);
    }, ("class", "risk"));

    private static string Sentence(HtmlWriter html, AnonymitySection section)
    {
        var say = html.Say;
        if (section.Rows == 0) return say.T("The table has no rows.");
        var threshold = section.RequiredK is { } k ? say.F($"the policy asks for {k}") : say.T("measured for information: the policy sets no threshold");
        var smallest = section.K == 1 ? say.T("The smallest group is a single row") : say.F($"Every combination is shared by at least {say.Count(section.K, "row")}");
        return string.Join(' ', $"{smallest} ({threshold}).",
            say.F($"{ReportWords.Count(section.UniqueRows)} of {say.Count(section.Rows, "row")} ({say.Percent(section.UniqueRows, section.Rows)}) are unique;"),
            say.F($"{ReportWords.Count(section.RowsBelow)} ({say.Percent(section.RowsBelow, section.Rows)}) are in groups smaller than {section.RequiredK ?? DefaultThreshold}."));
    }

    private static void Sizes(HtmlWriter html, AnonymitySection section)
    {
        var threshold = section.RequiredK ?? DefaultThreshold;
        var sizes = section.Sizes.OrderBy(size => size.From).ToList();
        html.Table(html.Say.T("Rows by size of their group"), ["Group size", "Groups", "Rows", "Share of rows"], sizes.Index(), size =>
        [
            Range(html, sizes, size.Index),
            size.Item.Groups,
            size.Item.Rows,
            new Cell(cell => Bar(cell, size.Item.Rows, section.Rows, size.Item.From, threshold), "bar"),
        ]);
    }

    private static string Range(HtmlWriter html, List<GroupSizeSection> sizes, int index)
    {
        var from = sizes[index].From;
        long[] steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];
        // The next class may be missing because it is empty: the usual steps say where this one ends.
        var next = steps.FirstOrDefault(step => step > from);
        if (index + 1 < sizes.Count && (next == 0 || sizes[index + 1].From < next)) next = sizes[index + 1].From;
        if (next == 0 || index + 1 == sizes.Count) return html.Say.F($"{ReportWords.Count(from)} or more");
        return next - 1 == from ? ReportWords.Count(from) : html.Say.F($"{ReportWords.Count(from)} to {ReportWords.Count(next - 1)}");
    }

    private static void Bar(HtmlWriter html, long rows, long all, long size, int threshold)
    {
        var isSmall = size < threshold;
        var width = all == 0 ? 0 : 100.0 * rows / all;
        html.Element("svg", () =>
        {
            html.Void("rect", ("class", "track"), ("width", "100"), ("height", "10"));
            html.Void("rect", ("class", isSmall ? "small" : "large"), ("width", Math.Max(width, 0.5).ToString("0.##", CultureInfo.InvariantCulture)), ("height", "10"));
        }, ("viewBox", "0 0 100 10"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"));
        html.Element("span", html.Say.Percent(rows, all) + (isSmall ? html.Say.F($", smaller than {threshold}") : ""));
    }
}
