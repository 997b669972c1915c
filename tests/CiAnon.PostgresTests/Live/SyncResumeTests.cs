using CiAnon.Diagnostics;
using CiAnon.PostgresTests.BadInput;
using CiAnon.PostgresTests.Signals;

namespace CiAnon.PostgresTests.Live;

/// <summary>A sync that was killed, or whose target went away: <c>--resume</c> goes on, <c>--force</c> begins anew.</summary>
public sealed class SyncResumeTests : IDisposable
{
    private const int Kill = 9;

    // Quick while the sample is made; whoever builds the index elsewhere takes twenty seconds.
    private const string Schema = """
        CREATE TABLE people (id serial PRIMARY KEY, email text UNIQUE NOT NULL);
        INSERT INTO people (email) SELECT 'canary' || i || '@private.test' FROM generate_series(1, 300) i;
        CREATE TABLE orders (id int PRIMARY KEY, person int REFERENCES people);
        INSERT INTO orders SELECT i, i FROM generate_series(1, 200) i;
        CREATE FUNCTION slow(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1';
        CREATE INDEX a_slow_one ON orders (public.slow(id));
        CREATE VIEW mailboxes AS SELECT email FROM people;
        COMMENT ON INDEX a_slow_one IS 'slow';
        CREATE OR REPLACE FUNCTION slow(int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS 'BEGIN PERFORM pg_catalog.pg_sleep(0.1); RETURN $1; END';
        """;

    private const string Fast = "CREATE OR REPLACE FUNCTION public.slow(int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS 'BEGIN RETURN $1; END'";
    private const string Policy = "version: 1\ncolumns: { email: email }\n";
    private const string New = "shop_staging_ci_anon_new";

    private readonly TestCluster _source;
    private readonly TestCluster _target;
    private readonly Scene _scene = new();
    private readonly string _database;

    public SyncResumeTests(TestCluster cluster)
    {
        _source = cluster;
        _target = TestCluster.Start(cluster.Tools);
        _database = cluster.CreateDatabase(Schema);
        _target.Execute("postgres", "CREATE DATABASE shop_staging");
        _target.Execute("shop_staging", "CREATE TABLE yesterday (id int)");
        File.WriteAllText(_scene.PolicyPath, Policy);
        _scene.With("SOURCE", Source).With("TARGET", Target);
    }

    private string Source => _source.ConnectionString(_database);

    private string Target => _target.ConnectionString("shop_staging");

    [Fact]
    [Trait("When", "nightly")]
    public void A_killed_sync_goes_on_with_what_it_read_and_with_the_tables_that_it_built()
    {
        using (var killed = new CommandProcess(new Dictionary<string, string> { ["SOURCE"] = Source, ["TARGET"] = Target }, Command("--progress", "plain")))
        {
            killed.WaitUntil(IsIndexing);
            Assert.Equal(DiagnosticCodes.OtherSync.Id, Code(_scene.Run(Command())));
            killed.Signal(Kill);
            Assert.NotNull(killed.Exit());
        }
        Assert.Equal("yesterday", Tables());
        var built = OidOf(New);
        // As if it had been killed before these rows came, and as if there were no hurry afterwards.
        _target.Execute(New, $"TRUNCATE orders; {Fast}");
        _source.Execute(_database, "INSERT INTO people (email) VALUES ('canary-late@private.test')");

        File.AppendAllText(_scene.PolicyPath, "# reviewed\n");
        Assert.Equal(DiagnosticCodes.CheckpointUnusable.Id, Code(_scene.Run(Command("--resume"))));
        Assert.Equal(DiagnosticCodes.Usage.Id, Code(_scene.Run(Command("--resume", "--force"))));
        File.WriteAllText(_scene.PolicyPath, Policy);
        var done = _scene.Run(Command("--resume", "--report", _scene.ReportPath));
        Assert.True(done.Exit == 0, done.Error);
        Assert.Equal((built, "orders people"), (OidOf("shop_staging"), Tables()));
        Assert.Equal("300|200|slow", _target.Query("shop_staging", "SELECT (SELECT count(*) FROM mailboxes), count(*), obj_description('a_slow_one'::regclass) FROM orders JOIN people ON people.id = person"));
        Assert.Equal(("", ""), (Leftovers(), _target.Query("postgres", "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = 'shop_staging'")));
        _scene.AssertNothingLeft();
        Assert.Equal(0, _scene.Run("check", "--target-env", "TARGET", "--policy", _scene.PolicyPath).Exit);

        // There is nothing to go on with any more: the whole of it.
        _source.Execute(_database, Fast);
        Assert.Equal(0, _scene.Run(Command("--resume")).Exit);
        Assert.Equal("301", _target.Query("shop_staging", "SELECT count(*) FROM people"));
    }

    [Fact]
    [Trait("When", "nightly")]
    public void What_a_sync_leaves_that_is_killed_before_anything_is_proven_goes_with_the_next_one()
    {
        _source.Execute(_database, Fast);
        File.WriteAllText(Path.Combine(_scene.Root, "slow.sql"), "SELECT 'slow', 0 FROM pg_sleep(600)");
        File.WriteAllText(_scene.PolicyPath, Policy + "verify: { sql: [slow.sql] }\n");
        using (var killed = new CommandProcess(new Dictionary<string, string> { ["SOURCE"] = Source, ["TARGET"] = Target }, Command()))
        {
            killed.WaitUntil(() => Leftovers().Length > 0 && _target.Query(New, "SELECT to_regclass('a_slow_one') IS NOT NULL") == "t");
            killed.Signal(Kill);
            Assert.NotNull(killed.Exit());
        }
        Assert.Equal(("yesterday", New), (Tables(), Leftovers()));
        // As soon as the server knows that its client is gone.
        var told = "";
        while (!told.Contains($"warning {DiagnosticCodes.UnprovenStays.Id}: TARGET: on its server stands {New}. ", StringComparison.Ordinal)) told = _scene.Run("check", "--target-env", "TARGET").Error;

        // There is nothing to go on with, and the next one begins without it.
        File.WriteAllText(_scene.PolicyPath, Policy);
        Assert.Equal(0, _scene.Run(Command("--resume")).Exit);
        Assert.Equal(("orders people", ""), (Tables(), Leftovers()));
        _scene.AssertNothingLeft();
    }

    [Fact]
    public async Task A_target_whose_server_goes_down_is_gone_on_with_when_it_is_back()
    {
        var running = Task.Run(() => _scene.Run(Command()));
        while (!IsIndexing()) await Task.Delay(50, TestContext.Current.CancellationToken);
        var built = OidOf(New);
        _target.Crash();
        var broken = await running;
        Assert.Equal(4, broken.Exit);
        Assert.Contains($"note {DiagnosticCodes.CheckpointLeft.Id}: ", broken.Error, StringComparison.Ordinal);
        _target.Restart();
        Assert.Equal("yesterday", Tables());

        _target.Execute(New, Fast);
        Assert.Equal(0, _scene.Run(Command("--resume")).Exit);
        Assert.Equal((built, "orders people", ""), (OidOf("shop_staging"), Tables(), Leftovers()));
        _scene.AssertNothingLeft();
    }

    [Fact]
    [Trait("When", "nightly")]
    public async Task A_new_database_that_was_half_dropped_is_built_anew()
    {
        _source.Execute(_database, Fast.Replace("BEGIN", "BEGIN PERFORM pg_catalog.pg_sleep(0.02);", StringComparison.Ordinal));
        var running = Task.Run(() => _scene.Run(Command()));
        while (!IsIndexing()) await Task.Delay(50, TestContext.Current.CancellationToken);
        _target.Crash();
        Assert.Equal(4, (await running).Exit);
        _target.Restart();
        // As a full disk leaves one whose DROP DATABASE can't end.
        _target.Execute("postgres", $"UPDATE pg_database SET datconnlimit = -2 WHERE datname = '{New}'");
        var done = _scene.Run(Command("--resume"));
        Assert.True(done.Exit == 0, done.Error);
        Assert.Equal(("orders people", ""), (Tables(), Leftovers()));
        _scene.AssertNothingLeft();
    }

    public void Dispose()
    {
        _scene.Dispose();
        _target.Dispose();
    }

    private static string Code(CommandResult result) => DiagnosticCodes.All.Single(code => result.Error.Contains($": error {code.Id}: ", StringComparison.Ordinal)).Id;

    private string[] Command(params string[] more) =>
        ["sync", "production-to-staging", "--source-env", "SOURCE", "--target-env", "TARGET", "--policy", _scene.PolicyPath, "--work-dir", _scene.Work, "--jobs", "2", .. more];

    // And all that is there is proven.
    private bool IsIndexing() => _target.Query("postgres", $"SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = '{New}' AND state = 'active' AND query LIKE 'CREATE INDEX a_slow_one%') AND EXISTS (SELECT FROM pg_database WHERE shobj_description(oid, 'pg_database') ~ '^ci-anon [0-9a-f]{{64}}')") == "t";

    private string OidOf(string database) => _target.Query("postgres", $"SELECT oid FROM pg_database WHERE datname = '{database}'");

    private string Tables() => _target.Query("shop_staging", "SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace");

    private string Leftovers() => _target.Query("postgres", "SELECT string_agg(datname, ' ') FROM pg_database WHERE datname LIKE '%ci_anon%'");
}
