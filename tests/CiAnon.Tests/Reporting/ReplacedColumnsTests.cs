using CiAnon.Reporting;
using CiAnon.Reporting.Languages;

namespace CiAnon.Tests.Reporting;

/// <summary>Columns count as replaced where values were: of tables that are left without rows there are none.</summary>
public class ReplacedColumnsTests
{
    [Fact]
    public void Columns_of_tables_without_rows_are_told_apart()
    {
        var report = ReportSamples.Passed();
        var all = Verdict.Replaced(report).Count();
        var table = Verdict.Replaced(report).GroupBy(pair => pair.Table).OrderByDescending(group => group.Count()).First();
        var emptied = report with { Tables = [.. report.Tables.Select(one => one == table.Key ? one with { Rows = "none" } : one)] };
        Assert.Equal(all - table.Count(), Verdict.Replaced(emptied).Count());
        Assert.Contains($"The values of {all - table.Count()} column", Verdict.Sentence(emptied), StringComparison.Ordinal);
        Assert.Matches($"{table.Count()} of the policy's rules had nothing to replace", Verdict.Sentence(emptied));
        Assert.Matches($"{table.Count()} Regeln? der Richtlinie hatten? nichts zu ersetzen", Verdict.Sentence(emptied, ReportLanguage.German));
        Assert.DoesNotContain("had nothing to replace", Verdict.Sentence(report), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_counted_was_not_replaced()
    {
        var report = ReportSamples.Passed();
        var uncounted = report with { Tables = [.. report.Tables.Select(table => table with { Columns = [.. table.Columns.Select(column => column with { Counts = null })] })] };
        Assert.Empty(Verdict.Replaced(uncounted));
    }
}
