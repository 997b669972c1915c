using CiAnon.Sandboxes.Live;
using CiAnon.Stages.Live;

namespace CiAnon.PostgresTests.Live;

/// <summary>What makes a database that was anonymized where it stands unclean, and what doesn't: rows tell by whom they were written.</summary>
public sealed class CleanMarkerTests(QuietCluster quiet) : IClassFixture<QuietCluster>
{
    private const string Schema = """
        CREATE TABLE people (id int PRIMARY KEY, email text NOT NULL, note text);
        INSERT INTO people SELECT i, 'user_' || i || '@anon.example', repeat(md5(i::text), 200) FROM generate_series(1, 50) i;
        CREATE TABLE visits (id int, day date) PARTITION BY RANGE (day);
        CREATE TABLE visits_2024 PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
        INSERT INTO visits VALUES (1, '2024-05-01');
        SELECT lo_from_bytea(70001, 'kept');
        CREATE FUNCTION loud(text) RETURNS text LANGUAGE sql AS 'SELECT upper($1)';
        CREATE AGGREGATE joined(text) (SFUNC = textcat, STYPE = text, INITCOND = '');
        CREATE TYPE mood AS ENUM ('fine');
        CREATE TABLE words (word text);
        INSERT INTO words VALUES ('plain');
        CREATE MATERIALIZED VIEW loudest AS SELECT loud(word) AS word FROM words;
        CREATE MATERIALIZED VIEW counted AS SELECT count(*) FROM words;
        CREATE VIEW said AS SELECT word FROM words;
        CREATE FOREIGN DATA WRAPPER nowhere;
        CREATE SERVER far FOREIGN DATA WRAPPER nowhere OPTIONS (host 'one');
        CREATE FOREIGN TABLE abroad (id int) SERVER far OPTIONS (at 'one');
        CREATE TABLE regions (id int, region text) PARTITION BY LIST (region);
        CREATE TABLE regions_one PARTITION OF regions FOR VALUES IN ('one');
        """;

    private readonly TestCluster _cluster = quiet.Cluster;

    [Theory]
    [InlineData("VACUUM")]
    [InlineData("ANALYZE")]
    [InlineData("VACUUM (FULL, FREEZE, ANALYZE)")]
    [InlineData("CLUSTER people USING people_pkey; REINDEX DATABASE {0}; CREATE INDEX ON people (email)")]
    [InlineData("SELECT pg_stat_reset(); CHECKPOINT")]
    [InlineData("REFRESH MATERIALIZED VIEW counted; DROP VIEW said; ANALYZE counted")]
    [InlineData("DELETE FROM people WHERE id > 10; TRUNCATE visits; VACUUM")]
    [InlineData("BEGIN; INSERT INTO people VALUES (51, 'x', 'x'); ROLLBACK")]
    [InlineData("ALTER DATABASE {0} SET work_mem = '8MB'; ALTER DATABASE {0} SET search_path = public")]
    [InlineData("ALTER TABLE people SET (fillfactor = 70), ALTER id SET STATISTICS 10; CREATE TEMP TABLE mine AS SELECT * FROM people")]
    public void What_writes_no_row_leaves_it_clean(string change)
    {
        var database = Marked();
        _cluster.Execute(database, change.Replace("{0}", database, StringComparison.Ordinal));
        Assert.Null(Judge(database));
    }

    [Theory]
    [InlineData("UPDATE people SET email = 'x' WHERE id = 1; DELETE FROM people WHERE id = 2; INSERT INTO people VALUES (2, 'x', 'x'); SELECT pg_stat_reset()", "public.people")]
    [InlineData("INSERT INTO people VALUES (51, 'x', 'x'); VACUUM (FULL, FREEZE, ANALYZE)", "public.people")]
    [InlineData("BEGIN; SAVEPOINT one; INSERT INTO people VALUES (51, 'x', 'x'); RELEASE one; COMMIT", "public.people")]
    [InlineData("CREATE TEMP TABLE held AS SELECT * FROM people; TRUNCATE people; INSERT INTO people SELECT * FROM held", "public.people")]
    [InlineData("BEGIN; TRUNCATE visits; COPY visits_2024 FROM STDIN (FREEZE);\n1\t2024-06-01\n\\.\nCOMMIT", "public.visits_2024")]
    [InlineData("BEGIN; TRUNCATE people; COPY people FROM STDIN (FREEZE);\n1\tx\tx\n\\.\nCOMMIT; VACUUM (FREEZE)", "public.people")]
    [InlineData("ALTER TABLE people ALTER email TYPE text USING 'x'", "public.people")]
    [InlineData("ALTER TABLE people SET UNLOGGED", "public.people")]
    [InlineData("ALTER TABLE people ADD phone text DEFAULT 'x'", "public.people")]
    [InlineData("ALTER TABLE people RENAME note TO secret", "public.people")]
    [InlineData("CREATE TABLE copy AS SELECT 'x' AS email", "public.copy")]
    [InlineData("CREATE TABLE other (LIKE people); DROP TABLE people; ALTER TABLE other RENAME TO people", "public.people")]
    [InlineData("CREATE TABLE visits_2025 PARTITION OF visits FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')", "public.visits_2025")]
    [InlineData("CREATE MATERIALIZED VIEW copy AS SELECT 'x' AS email", "public.copy")]
    [InlineData("CREATE TABLE ci_anon.hidden AS SELECT 'x' AS email", "ci_anon.hidden")]
    [InlineData("CREATE OR REPLACE FUNCTION loud(text) RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$", "function public.loud(text)")]
    [InlineData("CREATE FUNCTION more() RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$", "function public.more()")]
    [InlineData("CREATE OR REPLACE AGGREGATE joined(text) (SFUNC = textcat, STYPE = text, INITCOND = 'x')", "function public.joined(text)")]
    [InlineData("ALTER FUNCTION loud(text) RENAME TO x", "function public.x(text)")]
    [InlineData("CREATE SCHEMA x", "schema x")]
    [InlineData("CREATE SEQUENCE x", "sequence public.x")]
    [InlineData("CREATE TYPE pair AS (x int)", "composite type public.pair")]
    [InlineData("COMMENT ON DATABASE {0} IS 'x'", "comment, label or setting of database")]
    [InlineData("ALTER DATABASE {0} SET app.contact = 'x'", "comment, label or setting of database")]
    [InlineData("CREATE OR REPLACE VIEW said AS SELECT 'x'::text AS word", "view public.said")]
    [InlineData("CREATE VIEW more AS SELECT 'x' AS email", "view public.more")]
    [InlineData("COMMENT ON COLUMN people.email IS 'x'", "comment on column email of table public.people")]
    [InlineData("ALTER TABLE people ALTER email SET DEFAULT 'x'", "default value for column email of table public.people")]
    [InlineData("ALTER TABLE people ADD CHECK (email <> 'x')", "constraint people_email_check on table public.people")]
    [InlineData("CREATE INDEX ON people (id) WHERE email = 'x'", "index public.people_id_idx")]
    [InlineData("ALTER TYPE mood ADD VALUE 'x'", "type public.mood")]
    [InlineData("CREATE POLICY mine ON people USING (email = 'x')", "policy mine on table public.people")]
    [InlineData("ALTER FOREIGN TABLE abroad OPTIONS (SET at 'x')", "foreign table public.abroad")]
    [InlineData("ALTER SERVER far OPTIONS (SET host 'x')", "server far")]
    [InlineData("ALTER TABLE regions DETACH PARTITION regions_one; ALTER TABLE regions ATTACH PARTITION regions_one FOR VALUES IN ('x')", "table public.regions_one")]
    [InlineData("ALTER FOREIGN TABLE abroad ALTER id OPTIONS (ADD called 'x')", "column id of foreign table public.abroad")]
    [InlineData("ALTER FOREIGN DATA WRAPPER nowhere OPTIONS (ADD at 'x')", "foreign-data wrapper nowhere")]
    [InlineData("CREATE STATISTICS two ON (email || 'x'), note FROM people", "statistics object public.two")]
    [InlineData("CREATE PUBLICATION few FOR TABLE people WHERE (email <> 'x')", "publication of table public.people in publication few")]
    [InlineData("CREATE TEXT SEARCH DICTIONARY said (TEMPLATE = simple, ACCEPT = false)", "text search dictionary public.said")]
    [InlineData("REFRESH MATERIALIZED VIEW loudest", "public.loudest")]
    [InlineData("SELECT lo_from_bytea(70002, 'x')", "pg_catalog.pg_largeobject")]
    [InlineData("SELECT lo_put(70001, 0, 'x')", "pg_catalog.pg_largeobject")]
    public void What_writes_a_row_makes_it_unclean_and_is_named(string change, string table)
    {
        var database = Marked();
        _cluster.Execute(database, change.Replace("{0}", database, StringComparison.Ordinal));
        var judged = Judge(database);
        Assert.Equal(NotCleanReason.Changed, judged?.Reason);
        Assert.Contains(table, judged!.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE ci_anon.clean SET at = now()")]
    [InlineData("INSERT INTO ci_anon.clean SELECT * FROM ci_anon.clean")]
    [InlineData("DELETE FROM ci_anon.clean")]
    [InlineData("DROP SCHEMA ci_anon CASCADE")]
    public void A_marker_that_is_not_as_the_run_left_it_is_none(string change)
    {
        var database = Marked();
        _cluster.Execute(database, change);
        Assert.Equal(NotCleanReason.NeverDone, Judge(database)?.Reason);
    }

    [Fact]
    public void A_restored_copy_knows_that_nobody_looked_at_it()
    {
        var database = Marked();
        var copy = _cluster.CreateDatabase();
        _cluster.Execute(copy, System.Text.Encoding.UTF8.GetString(_cluster.DumpToPipe(database)));
        Assert.Equal(NotCleanReason.NeverDone, Judge(copy)?.Reason);
        // Nor does a marker help that comes back among rows of another moment.
        var rows = System.Text.Encoding.UTF8.GetString(_cluster.DumpToPipe(database, "--data-only", "--exclude-table=visits*"));
        _cluster.Execute(database, "TRUNCATE people; TRUNCATE ci_anon.clean; SELECT lo_unlink(70001);" + rows);
        Assert.Equal(NotCleanReason.NeverDone, Judge(database)?.Reason);
    }

    [Fact]
    public void Transactions_of_other_databases_on_the_server_make_nothing_unclean_and_one_of_its_own_does_when_it_writes()
    {
        using var elsewhere = Writing("postgres");
        var database = Marked();
        Assert.Null(Judge(database));
        using var own = Writing(database);
        Mark(_cluster, database);
        Assert.Null(Judge(database));
        LiveConnection.Execute(own, "INSERT INTO public.people VALUES (51, 'x', 'x'); COMMIT", TestContext.Current.CancellationToken);
        Assert.Equal(NotCleanReason.Changed, Judge(database)?.Reason);
    }

    [Fact]
    public void What_stands_in_the_markers_own_schema_was_looked_at_by_nobody()
    {
        var database = _cluster.CreateDatabase(Schema + "CREATE SCHEMA ci_anon; CREATE FUNCTION ci_anon.said() RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$");
        Mark(_cluster, database);
        Assert.Contains("function ci_anon.said()", Judge(database)?.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "django=1", null)]
    [InlineData("1", "django=1", "another policy")]
    [InlineData("0", "django=2", "preset")]
    [InlineData("0", "", "preset")]
    public void Another_policy_is_one_whose_file_or_whose_presets_differ(string file, string presets, string? why)
    {
        var database = _cluster.CreateDatabase("CREATE TABLE people (id int)");
        Mark(_cluster, database, new CleanRules("0", "django=1"));
        var judged = Judge(_cluster, database, new CleanRules(file, presets));
        Assert.Equal(why is null ? null : NotCleanReason.OtherPolicy, judged?.Reason);
        if (why is not null) Assert.Contains(why, judged!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_crash_that_loses_statistics_loses_nothing_of_what_is_known()
    {
        using var server = TestCluster.Start(_cluster.Tools);
        server.Execute("postgres", Schema);
        Mark(server, "postgres");
        Restart(server);
        Assert.Null(Judge(server, "postgres"));
        server.Execute("postgres", "UPDATE people SET email = 'x' WHERE id = 1");
        Restart(server);
        Assert.Equal(NotCleanReason.Changed, Judge(server, "postgres")?.Reason);
    }

    // Commits are asynchronous there.
    private static void Restart(TestCluster server)
    {
        server.Execute("postgres", "CHECKPOINT");
        server.Crash();
        server.Restart();
    }

    private string Marked()
    {
        var database = _cluster.CreateDatabase(Schema);
        Mark(_cluster, database);
        return database;
    }

    // In the middle of a transaction that has a number.
    private Npgsql.NpgsqlConnection Writing(string database)
    {
        var connection = LiveConnection.Open(new LiveAddress("OTHER", _cluster.ConnectionString(database)), readOnly: false);
        LiveConnection.Execute(connection, "BEGIN; SELECT pg_catalog.pg_current_xact_id()");
        return connection;
    }

    private static void Mark(TestCluster server, string database, CleanRules? rules = null)
    {
        using var target = LiveTarget.OfNew(new LiveAddress("STAGING", server.ConnectionString(database)), database, CancellationToken.None);
        BuiltTarget.Mark(target, new CleanState("ci-anon", "ci-anon.yml", rules ?? new CleanRules("0", ""), "ephemeral", null, "for a test"));
    }

    private NotClean? Judge(string database) => Judge(_cluster, database);

    private static NotClean? Judge(TestCluster server, string database, CleanRules? rules = null)
    {
        using var connection = LiveConnection.Open(new LiveAddress("STAGING", server.ConnectionString(database)), readOnly: true);
        return CleanMarker.Judge(connection, rules, CancellationToken.None);
    }
}
