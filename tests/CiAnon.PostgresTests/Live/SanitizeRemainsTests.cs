using CiAnon.Diagnostics;
using CiAnon.Live;
using CiAnon.PostgresTests.BadInput;
using CiAnon.PostgresTests.Runs;
using CiAnon.Sandboxes.Live;

namespace CiAnon.PostgresTests.Live;

/// <summary>Where else than in rows originals could stay in a database that was anonymized where it stands.</summary>
public sealed class SanitizeRemainsTests(QuietCluster quiet) : IClassFixture<QuietCluster>, IDisposable
{
    private const string Schema = """
        CREATE TABLE people (id int PRIMARY KEY, email text, copy text);
        INSERT INTO people SELECT i, 'canary' || i % 20 || '@private.test', 'canary' || i % 20 || '@private.test' FROM generate_series(1, 400) i;
        CREATE TYPE mood AS ENUM ('fine', 'not');
        CREATE TABLE logins (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL CHECK (email <> ''), who int NOT NULL REFERENCES people, at timestamptz NOT NULL DEFAULT now(), said jsonb NOT NULL DEFAULT '{}', mood mood NOT NULL DEFAULT 'fine',
            short text GENERATED ALWAYS AS (lower(email)) STORED);
        INSERT INTO logins (email, who) SELECT 'canary' || i % 20 || '@private.test', i FROM generate_series(1, 400) i;
        CREATE INDEX ON logins (upper(email));
        CREATE STATISTICS two (mcv) ON email, mood FROM logins;
        CREATE TABLE base (id int, email text);
        CREATE TABLE kid (extra text) INHERITS (base);
        INSERT INTO kid SELECT i, 'canary' || i % 20 || '@private.test', 'x' FROM generate_series(1, 400) i;
        CREATE TABLE days (day date, email text) PARTITION BY RANGE (day);
        CREATE TABLE days_one PARTITION OF days DEFAULT;
        INSERT INTO days SELECT date '2024-01-01' + i % 20, 'canary' || i % 20 || '@private.test' FROM generate_series(1, 400) i;
        ANALYZE;
        ALTER TABLE people ALTER copy SET STATISTICS 0;
        """;

    private const string Policy = "version: 1\ncolumns: { email: email, copy: email }\ntables:\n  logins: { rows: none }\n  days: { rows: none }\n  base: { keep: [id, email] }\n  kid: { columns: { email: email }, keep: [extra] }\n";
    private const string NoLogins = "version: 1\ntables: { logins: { rows: none } }\n";
    private const string Statistics = "SELECT count(*) FILTER (WHERE s::text LIKE '%canary%'), count(*) FILTER (WHERE s::text LIKE '%user!_%' ESCAPE '!') > 1 FROM pg_stats s";

    private readonly TestCluster _cluster = quiet.Cluster;
    private readonly Scene _scene = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_the_planner_knew_of_rows_that_are_gone_goes_with_them_and_sequences_and_settings_stay(bool isSuperuser)
    {
        var (database, owner) = Staging(Schema);
        var user = isSuperuser ? "postgres" : owner;
        for (var time = 0; time < 2; time++)
        {
            Passed(Sanitize(user, database, Policy));
            Assert.Equal("0|t", _cluster.Query(database, Statistics));
            Assert.Equal("0", _cluster.Query(database, "SELECT count(*) FROM pg_stats_ext s WHERE s::text LIKE '%canary%'"));
            Assert.Equal("0|0|400|0", _cluster.Query(database, "SELECT (SELECT count(*) FROM logins), (SELECT count(*) FROM days), last_value, (SELECT attstattarget FROM pg_attribute WHERE attrelid = 'people'::regclass AND attname = 'copy') FROM logins_id_seq"));
            Assert.Equal(0, Check(database).Exit);
        }
    }

    [Theory]
    [InlineData("CREATE TABLE logins (id int NOT NULL, email text CHECK (md5(split_part(email, '@', 2)) = 'b46147850e12fda2404bc03da7724b52'), PRIMARY KEY (id, email))")]
    [InlineData("CREATE TABLE logins (id int, email text); CREATE MATERIALIZED VIEW seen AS SELECT * FROM logins WHERE id > 100", Traits = ["When", "nightly"])]
    public void Statistics_of_what_is_emptied_that_a_role_can_not_clear_stop_the_run(string schema)
    {
        var (database, owner) = Logins(schema);
        var refused = Sanitize(owner, database, NoLogins);
        Assert.Contains(schema.Contains("seen", StringComparison.Ordinal) ? "public.seen" : "public.logins", refused.Line(DiagnosticCodes.FormerStatistics), StringComparison.Ordinal);
        Assert.Equal("400", _cluster.Query(database, "SELECT count(*) FROM logins"));
        Passed(Sanitize("postgres", database, NoLogins));
        Assert.Equal("0", _cluster.Query(database, "SELECT count(*) FROM pg_stats s WHERE s::text LIKE '%canary%'"));
    }

    [Theory]
    [InlineData("CREATE DOMAIN mail AS text CHECK (VALUE LIKE '%@%'); CREATE TABLE logins (id int CHECK (id > 0 AND id < 1000) NOT NULL, email mail NOT NULL)", Traits = ["When", "nightly"])]
    [InlineData("CREATE TABLE logins (id int, email text) PARTITION BY RANGE (id); CREATE TABLE logins_one PARTITION OF logins FOR VALUES FROM (1) TO (1000)")]
    [InlineData("CREATE TABLE logins (id int, email text) PARTITION BY HASH (email); SELECT format('CREATE TABLE logins_%1$s PARTITION OF logins FOR VALUES WITH (MODULUS 7, REMAINDER %1$s)', i) FROM generate_series(0, 6) i \\gexec\nSELECT")]
    [InlineData("CREATE TABLE logins (id int, email text) PARTITION BY LIST (id); CREATE TABLE logins_low PARTITION OF logins FOR VALUES IN (1, 2, 3); CREATE TABLE logins_rest PARTITION OF logins DEFAULT", Traits = ["When", "nightly"])]
    [InlineData("CREATE TABLE logins (id int NOT NULL, email text NOT NULL CONSTRAINT mail CHECK (email ~ '^[a-z]+[0-9]+@private[.]test$'))")]
    [InlineData("CREATE DOMAIN mail AS text CHECK (VALUE ~ '^[a-z]+[0-9]+@'); CREATE TABLE logins (id int NOT NULL, email mail NOT NULL, PRIMARY KEY (id)) PARTITION BY RANGE (id); CREATE TABLE logins_one PARTITION OF logins FOR VALUES FROM (1) TO (1000)")]
    [InlineData("CREATE TABLE base (id int NOT NULL CHECK (id::text ~ '^[1-9]')); CREATE TABLE logins (email text) INHERITS (base)", Traits = ["When", "nightly"])]
    [InlineData("CREATE TABLE logins (id int, email text); CREATE MATERIALIZED VIEW seen AS TABLE logins", Traits = ["When", "nightly"])]
    [InlineData("CREATE TABLE logins (id int NOT NULL, email text CHECK (email ~ '^[a-z]+[0-9]+@private[.]test$'), PRIMARY KEY (id, email))")]
    [InlineData("CREATE DOMAIN mail AS text NOT NULL CHECK (length(VALUE) >= 20 AND VALUE ~ '^[a-z]+[0-9]+@private[.]test$'); CREATE TABLE logins (id int CHECK (id % 7 >= 0 AND id < 1000), email mail, PRIMARY KEY (id, email), CHECK (id <> length(email) + 1000))")]
    [InlineData("CREATE TABLE logins (id int, email text); CREATE TABLE copies (n int); CREATE RULE copied AS ON INSERT TO logins DO ALSO INSERT INTO copies VALUES (1); CREATE RULE none AS ON INSERT TO logins WHERE NEW.id IS NULL DO INSTEAD NOTHING")]
    [InlineData("CREATE TABLE logins (id int, email text); CREATE PUBLICATION published FOR TABLE logins", Traits = ["When", "nightly"])]
    [InlineData("CREATE TABLE people (id int PRIMARY KEY); INSERT INTO people SELECT generate_series(1, 400); CREATE TABLE logins (id int NOT NULL REFERENCES people, email text); ALTER TABLE logins REPLICA IDENTITY NOTHING; CREATE PUBLICATION published FOR ALL TABLES", true)]
    public void Those_that_an_owner_can_overwrite_do_not(string schema, bool forAll = false)
    {
        var (database, owner) = Logins(forAll ? schema.Replace("CREATE PUBLICATION published FOR ALL TABLES", "SELECT", StringComparison.Ordinal) : schema);
        if (forAll) _cluster.Execute(database, "CREATE PUBLICATION published FOR ALL TABLES");
        var before = Definitions(database);
        Passed(Sanitize(owner, database, NoLogins));
        Assert.Equal("0|0", _cluster.Query(database, "SELECT (SELECT count(*) FROM logins), count(*) FROM pg_stats s WHERE s::text LIKE '%canary%'"));
        Assert.Equal(before, Definitions(database));
        Assert.Equal(forAll ? "n" : "d", _cluster.Query(database, "SELECT relreplident FROM pg_class WHERE oid = 'logins'::regclass"));
        Assert.Equal(0, Check(database).Exit);
    }

    [Fact]
    public void A_materialized_view_that_fetches_from_elsewhere_is_left_empty_and_one_of_the_databases_own_rows_is_not()
    {
        var file = _scene.Write("far.csv", "1,canary7@private.test\n");
        var (database, _) = Staging("CREATE TABLE people (id int, email text); INSERT INTO people VALUES (1, 'canary1@private.test')");
        _cluster.Execute(database, FarViews(file) + "CREATE MATERIALIZED VIEW own AS SELECT email FROM people; ANALYZE");
        Assert.Contains("public.far is a foreign table", Sanitize("postgres", database, "version: 1\ncolumns: { email: email }\n").Line(DiagnosticCodes.TargetUnsuitable), StringComparison.Ordinal);
        var done = Sanitize("postgres", database, "version: 1\ncolumns: { email: email }\ntables: { far: { keep: [email] }, parts: { keep: [email] }, parts_far: { keep: [email] } }\n");
        Passed(done);
        Assert.Contains($"warning {DiagnosticCodes.ViewsLeftEmpty.Id}: ", done.Error, StringComparison.Ordinal);
        Assert.Equal("direct:f|own:t|parted:f|through:f|twice:f", _cluster.Query(database, "SELECT string_agg(relname || ':' || left(relispopulated::text, 1), '|' ORDER BY relname) FROM pg_class WHERE relkind = 'm'"));
        Assert.Equal("0", _cluster.Query(database, "SELECT count(*) FROM pg_stats s WHERE s::text LIKE '%canary%'"));
        Assert.Equal(0, Check(database).Exit);
        _cluster.Execute(database, "REFRESH MATERIALIZED VIEW parted");
        Assert.Contains("public.parted", Check(database).Line(DiagnosticCodes.ChangedSinceSanitized), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_written_before_the_locks_are_had_is_masked_whatever_isolation_the_role_asks_for()
    {
        var (database, owner) = Staging("CREATE TABLE people (id int, email text)");
        _cluster.Execute("postgres", $"ALTER ROLE {owner} SET default_transaction_isolation = 'serializable'");
        using var writer = LiveConnection.Open(new LiveAddress("OTHER", _cluster.ConnectionString(database)), readOnly: false);
        LiveConnection.Execute(writer, "BEGIN; INSERT INTO public.people VALUES (1, 'canary7@private.test')", TestContext.Current.CancellationToken);
        var run = Task.Run(() => Sanitize(owner, database, "version: 1\ncolumns: { email: email }\n"), TestContext.Current.CancellationToken);
        while (_cluster.Query(database, "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'people'::regclass") == "0") await Task.Delay(50, TestContext.Current.CancellationToken);
        LiveConnection.Execute(writer, "COMMIT", TestContext.Current.CancellationToken);
        Passed(await run);
        Assert.Equal("1|0", _cluster.Query(database, "SELECT count(*), count(*) FILTER (WHERE email LIKE 'canary%') FROM people"));
        Assert.Equal(0, Check(database).Exit);
    }

    [Fact]
    public void A_large_object_that_came_while_rows_were_masked_stops_the_run()
    {
        var (database, owner) = Staging("CREATE TABLE people (id int, email text)");
        File.WriteAllText(_scene.PolicyPath, "version: 1\ncolumns: { email: email }\n");
        var came = 0;
        using var run = new SanitizeRun(new SanitizeOptions(new LiveAddress("STAGING", Connection(owner, database)), _scene.PolicyPath) { WorkDirectory = _scene.Work, Environment = TestEnvironment.Shared },
            new RecordingObserver { OnStage = stage => { if (stage == RunStage.Verify && Interlocked.Exchange(ref came, 1) == 0) _cluster.Execute(database, "SELECT lo_from_bytea(0, 'canary7@private.test')"); } }, TestContext.Current.CancellationToken);
        var stopped = Assert.Throws<CiAnonException>(run.Run).Diagnostics.Single();
        Assert.Equal(DiagnosticCodes.TargetChanged, stopped.Code);
        Assert.Contains("large objects", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Event_triggers_are_turned_off_where_the_role_may_and_what_others_write_is_never_called_clean()
    {
        var (database, owner) = Staging("CREATE TABLE people (id int PRIMARY KEY, email text); CREATE TABLE pets (id int REFERENCES people); CREATE TABLE changes (tag text)");
        _cluster.Execute(database, """
            CREATE FUNCTION log() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN INSERT INTO public.changes VALUES (tg_tag); END';
            CREATE EVENT TRIGGER logged ON ddl_command_end EXECUTE FUNCTION log();
            ALTER EVENT TRIGGER logged ENABLE ALWAYS;
            """);
        const string policy = "version: 1\ncolumns: { email: email, tag: keep }\n";
        Assert.Contains("can't turn off the event trigger logged", Sanitize(owner, database, policy).Line(DiagnosticCodes.NotRestorable), StringComparison.Ordinal);
        Passed(Sanitize("postgres", database, policy));
        Assert.Equal("0|A", _cluster.Query(database, "SELECT (SELECT count(*) FROM changes), evtenabled FROM pg_event_trigger"));
        Assert.Equal(0, Check(database).Exit);
        _cluster.Execute(database, "CREATE FUNCTION never() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no''; END'; CREATE EVENT TRIGGER never ON ddl_command_start EXECUTE FUNCTION never()");
        Assert.Contains("event trigger", Sanitize(owner, database, policy).Line(DiagnosticCodes.TargetRefusesRows), StringComparison.Ordinal);
    }

    [Fact]
    public void Sessions_in_which_foreign_keys_are_not_checked_are_refused_or_brought_to_check_them()
    {
        var (database, owner) = Staging("CREATE TABLE people (id int PRIMARY KEY, email text)");
        _cluster.Execute("postgres", $"ALTER DATABASE {database} SET session_replication_role = replica");
        Assert.Contains("foreign keys aren't checked", Sanitize(owner, database, "version: 1\ncolumns: { email: email }\n").Line(DiagnosticCodes.LiveDenied), StringComparison.Ordinal);
        Passed(Sanitize("postgres", database, "version: 1\ncolumns: { email: email }\n"));
    }

    public void Dispose() => _scene.Dispose();

    /// <summary>Materialized views that read a file by way of a foreign table: itself, through a view, a function, and a partition.</summary>
    internal static string FarViews(string file) => $"""
        CREATE EXTENSION file_fdw;
        CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
        CREATE FOREIGN TABLE far (id int, email text) SERVER files OPTIONS (filename '{file}', format 'csv');
        CREATE TABLE parts (id int, email text) PARTITION BY LIST (id);
        CREATE FOREIGN TABLE parts_far PARTITION OF parts FOR VALUES IN (1) SERVER files OPTIONS (filename '{file}', format 'csv');
        CREATE FUNCTION fetched() RETURNS SETOF far LANGUAGE sql AS 'SELECT * FROM public.far';
        CREATE MATERIALIZED VIEW direct AS TABLE far;
        CREATE VIEW between AS TABLE direct;
        CREATE MATERIALIZED VIEW twice AS TABLE between;
        CREATE MATERIALIZED VIEW through AS SELECT * FROM fetched();
        CREATE MATERIALIZED VIEW parted AS TABLE parts;

        """;

    private (string Database, string Owner) Logins(string schema) => Staging(schema + """
        ;
        INSERT INTO logins SELECT i, 'canary' || i % 20 || '@private.test' FROM generate_series(1, 400) i;
        SELECT format('REFRESH MATERIALIZED VIEW %I', relname) FROM pg_class WHERE relkind = 'm' \gexec
        ANALYZE;
        """);

    private static void Passed(CommandResult result) => Assert.True(result.Exit == 0, result.Error);

    private (string Database, string Owner) Staging(string schema)
    {
        var database = _cluster.CreateDatabase();
        var owner = $"{database}_owner";
        _cluster.Execute(database, $"CREATE ROLE {owner} LOGIN; ALTER DATABASE {database} OWNER TO {owner}; ALTER SCHEMA public OWNER TO {owner}; SET ROLE {owner};\n{schema}");
        return (database, owner);
    }

    private string Definitions(string database) => string.Join('\n', System.Text.Encoding.UTF8.GetString(_cluster.DumpToPipe(database, "--schema-only", "--exclude-schema=ci_anon")).Split('\n').Where(line => !line.StartsWith('\\')));

    private string Connection(string user, string database) => $"Host={_cluster.Host};Username={user};Database={database}";

    private CommandResult Sanitize(string user, string database, string policy)
    {
        File.WriteAllText(_scene.PolicyPath, policy);
        return _scene.With("STAGING", Connection(user, database)).Run("sanitize", "--target-env", "STAGING", "--policy", _scene.PolicyPath, "--work-dir", _scene.Work, "--jobs", "2");
    }

    private CommandResult Check(string database) => _scene.With("READER", Connection("postgres", database)).Run("check", "--target-env", "READER");
}
