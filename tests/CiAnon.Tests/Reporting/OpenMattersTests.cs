using System.Text;
using CiAnon.Cli.Terminal;
using CiAnon.Reporting;
using CiAnon.Reporting.Html;
using CiAnon.Reporting.Languages;

namespace CiAnon.Tests.Reporting;

/// <summary>A green verdict says what is open: columns that nobody decided on, and hits that the policy allows.</summary>
public class OpenMattersTests
{
    [Theory]
    [InlineData("html")]
    [InlineData("markdown")]
    public void The_verdict_counts_undecided_columns_and_allowed_hits(string format)
    {
        var text = Write(format, Undecided());
        Assert.Contains("; undecided in 2 columns;", text, StringComparison.Ordinal);
        Assert.Contains("2 columns are undecided: their rules were proposed by a machine, and nobody decided. Of these, 1 column came through unchanged.", text, StringComparison.Ordinal);
        Assert.Contains("4 values that look personal are in the result because the policy allows it: 4 × E-mail address in public.products.description.", text, StringComparison.Ordinal);
        Assert.Contains("5 columns came through unchanged by decision of the policy", text, StringComparison.Ordinal);
        Assert.Contains("no strategy fits", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("markdown")]
    public void Nothing_is_said_where_nothing_is_open(string format)
    {
        var text = Write(format, ReportSamples.Passed() with { Checks = [.. ReportSamples.Passed().Checks.Select(check => check with { Allowed = [] })] });
        Assert.DoesNotContain("nobody decided", text, StringComparison.Ordinal);
        Assert.DoesNotContain("policy allows", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(120)]
    public void A_terminal_shows_a_report_s_tables_within_its_width(int width)
    {
        var lines = ReportSummary.Lines(ReportSamples.Failed(), "report.json", width).ToList();
        var from = lines.FindIndex(line => line.StartsWith("table ", StringComparison.Ordinal));
        Assert.All(lines.Skip(from).TakeWhile(line => line.Length > 0), line => Assert.InRange(line.Length, 1, width));
        Assert.Contains("failed   residual: 43 violations", lines);
    }

    [Fact]
    public void One_violation_is_one()
    {
        var failed = ReportSamples.Failed();
        failed = failed with { Checks = [.. failed.Checks.Select(check => check.Id == "residual" ? check with { Violations = 1 } : check)] };
        Assert.Contains("failed   residual: 1 violation", ReportSummary.Lines(failed, "report.json", 120));
    }

    [Fact]
    public void It_is_all_said_in_German()
    {
        var german = ReportLanguage.Load("de");
        HtmlReport.Write(Undecided(), german);
        Assert.Empty(german.Untranslated);
    }

    [Fact]
    public void The_terminal_lists_both() => Assert.Equal(
    [
        "open     2 undecided columns: proposed by a machine, and nobody decided", "         public.customers.loyalty_tier: kept", "         public.orders.note: text",
        "allowed  4 values that look personal, by the policy:", "         public.products.description: 4 email",
    ], OpenLines.Of(Undecided()));

    private static ComplianceReport Undecided() => ReportSamples.Passed() with
    {
        Tables =
        [
            .. ReportSamples.Passed().Tables.Select(table => table with
            {
                Columns = [.. table.Columns.Select(column => column.Name is "loyalty_tier" or "note" ? column with { Undecided = "not personal, 60 %: no strategy fits" } : column)],
            }),
        ],
    };

    private static string Write(string format, ComplianceReport report) => System.Net.WebUtility.HtmlDecode(
        Encoding.UTF8.GetString(ReportFormat.Find(format)!.Write(new ReportWithFiles(report, []))).Replace("&#95;", "_", StringComparison.Ordinal).Replace("<wbr/>", "", StringComparison.Ordinal));
}
