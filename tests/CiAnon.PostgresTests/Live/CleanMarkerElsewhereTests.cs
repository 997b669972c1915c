using CiAnon.Diagnostics;
using CiAnon.PostgresTests.BadInput;

namespace CiAnon.PostgresTests.Live;

/// <summary>What <c>ci-anon check</c> says to those who don't see all rows, and of databases that were brought to another place.</summary>
public sealed class CleanMarkerElsewhereTests : IDisposable
{
    private readonly TestCluster _server;
    private readonly Scene _scene = new();

    public CleanMarkerElsewhereTests(TestCluster cluster)
    {
        _server = TestCluster.Start(cluster.Tools);
        _server.Execute("postgres", "CREATE DATABASE shop_staging; CREATE ROLE reader LOGIN; GRANT pg_read_all_data TO reader; CREATE ROLE seer LOGIN BYPASSRLS; GRANT pg_read_all_data TO seer; CREATE ROLE owner LOGIN");
        _server.Execute("shop_staging", """
            ALTER SCHEMA public OWNER TO owner;
            SET ROLE owner;
            CREATE TABLE people (id int PRIMARY KEY, email text);
            INSERT INTO people SELECT i, 'canary' || i || '@private.test' FROM generate_series(1, 50) i;
            CREATE TABLE visits (id int, day date) PARTITION BY RANGE (day);
            CREATE TABLE visits_one PARTITION OF visits DEFAULT;
            """);
        File.WriteAllText(_scene.PolicyPath, "version: 1\ncolumns: { email: email }\ntables: { visits: { keep: [day] } }\n");
    }

    [Theory]
    [InlineData("ALTER TABLE people ENABLE ROW LEVEL SECURITY; CREATE POLICY few ON people USING (id < 10)", "reader")]
    [InlineData("ALTER TABLE people ENABLE ROW LEVEL SECURITY", "reader")]
    [InlineData("ALTER TABLE people ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY; CREATE POLICY few ON people USING (id < 10)", "owner")]
    [InlineData("ALTER TABLE visits_one ENABLE ROW LEVEL SECURITY", "reader")]
    [Trait("When", "nightly")]
    public void A_role_that_row_security_hides_rows_from_is_never_told_that_all_are_clean(string security, string role)
    {
        _server.Execute("shop_staging", security);
        Sanitize(_server);
        // The setting is the role's own to change, and says nothing of what it may see.
        _server.Execute("postgres", $"ALTER ROLE {role} SET row_security = on");
        Assert.Contains("row security", Check(_server, role).Line(DiagnosticCodes.LiveDenied), StringComparison.Ordinal);
        Assert.Equal(0, Check(_server, "seer").Exit);
        _server.Execute("shop_staging", "UPDATE people SET email = 'canary@private.test' WHERE id = 20; INSERT INTO visits VALUES (1, '2024-01-01')");
        Assert.Equal(4, Check(_server, role).Exit);
        Assert.Contains("public.people", Check(_server, "seer").Line(DiagnosticCodes.ChangedSinceSanitized), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--data-only")]
    [Trait("When", "nightly")]
    public void A_database_that_was_dumped_and_restored_is_not_called_clean(string options)
    {
        Sanitize(_server);
        var dump = Path.Combine(_scene.Root, "staging.dump");
        _server.Dump("shop_staging", dump, ["--format=custom", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        using var other = TestCluster.Start(_server.Tools);
        foreach (var server in new[] { _server, other })
        {
            // Where the one of the same name stood, as people do who bring a backup back.
            server.Execute("postgres", server == other ? "CREATE ROLE owner; CREATE ROLE reader; CREATE ROLE seer" : "ALTER DATABASE shop_staging RENAME TO former");
            server.Execute("postgres", "CREATE DATABASE shop_staging TEMPLATE template0");
            if (options.Length > 0) server.Execute("shop_staging", System.Text.Encoding.UTF8.GetString(_server.DumpToPipe("former", "--schema-only")));
            server.Restore(dump, "shop_staging");
            Check(server, "postgres").Line(DiagnosticCodes.NeverSanitized);
            Sanitize(server);
        }
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_database_that_came_along_by_pg_upgrade_is_not_called_clean_until_it_is_anonymized_again()
    {
        Sanitize(_server);
        using var upgraded = TestCluster.UpgradeOf(_server, PostgresTools.Major(17));
        Assert.Equal("50", upgraded.Query("shop_staging", "SELECT count(*) FROM people"));
        Check(upgraded, "postgres").Line(DiagnosticCodes.NeverSanitized);
        Sanitize(upgraded, "--postgres-bin", upgraded.Tools.BinDirectory);
        Assert.Equal(0, Check(upgraded, "postgres").Exit);
    }

    public void Dispose()
    {
        _server.Dispose();
        _scene.Dispose();
    }

    private void Sanitize(TestCluster server, params string[] more)
    {
        var done = _scene.With("STAGING", server.ConnectionString("shop_staging")).Run(["sanitize", "--target-env", "STAGING", "--policy", _scene.PolicyPath, "--work-dir", _scene.Work, "--jobs", "1", .. more]);
        Assert.True(done.Exit == 0, done.Error);
        Assert.Equal(0, Check(server, "postgres").Exit);
    }

    private CommandResult Check(TestCluster server, string role) =>
        _scene.With("READER", $"Host={server.Host};Username={role};Database=shop_staging").Run("check", "--target-env", "READER");
}
