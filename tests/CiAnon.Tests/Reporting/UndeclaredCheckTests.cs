using System.Text;
using CiAnon.Reporting;

namespace CiAnon.Tests.Reporting;

public class UndeclaredCheckTests
{
    [Theory]
    [InlineData("html")]
    [InlineData("markdown")]
    [InlineData("junit")]
    public void A_check_without_rules_says_that_nothing_is_declared(string format)
    {
        var passed = ReportSamples.Passed();
        var undeclared = passed with { Checks = [.. passed.Checks.Select(check => check.Id is "sql" or "anonymity" ? check with { Examined = 0 } : check)] };
        Assert.Equal(0, Count(format, passed));
        Assert.Equal(2, Count(format, undeclared));
    }

    private static int Count(string format, ComplianceReport report) =>
        Encoding.UTF8.GetString(ReportFormat.Find(format)!.Write(new ReportWithFiles(report, []))).ToUpperInvariant().Split("NOTHING DECLARED").Length - 1;
}
