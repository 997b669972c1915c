using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CiAnon.Reporting;
using CiAnon.Reporting.Html;

namespace CiAnon.Tests.Reporting.Html;

/// <summary>The page as browsers read it: AngleSharp takes HTML apart by the rules of the standard, and fails on what they call an error.</summary>
public class JudgedPageTests
{
    private static readonly HtmlParser Judge = new(new HtmlParserOptions { IsStrictMode = true });

    public static TheoryData<string> Reports => ["passed", "failed", "pseudonymized", "bare", "large", "nasty"];

    [Theory]
    [MemberData(nameof(Reports))]
    public void Pages_are_read_without_an_error_and_hold_nothing_that_runs_or_is_fetched(string name)
    {
        var page = Read(name);
        Assert.Empty(page.QuerySelectorAll("script, iframe, object, embed, form, link, img[src], base, audio, video"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.All(page.QuerySelectorAll("a[href]"), link => Assert.Matches("^(#|https://)", link.GetAttribute("href")!));
        Assert.Single(page.QuerySelectorAll("title"));
        Assert.NotEqual("", page.DocumentElement.GetAttribute("lang") ?? "");
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Links_within_the_page_lead_somewhere_and_ids_are_there_once(string name)
    {
        var page = Read(name);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Every_row_of_a_table_has_a_cell_for_each_heading(string name)
    {
        foreach (var table in Read(name).QuerySelectorAll<IHtmlTableElement>("table").Where(table => table.Head is not null))
        {
            var width = table.Head!.Rows[0].Cells.Sum(cell => cell.ColumnSpan);
            Assert.All(table.Bodies.SelectMany(body => body.Rows), row => Assert.Equal(width, row.Cells.Sum(cell => cell.ColumnSpan)));
        }
    }

    [Theory]
    [InlineData("</style><script>alert(1)</script>")]
    [InlineData("\" onmouseover=\"alert(1)")]
    [InlineData("<!--><img src=x onerror=alert(1)>")]
    [InlineData("]]><svg/onload=alert(1)>")]
    [InlineData("&lt;script&gt;")]
    public void Browsers_see_the_same_page_whatever_a_column_is_called(string name)
    {
        var page = Page(ReportSamples.Nasty(name));
        Assert.Equal(Shape(Page(ReportSamples.Nasty("x"))), Shape(page));
        Assert.Contains(page.QuerySelectorAll("code"), code => code.TextContent == name);
    }

    private static IHtmlDocument Read(string name) => Page(name switch
    {
        "passed" => ReportSamples.Passed(),
        "failed" => ReportSamples.Failed(),
        "pseudonymized" => ReportSamples.Pseudonymized(),
        "bare" => ReportSamples.Bare(),
        "large" => ReportSamples.Large(300),
        _ => ReportSamples.Nasty("</table><script>alert(1)</script>"),
    });

    private static IHtmlDocument Page(ComplianceReport report) => Judge.ParseDocument(Encoding.UTF8.GetString(HtmlReport.Write(report)));

    private static string Shape(IHtmlDocument page) => string.Join('\n', page.All.Select(element => $"{element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => attribute.Name))}"));
}
