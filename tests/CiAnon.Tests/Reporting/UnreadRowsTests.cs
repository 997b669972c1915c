using System.Text;
using CiAnon.Reporting;

namespace CiAnon.Tests.Reporting;

/// <summary>A run may stop after its plan: how many rows there are nobody knows then.</summary>
public class UnreadRowsTests
{
    [Theory]
    [InlineData("html", "rows not read")]
    [InlineData("markdown", "| not read |")]
    public void Rows_that_nobody_read_are_not_said_to_be_none(string format, string words)
    {
        var passed = ReportSamples.Passed();
        var stopped = passed with
        {
            Status = ReportStatus.Failed,
            Output = null,
            Tables = [.. passed.Tables.Select(table => table with { RowsIn = 0, RowsOut = 0, LeftOut = null })],
            Checks = [.. passed.Checks.Select(check => check with { Status = "skipped", Examined = 0 })],
        };
        Assert.DoesNotContain(words, Page(format, passed), StringComparison.Ordinal);
        Assert.Equal(stopped.Tables.Count, Page(format, stopped).Split(words).Length - 1);
        Assert.Contains(words, Page(format, stopped with { Tables = [.. passed.Tables.Take(1).Select(table => table with { RowsIn = 0, RowsOut = 0, Rows = "none" })] }), StringComparison.Ordinal);
    }

    private static string Page(string format, ComplianceReport report) => Encoding.UTF8.GetString(ReportFormat.Find(format)!.Write(new ReportWithFiles(report, [])));
}
