using System.Net;
using System.Net.Sockets;
using CiAnon.Diagnostics;
using CiAnon.PostgresTests.BadInput;

namespace CiAnon.PostgresTests.Live;

/// <summary>
/// What goes wrong between real servers: each has its code and says what to do, the source is as it was, the target whole, and no row's
/// value anywhere, the servers' logs included.
/// </summary>
public sealed class LiveFailureTests : IDisposable
{
    private const string Schema = """
        CREATE TABLE people (id int PRIMARY KEY, email text UNIQUE NOT NULL);
        INSERT INTO people SELECT i, 'canary' || i || '@private.test' FROM generate_series(1, 60000) i;
        """;

    private const string Policy = "version: 1\ncolumns: { email: email }\n";
    private const int HalfWay = 1_000_000;

    private readonly TestCluster _source;
    private readonly Scene _scene = new();
    private TestCluster? _target;
    private SmallDisk? _disk;

    public LiveFailureTests(TestCluster cluster)
    {
        _source = cluster;
        File.WriteAllText(_scene.PolicyPath, Policy);
    }

    private string[] AnonymizeCommand => ["anonymize", "--source-env", "SOURCE", "--policy", _scene.PolicyPath, "--output", _scene.Output, "--work-dir", _scene.Work, "--jobs", "2"];

    private TestCluster Target => _target ??= StagingOn(TestCluster.Start(_source.Tools));

    [Fact]
    [Trait("When", "nightly")]
    public void A_connection_that_is_cut_in_the_middle_of_rows_leaves_everything_as_it_was()
    {
        var database = _source.CreateDatabase(Schema);
        using var proxy = new CuttingProxy(_source) { MostBytes = HalfWay };
        Of(proxy, database, "SOURCE");
        _scene.With("TARGET", Target.ConnectionString("shop_staging"));
        AssertRefused(Sync(), DiagnosticCodes.LiveInterrupted);
        Assert.Equal("60000", _source.Query(database, "SELECT count(*) FROM people WHERE email LIKE 'canary%'"));
        _scene.AssertNothingLeft();

        // On the other side the source was read, and what was proven of it stays.
        _scene.With("SOURCE", _source.ConnectionString(database));
        using var far = new CuttingProxy(Target) { MostBytes = HalfWay };
        Of(far, "shop_staging", "TARGET");
        var broken = Sync();
        AssertRefused(broken, DiagnosticCodes.TargetNotBuilt);
        Assert.Contains($"note {DiagnosticCodes.CheckpointLeft.Id}: ", broken.Error, StringComparison.Ordinal);
        _source.Execute("postgres", $"DROP DATABASE {database} WITH (FORCE); CREATE DATABASE {database}");
        far.MostBytes = long.MaxValue;
        Assert.Equal(0, Sync("--resume").Exit);
        Assert.Equal("60000", Target.Query("shop_staging", "SELECT count(*) FROM people WHERE email LIKE 'user_%'"));
        Assert.DoesNotContain(Scene.Canary, Target.Log, StringComparison.Ordinal);
        _scene.AssertNothingLeft();
    }

    [Fact]
    public void A_swap_whose_answer_is_lost_is_looked_up_and_not_told_as_a_failure()
    {
        _scene.With("SOURCE", _source.ConnectionString(_source.CreateDatabase("CREATE TABLE people (id int PRIMARY KEY, email text)")));
        using var proxy = new CuttingProxy(Target) { LastWords = " RENAME TO " };
        Of(proxy, "shop_staging", "TARGET");
        var done = Sync();
        Assert.True(done.Exit == 0, done.Error);
        Assert.Equal("people", Target.Query("shop_staging", "SELECT string_agg(relname, ' ') FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"));
        _scene.AssertNothingLeft();
    }

    [Fact]
    [Trait("When", "nightly")]
    public void Whichever_connection_is_cut_the_target_is_whole_and_the_next_sync_finds_everything_in_order()
    {
        var database = _source.CreateDatabase("CREATE TABLE people (id int PRIMARY KEY, email text UNIQUE NOT NULL); INSERT INTO people SELECT i, 'canary' || i || '@private.test' FROM generate_series(1, 300) i; CREATE INDEX ON people (lower(email))");
        foreach (var (side, bytes) in new[] { ("SOURCE", 200), ("SOURCE", 1500), ("TARGET", 200), ("TARGET", 1500) })
        {
            for (var (connection, cuts) = (1, true); cuts; connection++)
            {
                Target.Execute("postgres", "DROP DATABASE IF EXISTS shop_staging WITH (FORCE); CREATE DATABASE shop_staging");
                Target.Execute("shop_staging", "CREATE TABLE yesterday (id int)");
                using var proxy = new CuttingProxy(side == "SOURCE" ? _source : Target) { Only = connection, MostBytes = bytes };
                _scene.With("SOURCE", _source.ConnectionString(database)).With("TARGET", Target.ConnectionString("shop_staging"));
                Of(proxy, side == "SOURCE" ? database : "shop_staging", side);
                var result = Sync();
                cuts = proxy.Connections >= connection;
                // The next one is cut nowhere, however many connections it has.
                proxy.MostBytes = long.MaxValue;
                var tables = Target.Query("shop_staging", "SELECT string_agg(relname, ' ') FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace");
                Assert.True(result.Exit == 0 ? tables == "people" : result.Exit == 4 && tables == "yesterday", $"{side} {connection}, {bytes}: exit {result.Exit}, {tables}: {result.Error}");
                if (result.Exit != 0) Assert.Contains(": error CIANON40", result.Error, StringComparison.Ordinal);
                var next = Sync("--resume");
                Assert.True(next.Exit == 0, $"{side} {connection}, {bytes}, exit {result.Exit}: {next.Error}");
                Assert.Equal("", Leftovers());
                Assert.Equal("300", Target.Query("shop_staging", "SELECT count(*) FROM people WHERE email LIKE 'user_%'"));
            }
        }
        Assert.DoesNotContain(Scene.Canary, Target.Log, StringComparison.Ordinal);
        _scene.AssertNothingLeft();
    }

    [Fact]
    public void A_private_authority_is_trusted_by_whom_it_is_given_and_for_its_own_host_alone()
    {
        using var authority = new PrivateAuthority();
        var port = FreePort();
        using var server = TestCluster.Start(_source.Tools);
        server.Execute("postgres", "CREATE TABLE people (id int PRIMARY KEY, email text); INSERT INTO people VALUES (1, 'canary@private.test')");
        // Commits are asynchronous there, and the server is stopped at once.
        server.Execute("postgres", "CHECKPOINT");
        authority.Secure(server, port);
        var root = _scene.Write("root.crt", authority.Pem);

        _scene.With("SOURCE", $"postgresql://postgres@127.0.0.1:{port}/postgres?sslmode=verify-full&sslrootcert={root}");
        Assert.Contains("its certificate isn't for this host", _scene.AssertRefused(Anonymize(), DiagnosticCodes.LiveUnreachable), StringComparison.Ordinal);
        _scene.With("SOURCE", $"postgresql://postgres@localhost:{port}/postgres?sslmode=verify-full");
        _scene.AssertRefused(Anonymize(), DiagnosticCodes.LiveUnreachable);
        _scene.With("SOURCE", $"postgresql://postgres@localhost:{port}/postgres?sslmode=disable");
        _scene.AssertRefused(Anonymize(), DiagnosticCodes.LiveUnreachable);
        _scene.With("SOURCE", $"postgresql://postgres@localhost:{port}/postgres?sslmode=verify-full&sslrootcert={root}");
        var done = Anonymize();
        Assert.True(done.Exit == 0, done.Error);
        authority.Secure(server, port, until: DateTimeOffset.UtcNow.AddHours(-1));
        File.Delete(_scene.Output);
        File.Delete(_scene.ReportPath);
        _scene.AssertRefused(Anonymize(), DiagnosticCodes.LiveUnreachable);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void Over_tls_a_role_logs_in_by_its_password_or_by_its_certificate_and_by_nobody_elses()
    {
        using var authority = new PrivateAuthority();
        var port = FreePort();
        using var server = TestCluster.Start(_source.Tools);
        server.Execute("postgres", "CREATE TABLE people (id int PRIMARY KEY, email text); INSERT INTO people VALUES (1, 'canary@private.test')");
        server.Execute("postgres", "CREATE ROLE by_word LOGIN PASSWORD 'canary-secret'; CREATE ROLE by_card LOGIN; GRANT pg_read_all_data TO by_word, by_card; CHECKPOINT");
        authority.Secure(server, port, logins: "hostssl all by_word 127.0.0.1/32 scram-sha-256\nhostssl all by_card 127.0.0.1/32 cert\n");
        var root = _scene.Write("root.crt", authority.Pem);
        string Of(string user, string more = "") => $"postgresql://{user}@localhost:{port}/postgres?sslmode=verify-full&sslrootcert={root}{more}";
        string Card(string name)
        {
            var (certificate, key) = authority.Issue(name);
            var keyFile = _scene.Write(name + ".key", key);
            // libpq takes no key that others can read.
            File.SetUnixFileMode(keyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            return $"&sslcert={_scene.Write(name + ".crt", certificate)}&sslkey={keyFile}";
        }

        foreach (var refused in new[] { Of("by_word"), Of("by_word:canary-guess"), Of("by_word", Card("by_word")), Of("by_card"), Of("by_card:canary-secret"), Of("by_card", Card("somebody")) })
            _scene.AssertRefused(_scene.With("SOURCE", refused).Run(AnonymizeCommand), DiagnosticCodes.LiveUnreachable);
        foreach (var taken in new[] { Of("by_word:canary-secret"), Of("by_card", Card("by_card")) })
        {
            var done = _scene.With("SOURCE", taken).Run(AnonymizeCommand);
            Assert.True(done.Exit == 0, done.Error);
            File.Delete(_scene.Output);
            File.Delete(_scene.ReportPath);
        }
        Assert.DoesNotContain(Scene.Canary, server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void A_standby_is_read_from_and_never_written_to()
    {
        _target = TestCluster.Start(_source.Tools);
        _target.Execute("postgres", Schema);
        using var standby = TestCluster.StandbyOf(_target);
        _scene.With("SOURCE", standby.ConnectionString("postgres")).With("TARGET", standby.ConnectionString("postgres"));
        var done = Anonymize();
        Assert.True(done.Exit == 0, done.Error);
        Assert.Contains("it is a standby", _scene.Run("sanitize", "--target-env", "TARGET", "--policy", _scene.PolicyPath, "--work-dir", _scene.Work).Line(DiagnosticCodes.TargetRefused), StringComparison.Ordinal);
        _target.Execute("postgres", "CREATE UNLOGGED TABLE passing (email text)");
        File.Delete(_scene.Output);
        File.Delete(_scene.ReportPath);
        while (standby.Query("postgres", "SELECT to_regclass('passing') IS NULL") == "t") Thread.Sleep(50);
        Assert.Contains("public.passing", _scene.AssertRefused(Anonymize(), DiagnosticCodes.StandbyLacksRows), StringComparison.Ordinal);
        _scene.With("SOURCE", _source.ConnectionString(_source.CreateDatabase(Schema)));
        Assert.Contains("it is a standby", Sync().Line(DiagnosticCodes.TargetRefused), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_full_disk_on_the_targets_server_leaves_the_target_as_it_was()
    {
        var disk = _disk = new SmallDisk(_scene.Folder("small"), "60m");
        _target = StagingOn(TestCluster.StartIn(_source.Tools, disk.Path));
        _scene.With("SOURCE", _source.ConnectionString(_source.CreateDatabase(Schema))).With("TARGET", _target.ConnectionString("shop_staging"));
        // As much as an empty database takes, and a little more.
        using (var filler = File.Create(Path.Combine(disk.Path, "filler"))) filler.Write(new byte[new DriveInfo(disk.Path).AvailableFreeSpace - 10_000_000]);
        var refused = Sync();
        Assert.True(refused.Exit == 4, $"exit {refused.Exit}: {refused.Error}");
        Assert.Contains($"error {DiagnosticCodes.TargetNotBuilt.Id}: ", refused.Error, StringComparison.Ordinal);
        File.Delete(Path.Combine(disk.Path, "filler"));
        // A server that can't write isn't sure of anything: it may have gone down, and may not have dropped what was built.
        _target.AwaitReady();
        AssertAsItWas();
        if (Leftovers().Length > 0) Assert.Contains($"warning {DiagnosticCodes.NewDatabaseStays.Id}: ", refused.Error, StringComparison.Ordinal);
        var resumed = Sync("--resume");
        Assert.True(resumed.Exit == 0, resumed.Error);
        Assert.Equal(("60000", ""), (Target.Query("shop_staging", "SELECT count(*) FROM people WHERE email LIKE 'user_%'"), Leftovers()));
        _scene.AssertNothingLeft();
    }

    public void Dispose()
    {
        _target?.Dispose();
        _disk?.Dispose();
        _scene.Dispose();
    }

    private static TestCluster StagingOn(TestCluster server)
    {
        server.Execute("postgres", "CREATE DATABASE shop_staging");
        server.Execute("shop_staging", "CREATE TABLE yesterday (id int)");
        return server;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Of(CuttingProxy proxy, string database, string variable) => _scene.With(variable, $"Host=127.0.0.1;Port={proxy.Port};Username=postgres;Database={database};SSL Mode=Disable");

    private void AssertRefused(CommandResult result, DiagnosticCode code)
    {
        Assert.True(result.Exit == (int)code.Exit, $"exit {result.Exit}: {result.Error}");
        Assert.Contains(code.Help[..20], result.Line(code), StringComparison.Ordinal);
        AssertAsItWas();
        Assert.Equal("", Leftovers());
    }

    private void AssertAsItWas()
    {
        Assert.Equal("yesterday", Target.Query("shop_staging", "SELECT string_agg(relname, ' ') FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"));
        Assert.DoesNotContain(Scene.Canary, Target.Log, StringComparison.Ordinal);
    }

    private string Leftovers() => Target.Query("postgres", "SELECT string_agg(datname, ' ') FROM pg_database WHERE datname LIKE '%ci_anon%'");

    private CommandResult Sync(params string[] more) => _scene.Run(
        ["sync", "production-to-staging", "--source-env", "SOURCE", "--target-env", "TARGET", "--policy", _scene.PolicyPath, "--work-dir", _scene.Work, "--jobs", "1", .. more]);

    private CommandResult Anonymize() => _scene.Run(AnonymizeCommand);
}
