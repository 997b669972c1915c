using CiAnon.Diagnostics;
using CiAnon.Planning;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.Runs.Schemas;

/// <summary>Masked partition keys: rows move to the partitions that their masked values belong to, and every one of them arrives.</summary>
public sealed class PartitionKeyRunTests(TestCluster cluster) : IDisposable
{
    private const string Schema = Lists + Hashes + Ranges;

    // An expression, columns in another order, and NULL.
    private const string Lists = """
        CREATE TABLE shops (id int NOT NULL, country text, owner text) PARTITION BY LIST (lower(country));
        CREATE TABLE shops_de PARTITION OF shops FOR VALUES IN ('de', 'at');
        CREATE TABLE shops_fr (gone int, owner text, country text, id int NOT NULL); ALTER TABLE shops_fr DROP COLUMN gone;
        ALTER TABLE shops ATTACH PARTITION shops_fr FOR VALUES IN ('fr');
        CREATE TABLE shops_null PARTITION OF shops FOR VALUES IN (NULL);
        CREATE TABLE shops_rest PARTITION OF shops DEFAULT;
        INSERT INTO shops SELECT i, CASE WHEN i % 9 > 0 THEN (ARRAY['DE', 'AT', 'FR', 'PL'])[1 + i % 4] END, 'owner' || i || '@private.test' FROM generate_series(1, 400) i;

        """;

    private const string Hashes = """
        CREATE TABLE people (id int, email text, tenant int, note text, PRIMARY KEY (email, tenant)) PARTITION BY HASH (email, tenant);
        CREATE TABLE people_0 PARTITION OF people FOR VALUES WITH (MODULUS 3, REMAINDER 0);
        CREATE TABLE people_1 PARTITION OF people FOR VALUES WITH (MODULUS 3, REMAINDER 1);
        CREATE TABLE people_2 PARTITION OF people FOR VALUES WITH (MODULUS 3, REMAINDER 2);
        INSERT INTO people SELECT i, 'user' || i || '@private.test', i % 5, 'note' FROM generate_series(1, 600) i;
        CREATE TABLE letters (id int PRIMARY KEY, recipient text, tenant int, FOREIGN KEY (recipient, tenant) REFERENCES people);
        INSERT INTO letters SELECT id, email, tenant FROM people;

        """;

    private const string Ranges = """
        CREATE TABLE visits (id int, born date NOT NULL, region text NOT NULL, who text) PARTITION BY RANGE (born);
        CREATE TABLE visits_old PARTITION OF visits FOR VALUES FROM (MINVALUE) TO ('1970-01-01');
        CREATE TABLE visits_70 PARTITION OF visits FOR VALUES FROM ('1970-01-01') TO ('1980-01-01') PARTITION BY LIST (region);
        CREATE TABLE visits_70_eu PARTITION OF visits_70 FOR VALUES IN ('eu');
        CREATE TABLE visits_70_us PARTITION OF visits_70 FOR VALUES IN ('us');
        CREATE TABLE visits_new PARTITION OF visits FOR VALUES FROM ('1980-01-01') TO (MAXVALUE);
        CREATE INDEX ON visits (who);
        INSERT INTO visits SELECT i, date '1965-01-01' + i * 11, CASE i % 2 WHEN 0 THEN 'eu' ELSE 'us' END, 'user' || i || '@private.test' FROM generate_series(1, 600) i;

        """;

    private const string Policy = """
        tables:
          shops: { columns: { country: { strategy: choice, values: [de, FR, PL] }, owner: email } }
          people: { columns: { email: email }, keep: [note] }
          visits: { columns: { born: { strategy: noise, range: 900 days }, region: { strategy: choice, values: [eu, us] }, who: email } }

        """;

    private const string OnlyVisits = """
        tables:
          visits: { columns: { born: { strategy: noise, range: 900 days }, region: { strategy: choice, values: [eu, us] }, who: email } }

        """;

    private readonly RunFolder _folder = new();

    [Theory]
    [InlineData("", "-Fc")]
    [InlineData("proof: restore\n", "-Fd")]
    [InlineData("", "-Fc", "--load-via-partition-root", Traits = ["When", "nightly"])]
    [InlineData("", "-Fp", "--inserts", Traits = ["When", "nightly"])]
    public void Rows_stand_in_the_partitions_of_their_masked_values(string more, params string[] options)
    {
        // A fixed key: with another one in six, as many rows come to a partition of shops as leave it.
        var database = cluster.CreateDatabase(Schema);
        var run = RunFolder.Anonymize(_folder.Options(_folder.DumpOf(cluster, database, options), _folder.Policy(Policy + more)) with { Key = RunFolder.Key(1) });

        Assert.All(run.Report.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
        var restored = cluster.CreateDatabase();
        if (options[0] == "-Fp") cluster.Execute(restored, File.ReadAllText(run.Artefact));
        else cluster.Restore(run.Artefact, restored);
        foreach (var kept in new[] { "SELECT id FROM shops ORDER BY id", "SELECT id, tenant, note FROM people ORDER BY id", "SELECT id, tenant FROM letters ORDER BY id", "SELECT id FROM visits ORDER BY id" })
            Assert.Equal(cluster.Query(database, kept), cluster.Query(restored, kept));
        Assert.Equal("600", cluster.Query(restored, "SELECT count(*) FROM letters JOIN people ON email = recipient AND people.tenant = letters.tenant AND people.id = letters.id"));
        Assert.DoesNotContain("private.test", cluster.Query(restored, "SELECT * FROM shops", "SELECT * FROM people", "SELECT * FROM letters", "SELECT * FROM visits"), StringComparison.Ordinal);

        var partitions = run.Report.Tables.Where(table => table.Moved is not null).ToList();
        Assert.Equal(["people_0", "people_1", "people_2", "shops_de", "shops_fr", "shops_null", "shops_rest", "visits_70_eu", "visits_70_us", "visits_new", "visits_old"], partitions.Select(table => table.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["public.people (email)", "public.shops (country)", "public.visits (born, region)"], partitions.Select(table => table.Moved!).Distinct().Order(StringComparer.Ordinal));
        Assert.All(partitions, table => Assert.Equal((table.Name, Count(database, table.Name), Count(restored, table.Name)), (table.Name, table.RowsIn, table.RowsOut)));
        Assert.Equal(1600, partitions.Sum(table => table.RowsOut));
        Assert.All(partitions.GroupBy(table => table.Moved), tree => Assert.Contains(tree, table => table.RowsIn != table.RowsOut));
    }

    [Theory]
    [InlineData(SandboxChanges.Rows, Traits = ["When", "nightly"])]
    [InlineData(SandboxChanges.Schema)]
    public void Where_others_may_change_the_sandbox_rows_move_as_well(SandboxChanges declared)
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Ranges), "-Fc");
        var run = RunFolder.Anonymize(_folder.Options(dump, _folder.Policy(OnlyVisits)) with { SandboxChanges = declared });
        var restored = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, restored);
        Assert.Equal(("600", ReportStatus.Passed), (cluster.Query(restored, "SELECT count(DISTINCT id) FROM visits"), run.Report.Status));
    }

    [Theory]
    [InlineData("rows: { where: 'id % 3 = 0' }", "SELECT id FROM visits WHERE id % 3 = 0 ORDER BY id")]
    [InlineData("rows: { limit: 100 }", null)]
    public void Rows_that_are_left_out_are_told_by_their_originals(string rows, string? kept)
    {
        var database = cluster.CreateDatabase(Ranges);
        var run = _folder.Anonymize(_folder.DumpOf(cluster, database, "-Fc"), _folder.Policy(OnlyVisits.Replace("visits: {", $"visits: {{ {rows},", StringComparison.Ordinal)));
        var restored = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, restored);
        if (kept is not null) Assert.Equal(cluster.Query(database, kept), cluster.Query(restored, "SELECT id FROM visits ORDER BY id"));
        else Assert.Equal("100", cluster.Query(restored, "SELECT count(*) FROM visits"));
    }

    [Theory]
    [InlineData("people", "id <= 60")]
    [InlineData("letters", "id <= 60")]
    public void A_subset_is_whole_though_its_rows_move(string from, string where)
    {
        var database = cluster.CreateDatabase(Hashes + Ranges);
        const string Rules = """
            tables:
              people: { columns: { email: email }, keep: [note] }
              visits: { rows: all, columns: { born: { strategy: noise, range: 900 days }, region: { strategy: choice, values: [eu, us] }, who: email } }

            """;
        var run = RunFolder.Anonymize(_folder.Options(_folder.DumpOf(cluster, database, "-Fc"), _folder.Policy($"subset: {{ from: {from}, where: '{where}' }}\n{Rules}")) with { Key = RunFolder.Key(1) });
        var restored = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, restored);
        foreach (var table in new[] { "people", "letters" })
            Assert.Equal(cluster.Query(database, $"SELECT id, tenant FROM {table} WHERE id <= 60 ORDER BY id"), cluster.Query(restored, $"SELECT id, tenant FROM {table} ORDER BY id"));
        Assert.Equal("60", cluster.Query(restored, "SELECT count(*) FROM letters JOIN people ON email = recipient AND people.tenant = letters.tenant AND people.id = letters.id"));
        Assert.Equal("600", cluster.Query(restored, "SELECT count(DISTINCT id) FROM visits"));
        Assert.All(run.Report.Tables.Where(table => table.Moved is not null), table => Assert.Equal((table.Name, Count(restored, table.Name)), (table.Name, table.RowsOut)));
        Assert.Equal(60, run.Report.Tables.Where(table => table.Name.StartsWith("people_", StringComparison.Ordinal)).Sum(table => table.RowsOut));
        Assert.All(run.Report.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
    }

    [Fact]
    public void An_artefact_is_judged_by_tree_and_an_original_in_another_partition_is_found()
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Ranges), "-Fc");
        var policy = _folder.Policy(OnlyVisits);
        var run = _folder.Anonymize(dump, policy);
        var good = Verify(run.Artefact, dump, policy);
        Assert.All(good.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
        Assert.Equal(run.Report.Tables.Select(table => (table.Name, table.RowsIn, table.RowsOut)), good.Tables.Select(table => (table.Name, table.RowsIn, table.RowsOut)));

        // A row of 1965 whose address is what it was, born in the eighties now.
        var leaking = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, leaking);
        cluster.Execute(leaking, "UPDATE visits SET who = 'user1@private.test', born = '1985-06-07' WHERE id = 1; DELETE FROM visits WHERE id = 2");
        var bad = Verify(_folder.DumpOf(cluster, leaking, "-Fc"), dump, policy);
        Assert.Contains(bad.Checks.Single(check => check.Id == "changed").Findings, finding => finding is { Object: "public.visits.who", Violations: 1 });
        Assert.Contains(bad.Checks.Single(check => check.Id == "rows").Findings, finding => finding is { Object: "public.visits", Violations: 1 });
    }

    [Fact]
    public void A_bound_that_quotes_an_original_is_a_leak_and_named_as_one()
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase("""
            CREATE TABLE tenants (id int, email text) PARTITION BY LIST (email);
            CREATE TABLE tenants_big PARTITION OF tenants FOR VALUES IN ('canary7@private.test');
            CREATE TABLE tenants_rest PARTITION OF tenants DEFAULT;
            INSERT INTO tenants SELECT i, 'canary' || i || '@private.test' FROM generate_series(1, 90) i;
            """), "-Fc");
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(dump, _folder.Policy("columns: { email: email }\n")));
        Assert.Equal(ExitCode.CheckFailed, failure.Exit);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
        var finding = Assert.Single(ReportJson.Read(File.ReadAllBytes(_folder.Report))!.Checks.Single(check => check.Id == "residual").Findings);
        Assert.Equal("TABLE ATTACH public.tenants_big", finding.Object);
        Assert.Contains("other bounds", finding.Remedy, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Output));
    }

    [Fact]
    public void Values_that_no_partition_takes_stop_the_plan()
    {
        const string Countries = "CREATE TABLE shops (id int, country text) PARTITION BY LIST (country); CREATE TABLE shops_de PARTITION OF shops FOR VALUES IN ('de', 'at'); CREATE TABLE shops_fr PARTITION OF shops FOR VALUES IN ('fr'); INSERT INTO shops VALUES (1, 'de');";
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Countries), "-Fc");
        var failure = Assert.Throws<CiAnonException>(() => Plan(dump, "tables: { shops: { columns: { country: hash } } }\n"));
        var problem = Assert.Single(failure.Diagnostics);
        Assert.Equal((DiagnosticCodes.ConstraintRefuses, 2), (problem.Code, problem.Position?.Line));
        Assert.StartsWith("partitioning of public.shops (country) refuses what strategy 'hash' makes of country: ", problem.Message, StringComparison.Ordinal);
        Assert.EndsWith("; or keep it, or give the table a DEFAULT partition in the source database", problem.Message, StringComparison.Ordinal);
        Assert.Contains("fits partitioning of public.shops (country)", Plan(dump, "tables: { shops: { columns: { country: { strategy: choice, values: [de, fr] } } } }\n").Tables
            .Single(table => table.Table.Name == "shops").Find("country")!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_no_partition_takes_stops_the_run()
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase("""
            CREATE TABLE visits (id int, day date) PARTITION BY RANGE (day);
            CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
            CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
            INSERT INTO visits SELECT i, date '2021-12-01' + i % 31 FROM generate_series(1, 50) i;
            """), "-Fc");
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(dump, _folder.Policy("tables: { visits: { columns: { day: { strategy: noise, range: 90 days, seed: a } } } }\n")));
        var problem = Assert.Single(failure.Diagnostics);
        Assert.Equal((DiagnosticCodes.NoPartition, 2), (problem.Code, problem.Position?.Line));
        Assert.StartsWith("public.visits_2: no partition of public.visits (day) takes a row as it is masked, check_violation (23514) on table public.visits, row ", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("2022", problem.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private long Count(string database, string table) => long.Parse(cluster.Query(database, $"SELECT count(*) FROM {table}"));

    private Plan Plan(string dump, string policy)
    {
        using var run = new AnonymizationRun(_folder.Options(dump, _folder.Policy(policy)) with { OutputPath = null }, new RecordingObserver(), TestContext.Current.CancellationToken);
        return run.Plan();
    }

    private ComplianceReport Verify(string dump, string original, string policy)
    {
        var options = new VerifyOptions(dump, policy) { OriginalPath = original, ReportPath = _folder.In("verdict.json"), WorkDirectory = _folder.WorkDirectory, Jobs = 2, Environment = Environment.GetEnvironmentVariable };
        using var run = new VerificationRun(options, new RecordingObserver(), TestContext.Current.CancellationToken);
        return run.Run();
    }
}
