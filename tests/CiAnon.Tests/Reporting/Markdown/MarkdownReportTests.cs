using System.Text;
using CiAnon.Reporting;
using CiAnon.Reporting.Markdown;
using CiAnon.Reporting.Sections;
using CiAnon.Reporting.Sections.Checks;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Reporting.Markdown;

public class MarkdownReportTests
{
    private const string Snapshots = "tests/CiAnon.Tests/Reporting/Markdown/";

    [Fact]
    public void What_people_read()
    {
        GeneratedFile.AssertUpToDate($"{Snapshots}passed.verified.md", Text(ReportSamples.Passed()));
        GeneratedFile.AssertUpToDate($"{Snapshots}failed.verified.md", Text(ReportSamples.Failed()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(5000)]
    public void A_summary_is_never_too_large(int nameLength)
    {
        // Characters that take most bytes when they are escaped.
        var name = new string('@', nameLength);
        var report = ReportSamples.Large(3000);
        var large = report with
        {
            Tables = [.. report.Tables.Select(table => table with { Name = name + table.Name, Columns = [.. table.Columns.Select(column => column with { Name = name + column.Name, Reason = name })] })],
            Errors = [.. Enumerable.Range(0, 3000).Select(_ => new ErrorSection("CIANON5002", name, name, 1, 1))],
            Drift = report.Drift! with { Changes = [.. Enumerable.Range(0, 3000).Select(_ => new DriftEntry("column-added", name, name, name))] },
        };
        Assert.InRange(MarkdownReport.Write(large).Length, 1, MarkdownReport.MostBytes);
    }

    [Fact]
    public void What_is_left_out_is_counted() => Assert.Contains("… and 2\u202F800 more.", Text(ReportSamples.Large(3000) with { Drift = null }), StringComparison.Ordinal);

    [Fact]
    public void Names_change_nothing_but_the_text()
    {
        var text = Text(ReportSamples.Nasty("a|b\n# c <img src=x> [l](http://x.test) @team #12 `k` www.x.test"));
        Assert.DoesNotMatch(@"<img|\[l\]|(?<!&)#12|@team|`k`|http://x|www\.x", text);
        var lines = text.Split('\n');
        foreach (var (index, line) in lines.Index().Where(line => line.Item.StartsWith('|')))
        {
            // Every row of a table has as many cells as its head.
            var head = index;
            while (head > 0 && lines[head - 1].StartsWith('|')) head--;
            Assert.Equal(lines[head].Count(character => character == '|'), line.Count(character => character == '|'));
        }
    }

    private static string Text(ComplianceReport report) => Encoding.UTF8.GetString(MarkdownReport.Write(report));
}
