using System.Text.Json;
using CiAnon.Diagnostics;
using CiAnon.Live;
using CiAnon.PostgresTests.BadInput;
using CiAnon.PostgresTests.Runs;
using CiAnon.Reporting;
using CiAnon.Sandboxes.Live;
using Npgsql;

namespace CiAnon.PostgresTests.Live;

/// <summary>From one live server into another: <c>ci-anon sync production-to-staging</c>.</summary>
public sealed class SyncTests : IDisposable
{
    private const string Schema = """
        CREATE TABLE people (id serial PRIMARY KEY, email text UNIQUE NOT NULL, note text);
        INSERT INTO people (email) SELECT 'canary' || i || '@private.test' FROM generate_series(1, 300) i;
        CREATE TABLE orders (id int PRIMARY KEY, person int REFERENCES people);
        INSERT INTO orders SELECT i, i FROM generate_series(1, 200) i;
        CREATE INDEX orders_person ON orders (person);
        """;

    private const string Policy = "version: 1\ncolumns: { email: email }\ntables: { people: { keep: [note] } }\n";

    private const string New = "shop_staging_ci_anon_new";

    private readonly TestCluster _source;
    private readonly TestCluster _target;
    private readonly Scene _scene = new();
    private readonly string _database;

    public SyncTests(TestCluster cluster)
    {
        _source = cluster;
        _target = TestCluster.Start(cluster.Tools);
        _database = cluster.CreateDatabase(Schema);
        _target.Execute("postgres", "CREATE DATABASE shop_staging");
        _target.Execute("shop_staging", "CREATE TABLE yesterday (id int)");
    }

    [Fact]
    public void The_target_is_replaced_as_the_environment_files_say_and_the_log_has_a_line()
    {
        var environments = _scene.Folder("environments");
        File.WriteAllText(Path.Combine(environments, "production.yaml"),
            $"host: {_source.Host}\nport: 5432\ndatabase: {_database}\nuser: postgres\npassword: ${{PROD_PASSWORD}}\npool_size: 5\nreadonly: true\nssl_mode: prefer\nstatement_timeout: 3600\n");
        File.WriteAllText(Path.Combine(environments, "staging.yaml"), $"host: {_target.Host}\ndatabase: shop_staging\nuser: postgres\npassword: ${{PROD_PASSWORD}}\nreadonly: false\n");
        File.WriteAllText(_scene.PolicyPath, Policy);
        var log = Path.Combine(_scene.Root, "sync-audit.log");
        string[] command = ["sync", "production-to-staging", "--anonymize", "--environments", environments, "--policy", _scene.PolicyPath, "--work-dir", _scene.Work];
        _scene.With("PROD_PASSWORD", "canary-secret");

        var preview = _scene.Run([.. command, "--dry-run"]);
        Assert.True(preview.Exit == 0, preview.Error);
        Assert.Contains($"Source Database: {_database} (", preview.Out, StringComparison.Ordinal);
        Assert.Contains("Target Database: shop_staging (will be replaced)\n\nPII Columns Detected: 1\n  public.people.email -> email strategy\n", preview.Out, StringComparison.Ordinal);
        Assert.Equal("yesterday", Tables());

        var done = _scene.Run([.. command, "--verify", "--report", _scene.ReportPath, "--audit-log", log]);
        Assert.True(done.Exit == 0, done.Error);
        _scene.AssertNothingLeft();
        Assert.Equal("orders people", Tables());
        Assert.Equal("300|0|200|301", _target.Query("shop_staging",
            "SELECT count(*), count(*) FILTER (WHERE email LIKE '%canary%'), (SELECT count(*) FROM orders JOIN people ON people.id = person), nextval('people_id_seq') FROM people"));
        Assert.Equal("", Leftovers());
        var entry = JsonDocument.Parse(File.ReadAllText(log)).RootElement;
        Assert.Equal(("sync", "production", "staging", 500), (entry.GetProperty("operation").GetString(), entry.GetProperty("source").GetString(), entry.GetProperty("target").GetString(), entry.GetProperty("rows_copied").GetInt32()));
        Assert.Equal(ReportStatus.Passed, ReportJson.Read(File.ReadAllBytes(_scene.ReportPath))!.Status);
        Assert.Equal(0, _scene.With("TARGET", $"Host={_target.Host};Username=postgres;Database=shop_staging").Run("check", "--target-env", "TARGET", "--policy", _scene.PolicyPath).Exit);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void Rows_of_masked_partition_keys_arrive_in_the_partitions_of_their_masks()
    {
        _source.Execute(_database, """
            CREATE TABLE trips (id int, who text) PARTITION BY HASH (who);
            CREATE TABLE trips_0 PARTITION OF trips FOR VALUES WITH (MODULUS 2, REMAINDER 0); CREATE TABLE trips_1 PARTITION OF trips FOR VALUES WITH (MODULUS 2, REMAINDER 1);
            INSERT INTO trips SELECT i, 'canary' || i || '@private.test' FROM generate_series(1, 400) i;
            """);
        File.WriteAllText(_scene.PolicyPath, Policy.Replace("email: email", "email: email, who: email", StringComparison.Ordinal));
        _scene.With("SOURCE", $"Host={_source.Host};Username=postgres;Database={_database}").With("TARGET", $"Host={_target.Host};Username=postgres;Database=shop_staging");
        var done = _scene.Run("sync", "production-to-staging", "--source-env", "SOURCE", "--target-env", "TARGET", "--policy", _scene.PolicyPath, "--work-dir", _scene.Work, "--report", _scene.ReportPath);
        Assert.True(done.Exit == 0, done.Error);
        Assert.Equal("400|0", _target.Query("shop_staging", "SELECT count(DISTINCT id), count(*) FILTER (WHERE who LIKE '%canary%') FROM trips"));
        var report = ReportJson.Read(File.ReadAllBytes(_scene.ReportPath))!;
        Assert.All(report.Tables.Where(table => table.Moved is not null), table => Assert.Equal($"{table.RowsOut}", _target.Query("shop_staging", $"SELECT count(*) FROM {table.Name}")));
        Assert.Equal(400, report.Tables.Where(table => table.Moved is not null).Sum(table => table.RowsOut));
    }

    [Fact]
    public void What_fails_when_the_target_is_replaced_is_logged_with_what_stands_there()
    {
        File.WriteAllText(_scene.PolicyPath, Policy);
        var (folder, log) = (_scene.Folder("gone"), Path.Combine(_scene.Root, "sync-audit.log"));
        var observer = new RecordingObserver
        {
            OnStage = stage =>
            {
                if (stage == RunStage.Backup && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            },
        };
        var run = new SyncRun(new SyncOptions(new LiveAddress("SOURCE", $"Host={_source.Host};Username=postgres;Database={_database}"), new LiveAddress("TARGET", $"Host={_target.Host};Username=postgres;Database=shop_staging"), _scene.PolicyPath)
        {
            ReportPath = Path.Combine(folder, "sync.json"),
            AuditLogPath = log,
            WorkDirectory = _scene.Work,
            Environment = TestEnvironment.Shared,
        }, observer, TestContext.Current.CancellationToken);
        Assert.ThrowsAny<IOException>(run.Run);
        Assert.Equal("orders people", Tables());
        var lines = File.ReadAllLines(log).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["passed", "stands"], lines.Select(line => line.GetProperty("verdict").GetString()));
        Assert.Equal((500, DiagnosticCodes.FileTrouble.Id), (lines[1].GetProperty("rows_copied").GetInt32(), lines[1].GetProperty("errors").EnumerateArray().Single().GetString()));
    }

    [Fact]
    public void A_leak_leaves_the_target_as_it_was()
    {
        _source.Execute(_database, "UPDATE people SET note = 'ask canary7@private.test' WHERE id = 9");
        var result = Sync($"Host={_target.Host};Username=postgres;Database=shop_staging");
        Assert.Equal(1, result.Exit);
        Assert.Contains("public.people.note", result.Line(DiagnosticCodes.CheckFailed), StringComparison.Ordinal);
        Assert.Equal(ReportStatus.Failed, ReportJson.Read(File.ReadAllBytes(_scene.ReportPath))!.Status);
        Assert.Equal(("yesterday", ""), (Tables(), Leftovers()));
        _scene.AssertNothingLeft();
        Assert.DoesNotContain(Scene.Canary, _target.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_beside_the_target_before_they_are_verified_and_gone_when_they_fail()
    {
        // Long enough to look, and a violation at the end.
        File.WriteAllText(Path.Combine(_scene.Root, "slow.sql"), "SELECT 'slow', 1 FROM pg_sleep(6)");
        _target.Execute("postgres", "CREATE ROLE developer LOGIN");
        var running = Task.Run(() => Sync($"Host={_target.Host};Username=postgres;Database=shop_staging", Policy + "verify: { sql: [slow.sql] }\n"));
        while (!HasIndex() && !running.IsCompleted) await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.False(running.IsCompleted);
        Assert.Equal("300|0", _target.Query(New, "SELECT count(*), count(*) FILTER (WHERE email LIKE '%canary%') FROM people"));
        Assert.Equal("f|yesterday", $"{_target.Query("postgres", $"SELECT has_database_privilege('developer', '{New}', 'CONNECT')")}|{Tables()}");

        var failed = await running;
        Assert.Equal(1, failed.Exit);
        Assert.Equal(("yesterday", ""), (Tables(), Leftovers()));
        _scene.AssertNothingLeft();
        Assert.DoesNotContain(Scene.Canary, _target.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_the_target_refuses_do_not_stand_in_its_log_and_what_is_proven_is_built_of_the_artefact()
    {
        // A constraint that holds everywhere but in the session that fills the new database.
        _source.Execute(_database, $"CREATE FUNCTION takes(text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RETURN current_database() <> '{New}' OR current_setting('log_min_messages') <> 'panic'; END $$; CREATE TABLE notes (id int, body text, CONSTRAINT fits CHECK (takes(body))); INSERT INTO notes VALUES (1, 'canary-note')");
        var done = Sync($"Host={_target.Host};Username=postgres;Database=shop_staging", Policy.Replace("[note] }", "[note] }, notes: { columns: { body: text } }", StringComparison.Ordinal));
        Assert.True(done.Exit == 0, done.Error);
        Assert.Equal(("notes orders people", ""), (Tables(), Leftovers()));
        Assert.Equal("1", _target.Query("shop_staging", "SELECT count(*) FROM notes"));
        Assert.DoesNotContain(Scene.Canary, _target.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("violates check constraint", _target.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_that_can_not_silence_the_servers_log_gets_rows_that_are_proven_alone()
    {
        _target.Execute("postgres", "CREATE ROLE builder LOGIN CREATEDB; ALTER DATABASE shop_staging OWNER TO builder; ALTER SYSTEM SET log_statement = 'all'; SELECT pg_reload_conf()");
        var done = Sync($"Host={_target.Host};Username=builder;Database=shop_staging");
        Assert.True(done.Exit == 0, done.Error);
        Assert.Equal(("orders people", ""), (Tables(), Leftovers()));
        Assert.DoesNotContain("FREEZE", _target.Log, StringComparison.Ordinal);
        // Nobody gets in before it is its role's alone.
        var said = _target.Log;
        string[] order = ["ALLOW_CONNECTIONS false", "REVOKE CONNECT", "ALLOW_CONNECTIONS true"];
        Assert.Equal(order, order.OrderBy(words => said.IndexOf(words, StringComparison.Ordinal)));
        Assert.All(order, words => Assert.Contains(words, said, StringComparison.Ordinal));
        _target.Execute("postgres", "CREATE ROLE developer LOGIN");
        Assert.Equal("t", _target.Query("postgres", "SELECT has_database_privilege('developer', 'shop_staging', 'CONNECT')"));
    }

    [Fact]
    public void A_role_that_may_not_build_leaves_the_target_as_it_was()
    {
        _target.Execute("postgres", "CREATE ROLE weak LOGIN");
        Assert.Equal(DiagnosticCodes.LiveDenied.Id, Code(Sync($"Host={_target.Host};Username=weak;Database=shop_staging")));
        Assert.Equal(("yesterday", ""), (Tables(), Leftovers()));
        _scene.AssertNothingLeft();
    }

    [Fact]
    public void The_sources_own_server_and_what_looks_like_production_are_refused()
    {
        var other = _source.CreateDatabase();
        Assert.Contains("it is on the source's own server", Refusal($"Host={_source.Host};Username=postgres;Database={other}"), StringComparison.Ordinal);
        Assert.Contains("its name says production", Refusal(_target.ConnectionString("shop_live")), StringComparison.Ordinal);
        Assert.Contains("none of the policy's target_hosts", Refusal(_target.ConnectionString("shop_staging"), Policy + "target_hosts: [staging.db.internal]\n"), StringComparison.Ordinal);
        _target.Execute("shop_staging", "CREATE SCHEMA ops; CREATE TABLE ops.ci_anon_production ()");
        Assert.Contains("the table ops.ci_anon_production says that it is production", Refusal(_target.ConnectionString("shop_staging")), StringComparison.Ordinal);
        Assert.Equal(("yesterday", ""), (Tables(), Leftovers()));
    }

    [Fact]
    public void Whatever_killed_syncs_left_is_named_by_those_that_only_read_and_goes_with_the_next_sync_even_one_that_fails()
    {
        foreach (var name in new[] { New, "other_ci_anon_new", "busy_ci_anon_new" })
        {
            _target.Execute("postgres", $"CREATE DATABASE {name}");
            _target.Execute("postgres", $"COMMENT ON DATABASE {name} IS '{UnprovenDatabases.Note}'");
        }
        using var busy = new NpgsqlConnection(_target.ConnectionString("postgres"));
        busy.Open();
        using (var work = new NpgsqlCommand($"SELECT pg_advisory_lock({UnprovenDatabases.Key("'busy_ci_anon_new'")})", busy)) work.ExecuteNonQuery();

        var check = _scene.With("TARGET", _target.ConnectionString("shop_staging")).Run("check", "--target-env", "TARGET");
        Assert.Contains($"warning {DiagnosticCodes.UnprovenStays.Id}: TARGET: on its server stands other_ci_anon_new, {New}. ", check.Error, StringComparison.Ordinal);
        var preview = Sync(_target.ConnectionString("shop_staging"), Policy, "--dry-run");
        Assert.Contains($"  - A killed sync left what nobody verified, and the sync drops it: other_ci_anon_new, {New}\n", preview.Out, StringComparison.Ordinal);
        Assert.Equal(3, Leftovers().Split(' ').Length);

        Assert.Equal(DiagnosticCodes.Undecided.Id, Code(Sync(_target.ConnectionString("shop_staging"), "version: 1\ncolumns: { email: email }\n")));
        Assert.Equal("busy_ci_anon_new", Leftovers());
    }

    [Fact]
    [Trait("When", "nightly")]
    public async Task Whoever_comes_back_at_once_does_not_stop_the_swap()
    {
        using var stop = new CancellationTokenSource();
        var clients = Enumerable.Range(0, 6).Select(_ => Task.Factory.StartNew(() => ComeBack(stop.Token), TaskCreationOptions.LongRunning)).ToList();
        var done = Sync($"Host={_target.Host};Username=postgres;Database=shop_staging");
        await stop.CancelAsync();
        await Task.WhenAll(clients);
        Assert.True(done.Exit == 0, done.Error);
        Assert.Equal(("orders people", ""), (Tables(), Leftovers()));
    }

    public void Dispose()
    {
        _scene.Dispose();
        _target.Dispose();
    }

    private static string Code(CommandResult result) => DiagnosticCodes.All.Single(code => result.Error.Contains($": error {code.Id}: ", StringComparison.Ordinal)).Id;

    // Comes and goes, but for whoever was let in at the very moment of the swap: that one means to stay.
    private void ComeBack(CancellationToken stop)
    {
        // Before, there is nothing to disturb but the machine.
        while (Leftovers().Length == 0 && !stop.IsCancellationRequested) Thread.Sleep(100);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var connection = new NpgsqlConnection(_target.ConnectionString("shop_staging"));
                connection.Open();
                using var command = new NpgsqlCommand("SELECT pg_sleep(60) FROM pg_stat_activity WHERE datname = 'postgres' AND state = 'active' AND query LIKE '%RENAME TO%'", connection);
                using var ended = stop.Register(command.Cancel);
                command.ExecuteNonQuery();
            }
            catch (Exception ended) when (ended is NpgsqlException or OperationCanceledException)
            {
                // Thrown out, or kept out for a moment.
            }
        }
    }

    private string Refusal(string target, string policy = Policy) => Sync(target, policy).Line(DiagnosticCodes.TargetRefused);

    private CommandResult Sync(string target, string policy = Policy, params string[] more)
    {
        File.WriteAllText(_scene.PolicyPath, policy);
        return _scene.With("SOURCE", _source.ConnectionString(_database)).With("TARGET", target).Run(
            ["sync", "production-to-staging", "--source-env", "SOURCE", "--target-env", "TARGET", "--policy", _scene.PolicyPath, "--report", _scene.ReportPath, "--work-dir", _scene.Work, .. more]);
    }

    private string Tables() => _target.Query("shop_staging", "SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace");

    private bool HasIndex() => Leftovers().Length > 0 && _target.Query(New, "SELECT to_regclass('orders_person') IS NOT NULL") == "t";

    private string Leftovers() => _target.Query("postgres", "SELECT string_agg(datname, ' ') FROM pg_database WHERE datname LIKE '%ci_anon%'");
}
