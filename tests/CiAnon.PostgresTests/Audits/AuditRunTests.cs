using CiAnon.Audits;
using CiAnon.Diagnostics;
using CiAnon.PostgresTests.Runs;

namespace CiAnon.PostgresTests.Audits;

/// <summary>A run, a change of the schema, an audit against the run's report; and audits of live databases.</summary>
public sealed class AuditRunTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """
        CREATE TABLE people (id int PRIMARY KEY, email text, city varchar(40), old int);
        INSERT INTO people SELECT i, 'u' || i || '@mail.de', 'c' || i, i FROM generate_series(1, 300) i;
        """;

    private const string Change = """
        ALTER TABLE people ADD nickname text; ALTER TABLE people ALTER city TYPE text; ALTER TABLE people DROP old;
        CREATE TABLE pets (id int PRIMARY KEY); DELETE FROM people WHERE id > 100;
        """;

    private const string Policy = "tables: { people: { columns: { email: email, city: city } } }\n";

    private readonly RunFolder _folder = new();

    [Fact]
    public void A_run_then_a_changed_schema_then_an_audit_with_the_runs_report()
    {
        var database = cluster.CreateDatabase(Schema);
        var policy = _folder.Policy(Policy);
        _folder.Anonymize(_folder.DumpOf(cluster, database, "-Fc"), policy);
        Assert.Equal([], Audit(policy, Dump(database), baseline: true));

        cluster.Execute(database, Change);
        string[] drift =
        [
            "error undecided-column public.people.nickname", "note column-added public.people.nickname", "note column-removed public.people.old",
            "note rows-changed public.people", "note table-added public.pets", "warning type-changed public.people.city",
        ];
        Assert.Equal(drift, Audit(policy, Dump(database), baseline: true));

        // A database says nothing of its numbers of rows.
        Assert.Equal(drift.Where(line => !line.Contains("rows-changed", StringComparison.Ordinal)), Audit(policy, null, baseline: true, cluster.ConnectionString(database)));
    }

    [Fact]
    public void A_run_with_a_baseline_reports_what_changed()
    {
        var database = cluster.CreateDatabase(Schema);
        _folder.Anonymize(_folder.DumpOf(cluster, database, "-Fc"), _folder.Policy(Policy));
        File.Move(_folder.Report, _folder.In("baseline.json"));
        cluster.Execute(database, Change);
        var options = _folder.Options(Dump(database), _folder.Policy(Policy.Replace("city: city", "city: hash, nickname: hash", StringComparison.Ordinal))) with
        {
            BaselinePath = _folder.In("baseline.json"),
            OutputPath = _folder.In("second"),
        };
        var drift = RunFolder.Anonymize(options).Report.Drift!;
        Assert.Equal(RunFolder.Sha256(_folder.In("baseline.json")), drift.BaselineSha256);
        Assert.Equal(
        [
            "column-added public.people.nickname", "column-removed public.people.old", "decision-changed public.people.city", "policy-changed policy",
            "rows-changed public.people", "table-added public.pets", "type-changed public.people.city",
        ], drift.Changes.Select(change => $"{change.Change} {change.Object}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_shops_policy_is_clean() => Assert.True(CiAnon.Audits.Audit.Run(new AuditOptions(ShopFixture.Policy, new DateOnly(2026, 7, 1))
    {
        DumpPath = _folder.DumpOf(cluster, cluster.CreateDatabase("\\set customers 200\n" + File.ReadAllText(Repository.File("samples/shop/shop.sql"))), "-Fc"),
    }, CancellationToken.None).Passed, "the shop's policy has findings");

    [Theory]
    [InlineData("Host=/nowhere;Username=u;Password=canary-secret")]
    [InlineData("postgres://u:canary-secret@127.0.0.1:1/db?sslmode=disable")]
    [InlineData("canary-secret")]
    public void A_database_that_does_not_answer_is_an_error_that_keeps_the_connection_string(string connection)
    {
        var failure = Assert.Throws<CiAnonException>(() => Audit(_folder.Policy(Policy), null, baseline: false, connection));
        Assert.Equal(DiagnosticCodes.DatabaseUnreachable, failure.Diagnostics.Single().Code);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Dump(string database)
    {
        File.Delete(_folder.In("again.dump"));
        cluster.Dump(database, _folder.In("again.dump"), "-Fc");
        return _folder.In("again.dump");
    }

    private string[] Audit(string policy, string? dump, bool baseline, string? connection = null) =>
    [
        .. CiAnon.Audits.Audit.Run(new AuditOptions(policy, new DateOnly(2026, 7, 1)) { DumpPath = dump, Database = connection, BaselinePath = baseline ? _folder.Report : null }, CancellationToken.None)
            .Findings.Select(finding => $"{finding.Rule.Severity.ToString().ToLowerInvariant()} {finding.Rule.Id} {finding.Object}").Order(StringComparer.Ordinal),
    ];
}
