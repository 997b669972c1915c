using CiAnon.Diagnostics;
using CiAnon.PostgresTests.BadInput;
using CiAnon.Sandboxes.Live;

namespace CiAnon.PostgresTests.Live;

/// <summary>Targets that something holds, and roles whose settings would get in the way of a sync.</summary>
public sealed class HeldTargetTests : IDisposable
{
    private readonly TestCluster _source;
    private readonly TestCluster _target;
    private readonly Scene _scene = new();
    private readonly string _database;

    public HeldTargetTests(TestCluster cluster)
    {
        _source = cluster;
        _target = TestCluster.Start(cluster.Tools);
        _database = cluster.CreateDatabase("CREATE TABLE people (id int PRIMARY KEY, email text); INSERT INTO people SELECT i, 'canary' || i || '@private.test' FROM generate_series(1, 50) i");
        _target.Crash();
        _target.Restart("max_prepared_transactions=2", "wal_level=logical");
        _target.Execute("postgres", "CREATE DATABASE shop_staging");
        _target.Execute("shop_staging", "CREATE TABLE yesterday (id int)");
        _scene.With("SOURCE", _source.ConnectionString(_database)).With("TARGET", _target.ConnectionString("shop_staging"));
        File.WriteAllText(_scene.PolicyPath, "version: 1\ncolumns: { email: email }\n");
    }

    [Theory]
    [InlineData("BEGIN; INSERT INTO yesterday VALUES (1); PREPARE TRANSACTION 'held'", "ROLLBACK PREPARED 'held'", "shop_staging: a prepared transaction", Traits = ["When", "nightly"])]
    [InlineData("CREATE SUBSCRIPTION held CONNECTION 'dbname=nowhere' PUBLICATION none WITH (connect = false)", "ALTER SUBSCRIPTION held SET (slot_name = NONE); DROP SUBSCRIPTION held", "shop_staging: a subscription", Traits = ["When", "nightly"])]
    [InlineData("SELECT pg_create_logical_replication_slot('held', 'pgoutput')", "SELECT pg_drop_replication_slot('held')", "shop_staging: the replication slot held")]
    public void What_holds_the_target_is_said_before_a_row_is_read(string hold, string end, string said)
    {
        _target.Execute("shop_staging", hold);
        Assert.Contains(said, Sync().Line(DiagnosticCodes.TargetHeld), StringComparison.Ordinal);
        Assert.Contains(said, Sync("--dry-run").Line(DiagnosticCodes.TargetHeld), StringComparison.Ordinal);
        _target.Execute("shop_staging", end);
        AssertReplaced(Sync());
    }

    [Fact]
    public void Sessions_that_its_role_may_not_end_are_said_before_a_row_is_read_and_all_others_are_ended()
    {
        _target.Execute("postgres", "CREATE ROLE owner LOGIN CREATEDB; CREATE ROLE app LOGIN; ALTER DATABASE shop_staging OWNER TO owner");
        _scene.With("TARGET", $"Host={_target.Host};Username=owner;Database=shop_staging");
        using var session = LiveConnection.Open(new LiveAddress("APP", $"Host={_target.Host};Username=app;Database=shop_staging"), readOnly: true);
        Assert.Contains("shop_staging: a session of app", Sync().Line(DiagnosticCodes.TargetHeld), StringComparison.Ordinal);
        Assert.Contains("shop_staging: a session of app", Sync("--dry-run").Line(DiagnosticCodes.TargetHeld), StringComparison.Ordinal);
        _target.Execute("postgres", "GRANT pg_signal_backend TO owner");
        var done = Sync();
        Assert.True(done.Exit == 0, done.Error);
        Assert.Equal("50", _target.Query("shop_staging", "SELECT count(*) FROM people WHERE email LIKE 'user_%'"));
        using var superusers = LiveConnection.Open(new LiveAddress("ADMIN", _target.ConnectionString("shop_staging")), readOnly: true);
        Assert.Contains("shop_staging: a session of postgres", Sync().Line(DiagnosticCodes.TargetHeld), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres")]
    [InlineData("template1")]
    public void A_database_that_the_server_needs_itself_is_refused_before_a_row_is_read(string database)
    {
        _scene.With("TARGET", _target.ConnectionString(database));
        Assert.Contains($"{database} is the server's own", Sync().Line(DiagnosticCodes.TargetHeld), StringComparison.Ordinal);
        Assert.Contains($"{database} is the server's own", Sync("--dry-run").Line(DiagnosticCodes.TargetHeld), StringComparison.Ordinal);
        Assert.Equal("0", _target.Query("postgres", "SELECT count(*) FROM pg_database WHERE datname LIKE '%ci_anon%'"));
    }

    [Fact]
    [Trait("When", "nightly")]
    public async Task A_slot_that_came_while_the_source_was_read_stops_the_sync_before_the_name_changes()
    {
        // Long enough to come meanwhile.
        File.WriteAllText(Path.Combine(_scene.Root, "slow.sql"), "SELECT 'slow', 0 FROM pg_sleep(6)");
        File.AppendAllText(_scene.PolicyPath, "verify: { sql: [slow.sql] }\n");
        var running = Task.Run(() => Sync());
        while (_target.Query("postgres", "SELECT count(*) FROM pg_database WHERE datname = 'shop_staging_ci_anon_new'") == "0" && !running.IsCompleted) await Task.Delay(50, TestContext.Current.CancellationToken);
        _target.Execute("shop_staging", "SELECT pg_create_logical_replication_slot('late', 'pgoutput')");
        Assert.Contains("shop_staging: the replication slot late", (await running).Line(DiagnosticCodes.TargetHeld), StringComparison.Ordinal);
        Assert.Equal("0", _target.Query("shop_staging", "SELECT count(*) FROM yesterday"));
        _target.Execute("shop_staging", "SELECT pg_drop_replication_slot('late')");
        AssertReplaced(Sync("--resume"));
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_target_that_is_a_template_is_replaced_as_any_and_slots_of_other_databases_stay()
    {
        _target.Execute("postgres", "ALTER DATABASE shop_staging IS_TEMPLATE true; SELECT pg_create_logical_replication_slot('other', 'pgoutput'), pg_create_physical_replication_slot('standby')");
        AssertReplaced(Sync());
        AssertReplaced(Sync());
        Assert.Equal("other standby", _target.Query("postgres", "SELECT string_agg(slot_name, ' ' ORDER BY slot_name) FROM pg_replication_slots"));
    }

    [Fact]
    public void What_a_role_is_set_to_gets_in_the_way_of_nothing()
    {
        _target.Execute("postgres", """
            CREATE ROLE syncer SUPERUSER LOGIN; ALTER ROLE syncer SET default_transaction_read_only = on; ALTER ROLE syncer SET default_transaction_isolation = 'serializable';
            ALTER ROLE syncer SET idle_session_timeout = '500ms'; ALTER ROLE syncer SET idle_in_transaction_session_timeout = '500ms'; ALTER ROLE syncer SET session_replication_role = replica
            """);
        _scene.With("TARGET", $"Host={_target.Host};Username=syncer;Database=shop_staging");
        AssertReplaced(Sync());
    }

    [Fact]
    public void A_materialized_view_that_fetches_from_elsewhere_stays_empty_and_an_event_trigger_of_the_sources_writes_nothing()
    {
        _source.Execute(_database, SanitizeRemainsTests.FarViews(_scene.Write("far.csv", "1,canary7@private.test\n")) + """
            CREATE TABLE changes (tag text);
            CREATE FUNCTION log() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.changes VALUES (tg_tag); END';
            CREATE EVENT TRIGGER logged ON ddl_command_end EXECUTE FUNCTION log();
            """);
        File.AppendAllText(_scene.PolicyPath, "tables: { changes: { keep: [tag] }, far: { keep: [email] }, parts: { keep: [email] }, parts_far: { keep: [email] } }\n");
        var done = Sync();
        Assert.True(done.Exit == 0, done.Error);
        Assert.Contains($"warning {DiagnosticCodes.ViewsLeftEmpty.Id}: ", done.Error, StringComparison.Ordinal);
        Assert.Equal("0|0|O", _target.Query("shop_staging", "SELECT (SELECT count(*) FROM pg_class WHERE relkind = 'm' AND relispopulated), (SELECT count(*) FROM changes), evtenabled FROM pg_event_trigger"));
    }

    [Theory]
    [InlineData(true, "labels of nobody, subscription other", "pub every|trigger never")]
    [InlineData(false, "labels of nobody, publication every, subscription other, event trigger never", "")]
    [Trait("When", "nightly")]
    public void What_a_target_can_not_take_and_subscriptions_are_left_out_and_told(bool isSuperuser, string leftOut, string there)
    {
        // As production has them: a label whose provider isn't loaded here.
        _source.Execute(_database, """
            CREATE PUBLICATION every FOR ALL TABLES; COMMENT ON PUBLICATION every IS 'all';
            CREATE SUBSCRIPTION other CONNECTION 'dbname=nowhere' PUBLICATION none WITH (connect = false); COMMENT ON SUBSCRIPTION other IS 'all';
            CREATE FUNCTION never() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE EVENT TRIGGER never ON ddl_command_end EXECUTE FUNCTION never();
            INSERT INTO pg_seclabel VALUES ('people'::regclass, 'pg_class'::regclass, 2, 'nobody', 'SECRET');
            """);
        _target.Execute("postgres", $"CREATE ROLE owner LOGIN CREATEDB {(isSuperuser ? "SUPERUSER" : "")}; ALTER DATABASE shop_staging OWNER TO owner");
        _scene.With("TARGET", $"Host={_target.Host};Username=owner;Database=shop_staging");
        Assert.Contains($"  - Not made in the target: {leftOut}\n", Sync("--dry-run").Out, StringComparison.Ordinal);
        // The first leaves nothing that would be in the way of the second.
        for (var time = 0; time < 2; time++)
        {
            var done = Sync();
            Assert.True(done.Exit == 0, done.Error);
            Assert.Contains($"warning {DiagnosticCodes.EntriesLeftOut.Id}: TARGET: {leftOut}. ", done.Error, StringComparison.Ordinal);
        }
        Assert.Equal(there, _target.Query("shop_staging", "SELECT string_agg(x, '|' ORDER BY x) FROM (SELECT 'pub ' || pubname FROM pg_publication UNION SELECT 'sub ' || subname FROM pg_subscription UNION SELECT 'trigger ' || evtname FROM pg_event_trigger UNION SELECT provider FROM pg_seclabel) found(x)"));
    }

    public void Dispose()
    {
        _target.Dispose();
        _scene.Dispose();
    }

    private void AssertReplaced(CommandResult result)
    {
        Assert.True(result.Exit == 0, result.Error);
        Assert.DoesNotContain(": warning ", result.Error, StringComparison.Ordinal);
        Assert.Equal("50", _target.Query("shop_staging", "SELECT count(*) FROM people WHERE email LIKE 'user_%'"));
        Assert.Equal("", _target.Query("postgres", "SELECT string_agg(datname, ' ') FROM pg_database WHERE datname LIKE '%ci_anon%'"));
        Assert.Equal(0, _scene.Run("check", "--target-env", "TARGET").Exit);
        _scene.AssertNothingLeft();
    }

    private CommandResult Sync(params string[] more) => _scene.Run(
        ["sync", "production-to-staging", "--source-env", "SOURCE", "--target-env", "TARGET", "--policy", _scene.PolicyPath, "--work-dir", _scene.Work, "--jobs", "2", .. more]);
}
