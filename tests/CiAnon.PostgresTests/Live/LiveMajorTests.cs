using CiAnon.Diagnostics;
using CiAnon.PostgresTests.BadInput;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.Live;

/// <summary>Live databases of older and newer servers than the installed one, each read by a pg_dump that knows it.</summary>
[Trait("When", "nightly")]
public sealed class LiveMajorTests : IDisposable
{
    private const string Schema = """
        CREATE TYPE tier AS ENUM ('basic', 'plus');
        CREATE TABLE people (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text UNIQUE NOT NULL CHECK (email LIKE '%@%'), tier tier, tags text[], shout text GENERATED ALWAYS AS (upper(email)) STORED);
        INSERT INTO people (email, tier, tags) SELECT 'canary' || i || '@private.test', 'plus', ARRAY['a', 'b'] FROM generate_series(1, 300) i;
        CREATE TABLE orders (id int, person int NOT NULL REFERENCES people, placed date, PRIMARY KEY (id, placed)) PARTITION BY RANGE (placed);
        CREATE TABLE orders_2024 PARTITION OF orders FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
        CREATE TABLE orders_rest PARTITION OF orders DEFAULT;
        INSERT INTO orders SELECT i, 1 + i % 300, date '2024-12-01' + i % 60 FROM generate_series(1, 400) i;
        CREATE INDEX people_lower ON people (lower(email));
        CREATE VIEW mailboxes AS SELECT email FROM people;
        CREATE MATERIALIZED VIEW per_tier AS SELECT tier, count(*) AS people FROM people GROUP BY tier;
        """;

    private const string Policy = "version: 1\ncolumns: { email: email }\ntables:\n  people: { keep: [tags] }\n  orders: { keep: [placed] }\n";
    private const string Facts = "SELECT (SELECT count(*) FROM people), (SELECT count(*) FROM orders JOIN people ON people.id = person), (SELECT people FROM per_tier), "
        + "(SELECT count(*) FROM people p WHERE p::text ILIKE '%canary%'), (SELECT count(*) FROM mailboxes), (SELECT last_value FROM people_id_seq)";

    private readonly Scene _scene = new();

    public LiveMajorTests() => File.WriteAllText(_scene.PolicyPath, Policy);

    [Theory]
    [InlineData(13)]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(19)]
    public void A_source_of_any_major_becomes_an_artefact_that_restores_into_its_like(int major)
    {
        using var server = Start(major);
        var result = Run("anonymize", server, "--source-env", "SOURCE", "--output", _scene.Output, "--report", _scene.ReportPath);
        Assert.True(result.Exit == 0, result.Error);
        Assert.StartsWith($"{major}", ReportJson.Read(File.ReadAllBytes(_scene.ReportPath))!.Input.ServerVersion, StringComparison.Ordinal);
        var copy = server.CreateDatabase();
        server.Restore(_scene.Output, copy);
        Assert.Equal("300|400|300|0|300|300", server.Query(copy, Facts));
        Assert.DoesNotContain(Scene.Canary, server.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(13)]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(19)]
    public void A_database_of_any_major_is_anonymized_where_it_stands_and_knows_when_it_is_no_longer_clean(int major)
    {
        using var server = Start(major);
        var done = Run("sanitize", server, "--target-env", "SOURCE");
        Assert.True(done.Exit == 0, done.Error);
        Assert.Equal("300|400|300|0|300|300", server.Query("shop", Facts));
        Assert.Equal(0, _scene.Run("check", "--target-env", "SOURCE", "--policy", _scene.PolicyPath).Exit);
        server.Execute("shop", "VACUUM (FULL, ANALYZE); SELECT pg_stat_reset()");
        Assert.Equal(0, _scene.Run("check", "--target-env", "SOURCE").Exit);
        server.Execute("shop", "UPDATE orders SET placed = placed WHERE id = 1");
        Assert.Contains("public.orders_2024", _scene.Run("check", "--target-env", "SOURCE").Line(DiagnosticCodes.ChangedSinceSanitized), StringComparison.Ordinal);
        Assert.DoesNotContain(Scene.Canary, server.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(13)]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(19)]
    public void What_the_planner_knew_of_emptied_tables_goes_by_an_owner_who_is_no_superuser(int major)
    {
        using var server = Start(major);
        server.Execute("shop", """
            CREATE ROLE owner LOGIN; ALTER DATABASE shop OWNER TO owner; GRANT CREATE ON SCHEMA public TO owner; SET ROLE owner;
            CREATE TABLE logins (id int NOT NULL CHECK (id > 0), email text NOT NULL); CREATE INDEX ON logins (upper(email)); CREATE STATISTICS two (mcv) ON id, email FROM logins;
            INSERT INTO logins SELECT 1 + i % 20, 'canary' || i % 20 || '@private.test' FROM generate_series(1, 400) i;
            CREATE MATERIALIZED VIEW seen AS SELECT email FROM logins; ANALYZE logins; ANALYZE seen; RESET ROLE; DROP MATERIALIZED VIEW per_tier; DROP VIEW mailboxes; DROP TABLE orders, people;
            """);
        File.WriteAllText(_scene.PolicyPath, "version: 1\ntables: { logins: { rows: none } }\n");
        _scene.With("OWNER", $"Host={server.Host};Username=owner;Database=shop");
        var done = Run("sanitize", server, "--target-env", "OWNER");
        Assert.True(done.Exit == 0, done.Error);
        Assert.Equal("0|0|0", server.Query("shop", "SELECT (SELECT count(*) FROM logins), (SELECT count(*) FROM pg_stats s WHERE s::text LIKE '%canary%'), (SELECT count(*) FROM pg_stats_ext s WHERE s::text LIKE '%canary%')"));
    }

    [Theory]
    [InlineData(13, 13)]
    [InlineData(17, 17)]
    [InlineData(18, 18)]
    [InlineData(19, 19)]
    [InlineData(13, 18)]
    [InlineData(15, 17)]
    public void A_target_of_the_same_or_another_major_is_built_by_a_program_that_both_know(int from, int to)
    {
        using var source = Start(from);
        using var target = TestCluster.Start(Tools(to));
        _scene.With("TARGET", target.ConnectionString("shop_staging"));
        var result = Run("sync", source, Tools(Math.Max(from, to)).BinDirectory, ["production-to-staging", "--source-env", "SOURCE", "--target-env", "TARGET"]);
        Assert.True(result.Exit == 0, result.Error);
        Assert.Equal("300|400|300|0|300|300", target.Query("shop_staging", Facts));
        Assert.Equal(0, _scene.Run("check", "--target-env", "TARGET", "--policy", _scene.PolicyPath).Exit);
        Assert.DoesNotContain(Scene.Canary, source.Log + target.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(17, 15)]
    [InlineData(18, 13)]
    public void A_target_that_is_older_than_its_source_is_refused_before_a_row_is_read(int from, int to)
    {
        using var source = Start(from);
        using var target = TestCluster.Start(Tools(to));
        _scene.With("TARGET", target.ConnectionString("shop_staging"));
        foreach (var more in new[] { "--force", "--dry-run" })
        {
            var line = Run("sync", source, ["production-to-staging", "--source-env", "SOURCE", "--target-env", "TARGET", more]).Line(DiagnosticCodes.TargetTooOld);
            Assert.Contains($"TARGET is PostgreSQL {to}, and the source is {from}", line, StringComparison.Ordinal);
        }
        _scene.AssertNothingLeft();
    }

    [Fact]
    public void A_source_that_no_installed_program_knows_is_an_error_that_says_what_to_install()
    {
        using var server = Start(18);
        _scene.With("SOURCE", server.ConnectionString("shop"));
        var line = _scene.AssertRefused(_scene.Run("anonymize", "--source-env", "SOURCE", "--policy", _scene.PolicyPath, "--output", _scene.Output, "--work-dir", _scene.Work), DiagnosticCodes.ClientProgramMissing);
        Assert.Contains("postgresql-client-18", line, StringComparison.Ordinal);
    }

    public void Dispose() => _scene.Dispose();

    private static PostgresTools Tools(int major) => major == 15 ? PostgresTools.Installed : PostgresTools.Major(major);

    private static TestCluster Start(int major)
    {
        var server = TestCluster.Start(Tools(major));
        server.Execute("postgres", "CREATE DATABASE shop");
        server.Execute("shop", Schema);
        return server;
    }

    private CommandResult Run(string command, TestCluster server, params string[] arguments) => Run(command, server, server.Tools.BinDirectory, arguments);

    private CommandResult Run(string command, TestCluster server, string bin, string[] arguments) =>
        _scene.With("SOURCE", server.ConnectionString("shop")).Run([command, .. arguments, "--policy", _scene.PolicyPath, "--work-dir", _scene.Work, "--postgres-bin", bin, "--jobs", "2"]);
}
