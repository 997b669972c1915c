using System.Text;
using CiAnon.Diagnostics;
using CiAnon.PostgresTests.Runs;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.RedTeam;

/// <summary>Whoever leaves an original behind is told by a named check, and nothing is published.</summary>
public sealed class RedTeamTests(TestCluster cluster) : IDisposable
{
    private readonly RunFolder _folder = new();

    public static TheoryData<string> Ways => [.. Leaks.All.Select(leak => leak.Way)];

    [Fact]
    public void There_are_at_least_thirty_ways_and_without_any_the_run_passes()
    {
        Assert.True(Leaks.All.Count >= 30);
        Assert.Equal(Leaks.All.Count, Leaks.All.Select(leak => leak.Way).Distinct().Count());
        var run = _folder.Anonymize(Dump(Leaks.People), Policy(new Leak("", "", "", "", "", "")));
        Assert.Equal(ReportStatus.Passed, run.Report.Status);
        new ArtefactJudge(cluster).Judge(run, canaries: [Leaks.Canary]);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_leak_is_found(string way)
    {
        var leak = Leaks.All.Single(candidate => candidate.Way == way);
        var dump = Dump(Leaks.People + leak.Sql);

        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(dump, Policy(leak)));

        Assert.True(failure.Exit == ExitCode.CheckFailed, failure.ToString());
        Assert.DoesNotContain(Leaks.Canary, failure.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.False(File.Exists(_folder.Output));
        var json = File.ReadAllBytes(_folder.Report);
        Assert.DoesNotContain(Leaks.Canary, Encoding.UTF8.GetString(json), StringComparison.OrdinalIgnoreCase);
        var report = ReportJson.Read(json)!;
        Assert.Equal(ReportStatus.Failed, report.Status);
        var findings = report.Checks.Single(check => check.Id == leak.Check).Findings;
        var finding = findings.FirstOrDefault(found => found.Object == leak.Object && found.Kind == leak.Kind);
        Assert.True(finding is not null, string.Join('\n', report.Checks.SelectMany(check => check.Findings.Select(found => $"{check.Id}: {found}"))));
        Assert.True(finding.Violations > 0);
        if (leak.Path is not null) Assert.Contains(leak.Path, findings.Where(found => found.Object == leak.Object && found.Kind == leak.Kind).Select(found => found.Path));
    }

    [Theory]
    [InlineData("peopel: { keep: all }", "CIANON1201")]
    [InlineData("people: { columns: { emial: email } }", "CIANON1202")]
    public void A_misspelt_name_stops_the_run_before_a_row_is_read(string tables, string code)
    {
        var policy = _folder.Policy($"unlisted: keep\ntables: {{ {tables} }}\n");
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(Dump(Leaks.People), policy));
        Assert.Equal((ExitCode.Usage, code), (failure.Exit, failure.Diagnostics.First(diagnostic => diagnostic.Severity == Severity.Error).Code.Id));
        Assert.False(File.Exists(_folder.Output));
    }

    public void Dispose() => _folder.Dispose();

    private string Dump(string sql) => _folder.DumpOf(cluster, cluster.CreateDatabase(sql + ";"), "-Fc");

    private string Policy(Leak leak) => _folder.Policy(
        $"{leak.Policy}tables: {{ {leak.People ?? Leaks.PeopleRules}{(leak.Tables.Length > 0 ? ", " + leak.Tables : "")} }}\n");
}
