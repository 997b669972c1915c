using System.Text;
using CiAnon.Diagnostics;
using CiAnon.PostgresTests.Runs;
using CiAnon.PostgresTests.Runs.Schemas;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.RedTeam;

/// <summary>Whoever leaves an original behind is told by a named check, and nothing is published.</summary>
public sealed class RedTeamTests(TestCluster cluster) : IDisposable
{
    private readonly RunFolder _folder = new();

    // Of each kind that a check names one way in every run of the tests, all ways at night.
    public static IEnumerable<TheoryDataRow<string>> Ways =>
        Leaks.All.GroupBy(leak => (leak.Check, leak.Kind, leak.Object.Contains('.'), leak.Tables.Contains("strategy: json", StringComparison.Ordinal))).SelectMany(alike => alike.Select(leak => leak == alike.First() ? Row(leak) : Row(leak).WithTrait("When", "nightly")));

    private static TheoryDataRow<string> Row(Leak leak) => new(leak.Way);

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

    [Fact]
    public void What_the_policy_allows_is_listed_and_an_allowance_of_nothing_is_told()
    {
        var dump = Dump(Leaks.People + "CREATE TABLE log (line text); INSERT INTO log SELECT email FROM people WHERE id = 7");
        var policy = _folder.Policy($$"""
            tables: { {{Leaks.PeopleRules}}, log: { keep: all } }
            verify:
              allow:
                - { object: log.line, kind: email, reason: "our own mailbox", owner: dpo }
                - { object: log.line, kind: phone, reason: "nothing" }
            """);
        var observer = new RecordingObserver();
        var run = RunFolder.Anonymize(_folder.Options(dump, policy), observer);

        var residual = run.Report.Checks.Single(check => check.Id == "residual");
        var allowed = Assert.Single(residual.Allowed);
        Assert.Equal(("public.log.line", "email", 1L, "our own mailbox", "dpo"), (allowed.Object, allowed.Kind, allowed.Count, allowed.Reason, allowed.Owner));
        Assert.Contains(observer.Notices, notice => notice is { Code.Id: "CIANON5005", Position.Line: 6 });
        Assert.Single(observer.Notices, notice => notice.Code.Id == "CIANON5005");
        Assert.True(residual.Control is { Planted: > 100 } control && control.Planted == control.Found);
        Assert.Equal(100, run.Report.Residual!.Kinds.Single(kind => kind.Kind == "email").Originals);
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
