using CiAnon.Reporting;
using CiAnon.Reporting.Sections;
using CiAnon.Tests.Reporting;

namespace CiAnon.Tests.Audits;

public class DriftTests
{
    [Fact]
    public void The_same_report_has_no_drift() => Assert.Empty(Between(SampleReport.Full(), SampleReport.Full()));

    [Theory]
    [InlineData(1000, 2000, true)]
    [InlineData(2000, 1000, true)]
    [InlineData(1000, 1999, false)]
    [InlineData(0, 100, true)]
    [InlineData(0, 99, false)]
    [InlineData(10, 40, false)]
    public void Rows_have_moved_far_by_factor_and_by_number(long before, long now, bool isFar) => Assert.Equal(isFar ? [$"rows-changed public.t {before} {now}"] : [],
        Between(With(before, new CountSection(0, 0, 0, 0, 0)), With(now, new CountSection(0, 0, 0, 0, 0))));

    [Theory]
    [InlineData(0, 20, true)]
    [InlineData(0, 19, false)]
    [InlineData(90, 10, true)]
    public void Shares_of_null_have_moved_far(long before, long now, bool isFar) => Assert.Equal(isFar ? [$"nulls-changed public.t.a {before} % {now} %"] : [],
        Between(With(100, new CountSection(100, before, 0, 0, 0)), With(100, new CountSection(100, now, 0, 0, 0))));

    [Fact]
    public void Key_and_policy_are_compared_between_runs() => Assert.Equal(
        ["policy-changed policy cc dd", "key-changed key pseudonymization 0123abcd anonymization"],
        Between(SampleReport.Full() with { Policy = new PolicySection("p", "cc", "fail") },
            SampleReport.Full() with { Policy = new PolicySection("p", "dd", "fail"), Key = new KeySection("anonymization", null, "") }));

    private static ComplianceReport With(long rows, CountSection counts) => SampleReport.Full() with
    {
        Tables = [new TableSection("public", "t", "all", rows, rows, [new ColumnSection("a", "text", "masked", "rule", "hash", null, null, counts)])],
    };

    private static IEnumerable<string> Between(ComplianceReport before, ComplianceReport now) =>
        Drift.Between(before, "", DriftState.Of(now)).Changes.Select(change => $"{change.Change} {change.Object} {change.Before} {change.After}");
}
