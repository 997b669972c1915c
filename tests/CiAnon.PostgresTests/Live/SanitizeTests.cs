using System.Text;
using CiAnon.Diagnostics;
using CiAnon.Live;
using CiAnon.PostgresTests.BadInput;
using CiAnon.PostgresTests.Runs;
using CiAnon.Reporting;
using CiAnon.Sandboxes.Live;

namespace CiAnon.PostgresTests.Live;

/// <summary>A database that is anonymized where it stands, and what it says of itself afterwards.</summary>
public sealed partial class SanitizeTests(QuietCluster quiet) : IClassFixture<QuietCluster>, IDisposable
{
    private readonly TestCluster _cluster = quiet.Cluster;

    // Keys in a circle, one over masked values, triggers that would break every write, and what else must come out as it went in.
    private const string Schema = """
        CREATE TABLE people (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL UNIQUE, best_friend int REFERENCES people, home int, two int GENERATED ALWAYS AS (1 + 1) STORED);
        CREATE TABLE homes (id int PRIMARY KEY, owner int NOT NULL REFERENCES people DEFERRABLE, note text DEFAULT 'none');
        CREATE TABLE letters (id int PRIMARY KEY, recipient text REFERENCES people (email) ON UPDATE CASCADE, amount numeric CHECK (amount > 0));
        CREATE TABLE visits (id int, day date, who text) PARTITION BY RANGE (day);
        CREATE TABLE visits_2024 PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
        CREATE TABLE visits_rest PARTITION OF visits DEFAULT;
        CREATE TABLE trips (id int, who text) PARTITION BY HASH (who);
        CREATE TABLE trips_0 PARTITION OF trips FOR VALUES WITH (MODULUS 2, REMAINDER 0);
        CREATE TABLE trips_1 PARTITION OF trips FOR VALUES WITH (MODULUS 2, REMAINDER 1);
        INSERT INTO trips SELECT i, 'canary' || i || '@private.test' FROM generate_series(1, 200) i;
        CREATE TABLE untouched (id int PRIMARY KEY, level int);
        INSERT INTO people (email, best_friend) SELECT 'canary' || i || '@private.test', nullif(i - 1, 0) FROM generate_series(1, 300) i;
        INSERT INTO homes (id, owner) SELECT i, i FROM generate_series(1, 100) i;
        UPDATE people SET home = id WHERE id <= 100;
        ALTER TABLE people ADD FOREIGN KEY (home) REFERENCES homes;
        INSERT INTO letters SELECT i, 'canary' || i || '@private.test', i FROM generate_series(1, 200) i;
        INSERT INTO visits SELECT i, date '2024-12-01' + i % 60, 'canary' || i || '@private.test' FROM generate_series(1, 200) i;
        INSERT INTO untouched SELECT i, i % 3 FROM generate_series(1, 50) i;
        CREATE MATERIALIZED VIEW mailboxes AS SELECT email FROM people;
        CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''a trigger fired''; END';
        CREATE TRIGGER never BEFORE INSERT OR UPDATE ON letters FOR EACH ROW EXECUTE FUNCTION never();
        CREATE TRIGGER always AFTER TRUNCATE ON people EXECUTE FUNCTION never();
        ALTER TABLE people ENABLE ALWAYS TRIGGER always;
        ALTER TABLE homes ENABLE ROW LEVEL SECURITY;
        CREATE POLICY mine ON homes USING (owner = 1);
        ANALYZE;
        """;

    private const string Policy = "version: 1\ncolumns: { email: email }\ntables:\n  homes: { keep: [note] }\n  visits: { columns: { who: email }, keep: [day] }\n  trips: { columns: { who: email } }\n";

    private readonly Scene _scene = new();

    [Fact]
    public void Rows_are_replaced_and_everything_else_stays_and_the_marker_tells_when_it_is_no_longer_so()
    {
        var (database, owner) = Staging();
        var before = Definitions(database);
        var kept = Kept(database);
        _scene.With("READER", $"Host={_cluster.Host};Username={owner}_reader;Database={database}");
        Assert.Equal(DiagnosticCodes.NeverSanitized, Code(Check()));

        var plan = Sanitize(owner, database, "--dry-run");
        Assert.True(plan.Exit == 0, plan.Error);
        Assert.Contains("lock ACCESS EXCLUSIVE, while verified rows are written: public.homes, public.letters, public.people, public.trips, public.trips_0, public.trips_1, public.visits, public.visits_2024, public.visits_rest\n", plan.Out, StringComparison.Ordinal);
        Assert.Contains("canary", Rows(database), StringComparison.Ordinal);

        // Of killed syncs: its own role's goes, and another's is named.
        foreach (var (name, of) in new[] { ("a_ci_anon_new", owner), ("b_ci_anon_new", "postgres") })
        {
            _cluster.Execute("postgres", $"CREATE DATABASE {name} OWNER {of}");
            _cluster.Execute("postgres", $"COMMENT ON DATABASE {name} IS '{UnprovenDatabases.Note}'");
        }
        var done = Sanitize(owner, database);
        Assert.True(done.Exit == 0, done.Error);
        Assert.Contains($"warning {DiagnosticCodes.UnprovenStays.Id}: STAGING: on its server stands b_ci_anon_new. ", done.Error, StringComparison.Ordinal);
        _cluster.Execute("postgres", "DROP DATABASE b_ci_anon_new");
        _scene.AssertNothingLeft();
        Assert.DoesNotContain("canary", Rows(database), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", _cluster.Query(database, "SELECT string_agg(s::text, '') FROM pg_stats s", "SELECT string_agg(email, '') FROM mailboxes"), StringComparison.Ordinal);
        Assert.Equal(before, Definitions(database));
        Assert.Equal(kept, Kept(database));
        Assert.Equal("200", _cluster.Query(database, "SELECT count(*) FROM letters JOIN people ON email = recipient"));
        var report = ReportJson.Read(File.ReadAllBytes(_scene.ReportPath))!;
        Assert.Equal((ReportStatus.Passed, database, "live"), (report.Status, report.Output!.Name, report.Output.Format));
        Assert.Equal((300L, 300L), report.Tables.Where(table => table.Name == "people").Select(table => (table.RowsIn, table.RowsOut)).Single());

        Assert.Equal("clean: READER\n", Check().Out);
        Assert.Equal(0, Check("--policy", _scene.PolicyPath).Exit);
        _cluster.Execute(database, "DELETE FROM untouched WHERE id = 1; VACUUM untouched");
        Assert.Equal(0, Check().Exit);
        _cluster.Execute(database, "UPDATE untouched SET level = 9 WHERE id = 2");
        Assert.Contains("public.untouched", Check().Line(DiagnosticCodes.ChangedSinceSanitized), StringComparison.Ordinal);

        Assert.Equal(0, Sanitize(owner, database).Exit);
        Assert.Equal(0, Check().Exit);
        _cluster.Execute(database, "CREATE TABLE later (id int)");
        Assert.Contains("public.later", Check().Line(DiagnosticCodes.ChangedSinceSanitized), StringComparison.Ordinal);
        _cluster.Execute(database, "INSERT INTO later VALUES (1), (2); UPDATE untouched SET level = 8 WHERE id < 5; COMMENT ON TABLE untouched IS 'seen'");
        Assert.Contains("tables or columns came since: public.later; definitions came or changed since: comment on table public.untouched; rows were written since: public.later (2), public.untouched (3). ", Check().Line(DiagnosticCodes.ChangedSinceSanitized), StringComparison.Ordinal);
        File.AppendAllText(_scene.PolicyPath, "# reviewed\n");
        Assert.Equal(DiagnosticCodes.SanitizedByOtherPolicy, Code(Check("--policy", _scene.PolicyPath)));
    }

    [Theory]
    [InlineData("ALTER TABLE letters ADD CONSTRAINT tiny CHECK (amount < 100) NOT VALID", "public.letters: tiny")]
    [InlineData("CREATE TABLE homes_of (id int PRIMARY KEY, home int); INSERT INTO homes_of VALUES (1, 7), (2, NULL), (3, 70000); ALTER TABLE homes_of ADD CONSTRAINT lost FOREIGN KEY (home) REFERENCES homes NOT VALID", "public.homes_of: lost")]
    public void Constraints_that_are_not_valid_and_that_rows_break_are_said_before_a_row_is_masked(string change, string said)
    {
        var (database, owner) = Staging();
        _cluster.Execute(database, $"SET ROLE {owner}; {change}");
        Assert.Contains(said, Sanitize(owner, database, "--dry-run").Line(DiagnosticCodes.TargetRefusesRows), StringComparison.Ordinal);
    }

    [Fact]
    public void A_copied_marker_is_none()
    {
        var (database, owner) = Staging();
        Assert.Equal(0, Sanitize(owner, database).Exit);
        var copy = _cluster.CreateDatabase(options: $"TEMPLATE {database}");
        _scene.With("READER", $"Host={_cluster.Host};Username={owner}_reader;Database={copy}");
        Assert.Equal(DiagnosticCodes.NeverSanitized, Code(Check()));
    }

    [Theory]
    [InlineData("INSERT INTO homes VALUES (101, 1, 'write to canary7@private.test')", "CIANON5002")]
    [InlineData("ALTER TABLE letters ADD CONSTRAINT tiny CHECK (amount < 100) NOT VALID", "CIANON4042")]
    [InlineData("ALTER TABLE people OWNER TO postgres", "CIANON4031")]
    [InlineData("SELECT lo_from_bytea(0, 'canary')", "CIANON4041")]
    public void What_can_not_be_proven_changes_nothing_and_is_said_with_what_to_do(string change, string code)
    {
        var (database, owner) = Staging();
        _cluster.Execute(database, change);
        var before = Rows(database);
        var result = Sanitize(owner, database);
        Assert.Equal(code, Code(result).Id);
        // What to do about a failed check goes by the check.
        Assert.Contains(code == DiagnosticCodes.CheckFailed.Id ? "; the database is as it was" : Code(result).Help[..20], result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", _cluster.Log, StringComparison.Ordinal);
        Assert.Equal(before, Rows(database));
        Assert.Equal("f", _cluster.Query(database, "SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'ci_anon')"));
        _scene.AssertNothingLeft();
    }

    [Fact]
    public void A_secret_in_a_definition_is_not_said_to_be_redacted_where_definitions_stay()
    {
        var (database, owner) = Staging();
        _cluster.Execute(database, "CREATE FUNCTION pull() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM dblink_connect('host=far user=app password=Xk29-qLm77-Zr'); END $$");
        var failed = Sanitize(owner, database, "definitions: { secrets: redact }\n");
        Assert.Equal(DiagnosticCodes.CheckFailed, Code(failed));
        Assert.Contains($"warning {DiagnosticCodes.HoldsSecret.Id}: FUNCTION public.pull() holds a secret", failed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secrets: redact", failed.Error, StringComparison.Ordinal);
        Assert.Contains("Take it out of the definition in the database, or allow it", failed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secrets: redact", File.ReadAllText(_scene.ReportPath), StringComparison.Ordinal);
        Assert.Equal(0, Sanitize(owner, database, "verify: { allow: [{ object: 'FUNCTION public.pull()', kind: token, reason: a test }] }\n").Exit);
    }

    [Fact]
    public void What_came_while_rows_were_masked_stops_the_run_as_nobody_looked_at_it()
    {
        var (database, owner) = Staging();
        var before = Rows(database);
        File.WriteAllText(_scene.PolicyPath, Policy);
        var copied = 0;
        using (var run = new SanitizeRun(new SanitizeOptions(new LiveAddress("STAGING", Connection(owner, database)), _scene.PolicyPath) { WorkDirectory = _scene.Work, Environment = TestEnvironment.Shared },
            new RecordingObserver
            {
                OnStage = stage =>
                {
                    if (stage == RunStage.Verify && Interlocked.Exchange(ref copied, 1) == 0)
                        _cluster.Execute(database, "CREATE TABLE copied AS SELECT * FROM people; CREATE FUNCTION said() RETURNS text LANGUAGE sql AS $$ SELECT 'canary7@private.test' $$");
                },
            }, TestContext.Current.CancellationToken))
        {
            var stopped = Assert.Throws<CiAnonException>(run.Run).Diagnostics.Single();
            Assert.Equal(DiagnosticCodes.TargetChanged, stopped.Code);
            Assert.Contains("public.copied, function public.said()", stopped.Message, StringComparison.Ordinal);
        }
        _cluster.Execute(database, "DROP TABLE copied; DROP FUNCTION said");
        Assert.Equal(before, Rows(database));
        _scene.AssertNothingLeft();
    }

    [Theory]
    [InlineData("CREATE SCHEMA ops; CREATE TABLE ops.ci_anon_production ()", "")]
    [InlineData("", "target_hosts: [staging.db.internal, \"*.test\"]\n")]
    public void Production_is_refused_and_no_option_lifts_that(string sign, string policy)
    {
        var (database, owner) = Staging();
        if (sign.Length > 0) _cluster.Execute(database, sign);
        var before = Rows(database);
        Assert.Equal(DiagnosticCodes.TargetRefused, Code(Sanitize(owner, database, policy)));
        Assert.Equal(DiagnosticCodes.TargetRefused, Code(Sanitize(owner, database, policy, "--dry-run")));
        Assert.Equal(before, Rows(database));
    }

    public void Dispose() => _scene.Dispose();

    private static DiagnosticCode Code(CommandResult result) =>
        DiagnosticCodes.All.Single(code => result.Error.Contains($": error {code.Id}: ", StringComparison.Ordinal) && (int)code.Exit == result.Exit);

    // Owned by a role that is no superuser, beside one that may only read.
    private (string Database, string Owner) Staging()
    {
        var database = _cluster.CreateDatabase();
        var owner = $"{database}_owner";
        _cluster.Execute(database, $"""
            CREATE ROLE {owner} LOGIN; CREATE ROLE {owner}_reader LOGIN BYPASSRLS; GRANT pg_read_all_data TO {owner}_reader;
            ALTER DATABASE {database} OWNER TO {owner}; ALTER SCHEMA public OWNER TO {owner}; SET ROLE {owner};
            {Schema}
            GRANT SELECT ON people TO {owner}_reader;
            """);
        return (database, owner);
    }

    private string Connection(string owner, string database) => $"Host={_cluster.Host};Username={owner};Database={database}";

    private CommandResult Sanitize(string owner, string database, params string[] more) => SanitizeAt(Connection(owner, database), more);

    private CommandResult SanitizeAt(string connection, params string[] more)
    {
        // Rules of the policy, or options.
        more = [.. more.Where(word => word.Length > 0)];
        var policy = more is [var text, ..] && !text.StartsWith('-') ? text : "";
        File.WriteAllText(_scene.PolicyPath, Policy + policy);
        return _scene.With("STAGING", connection).Run(
            ["sanitize", "--target-env", "STAGING", "--policy", _scene.PolicyPath, "--report", _scene.ReportPath, "--work-dir", _scene.Work, "--jobs", "2", .. policy.Length > 0 ? more[1..] : more]);
    }

    private CommandResult Check(params string[] more) => _scene.Run(["check", "--target-env", "READER", .. more]);

    private string Definitions(string database) => string.Join('\n', Encoding.UTF8.GetString(_cluster.DumpToPipe(database, "--schema-only", "--exclude-schema=ci_anon")).Split('\n')
        .Where(line => !line.StartsWith('\\'))) + _cluster.Query(database, "SELECT conname, condeferrable, condeferred FROM pg_constraint WHERE contype = 'f' ORDER BY 1", "SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1");

    private string Kept(string database) => _cluster.Query(database, "SELECT id, best_friend, home FROM people ORDER BY 1", "SELECT * FROM homes ORDER BY 1", "SELECT id, amount FROM letters ORDER BY 1",
        "SELECT tableoid::regclass, id, day FROM visits ORDER BY 2", "SELECT id FROM trips ORDER BY 1", "SELECT * FROM untouched ORDER BY 1", "SELECT last_value FROM people_id_seq");

    private string Rows(string database) => string.Join('\n', Encoding.UTF8.GetString(_cluster.DumpToPipe(database, "--data-only", "--exclude-schema=ci_anon")).Split('\n').Where(line => !line.StartsWith('\\')));
}
