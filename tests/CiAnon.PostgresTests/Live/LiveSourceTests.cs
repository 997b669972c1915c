using System.Text;
using System.Text.RegularExpressions;
using CiAnon.Diagnostics;
using CiAnon.PostgresTests.BadInput;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections;
using CiAnon.Sandboxes.Live;

namespace CiAnon.PostgresTests.Live;

/// <summary>A live database instead of a dump: <c>ci-anon anonymize --source-env NAME</c>.</summary>
public sealed partial class LiveSourceTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """"
        CREATE EXTENSION IF NOT EXISTS plpgsql;
        CREATE SCHEMA "Sales Dept";
        CREATE TABLE people (id serial PRIMARY KEY, email text UNIQUE NOT NULL, shout text GENERATED ALWAYS AS (upper('x' || id)) STORED, gone int, at timestamptz, share float8);
        ALTER TABLE people DROP gone;
        INSERT INTO people (email, at, share) SELECT 'canary' || i || '@private.test', '2024-05-01 12:00+02'::timestamptz + i * interval '1 h', i / 3.0 FROM generate_series(1, 400) i;
        CREATE TABLE "Sales Dept"."Account ""VIP""" (id int GENERATED ALWAYS AS IDENTITY, person int REFERENCES people, note bytea);
        INSERT INTO "Sales Dept"."Account ""VIP""" (person, note) SELECT i, decode(lpad(to_hex(i), 8, '0'), 'hex') FROM generate_series(1, 50) i;
        CREATE TABLE visits (id int, day date) PARTITION BY RANGE (day);
        CREATE TABLE visits_2024 PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
        CREATE TABLE visits_rest PARTITION OF visits DEFAULT;
        INSERT INTO visits SELECT i, date '2024-12-01' + i FROM generate_series(1, 60) i;
        CREATE TABLE nothing ();
        CREATE TABLE logs (id int, line text);
        INSERT INTO logs VALUES (1, 'canary-line'), (2, 'canary-line');
        CREATE SEQUENCE tickets START 7;
        CREATE MATERIALIZED VIEW z_count AS SELECT count(*) AS visits FROM visits;
        CREATE MATERIALIZED VIEW a_double AS SELECT visits * 2 AS twice FROM z_count;
        CREATE INDEX people_at ON people (at);
        """";

    private const string Policy = """"
        version: 1
        columns: { email: email }
        tables:
          '"Sales Dept"."Account ""VIP"""': { keep: all }
          visits: { keep: [day] }
          logs: { rows: none }

        """";

    private readonly Scene _scene = new();

    [Fact]
    public void A_live_database_becomes_the_artefact_that_its_dump_would_read_by_a_role_that_may_only_select()
    {
        var database = cluster.CreateDatabase(Schema);
        var dump = Path.Combine(_scene.Root, "by-hand.dump");
        cluster.Dump(database, dump, "-Fc");
        Assert.Equal(0, _scene.Anonymize(dump, Policy).Exit);
        var byHand = Restored(_scene.Output);

        cluster.Execute("postgres", $"CREATE ROLE {database}_reader LOGIN PASSWORD 'canary-secret'; GRANT pg_read_all_data TO {database}_reader");
        _scene.Output = Path.Combine(_scene.Folder("live"), "team.dump");
        var seen = SpyOnDumpProgram();
        var result = Anonymize($"postgresql://{database}_reader:canary-secret@/{database}?host={Uri.EscapeDataString(cluster.Host)}", "--postgres-bin", Path.GetDirectoryName(seen)!);
        Assert.True(result.Exit == 0, result.Error);
        _scene.AssertNothingLeft();
        Assert.Equal(byHand, Restored(_scene.Output));
        Assert.Equal("0", cluster.Query("postgres", $"SELECT temp_files FROM pg_stat_database WHERE datname = '{database}'"));
        Assert.Contains("--schema-only", File.ReadAllText(seen), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", File.ReadAllText(seen), StringComparison.Ordinal);

        var report = ReportJson.Read(File.ReadAllBytes(_scene.ReportPath))!;
        Assert.Equal((ReportStatus.Passed, database, "live"), (report.Status, report.Input.Name, report.Input.Format));
        Assert.Equal(400, report.Tables.Single(table => table.Name == "people").RowsIn);
        Assert.Equal((2L, 0L), report.Tables.Where(table => table.Name == "logs").Select(table => (table.RowsIn, table.RowsOut)).Single());
        Assert.DoesNotContain("canary", Encoding.Latin1.GetString(cluster.Script(_scene.Output)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void All_workers_see_one_moment_whatever_comes_later_and_none_can_write()
    {
        var database = cluster.CreateDatabase("CREATE TABLE t (id int); INSERT INTO t VALUES (1)");
        using var snapshot = LiveSnapshot.Take(new LiveAddress("SOURCE", cluster.ConnectionString(database)), CancellationToken.None);
        cluster.Execute(database, "INSERT INTO t VALUES (2)");
        foreach (var connection in new[] { snapshot.Rent(), snapshot.Rent() })
        {
            Assert.Equal(1L, Execute(connection, "SELECT count(*) FROM public.t"));
            Assert.Equal("25006", Assert.Throws<Npgsql.PostgresException>(() => Execute(connection, "DELETE FROM public.t")).SqlState);
        }
        Assert.Equal("AccessShareLock", cluster.Query(database, $"SELECT DISTINCT mode FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE datname = '{database}' AND application_name = 'ci-anon' AND locktype = 'relation'"));
        // What would show through any snapshot has to wait.
        Assert.Contains("lock timeout", Assert.ThrowsAny<Exception>(() => cluster.Execute(database, "SET lock_timeout = 50; TRUNCATE t")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_role_may_not_read_is_named_before_any_row_is_read()
    {
        var database = cluster.CreateDatabase(Schema);
        cluster.Execute(database, $"CREATE ROLE {database}_reader LOGIN; GRANT SELECT ON people TO {database}_reader");
        var line = _scene.AssertRefused(Anonymize($"Host={cluster.Host};Username={database}_reader;Database={database}"), DiagnosticCodes.LiveDenied);
        Assert.Contains("public.logs", line, StringComparison.Ordinal);
        Assert.DoesNotContain("public.people,", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ENABLE ROW LEVEL SECURITY", "reader", true)]
    [InlineData("ENABLE ROW LEVEL SECURITY", "owner", false)]
    [InlineData("ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY", "owner", true)]
    public void A_table_of_which_row_security_hides_rows_is_named_before_any_row_is_read(string security, string role, bool isHidden)
    {
        var database = cluster.CreateDatabase(Schema);
        cluster.Execute(database, $"""
            CREATE ROLE {database}_reader LOGIN; CREATE ROLE {database}_owner LOGIN; GRANT pg_read_all_data TO {database}_reader, {database}_owner;
            ALTER TABLE visits_rest OWNER TO {database}_owner; ALTER TABLE visits_rest {security}; CREATE POLICY everyone ON visits_rest USING (true)
            """);
        var source = $"Host={cluster.Host};Username={database}_{role};Database={database}";
        if (isHidden) Assert.Contains("SOURCE: its role is subject to row security, which would hide rows of public.visits_rest: ", _scene.AssertRefused(Anonymize(source, "--dry-run"), DiagnosticCodes.LiveDenied), StringComparison.Ordinal);
        else Assert.Equal(0, Anonymize(source).Exit);
    }

    [Fact]
    public void A_lock_that_somebody_holds_is_waited_for_as_long_as_was_said()
    {
        var database = cluster.CreateDatabase(Schema);
        using var other = LiveConnection.Open(new LiveAddress("OTHER", cluster.ConnectionString(database)), readOnly: false);
        Execute(other, "BEGIN; LOCK TABLE public.people");
        _scene.AssertRefused(Anonymize(cluster.ConnectionString(database), "--lock-timeout", "1"), DiagnosticCodes.LiveLocked);
        Assert.Contains("mind --statement-timeout", _scene.AssertRefused(Anonymize(cluster.ConnectionString(database), "--statement-timeout", "1"), DiagnosticCodes.LiveInterrupted), StringComparison.Ordinal);
    }

    [Fact]
    public void Whose_limit_of_connections_is_reached_is_said()
    {
        var database = cluster.CreateDatabase(Schema);
        cluster.Execute("postgres", $"CREATE ROLE {database}_reader LOGIN; GRANT pg_read_all_data TO {database}_reader; ALTER DATABASE {database} CONNECTION LIMIT 0");
        var source = $"Host={cluster.Host};Username={database}_reader;Database={database}";
        Assert.Contains("SOURCE: its database takes 0 connections at a time, its CONNECTION LIMIT (53300). Ask for fewer", _scene.AssertRefused(Anonymize(source), DiagnosticCodes.LiveUnreachable), StringComparison.Ordinal);
        cluster.Execute("postgres", $"ALTER DATABASE {database} CONNECTION LIMIT 1");
        Assert.Contains("exit code 1: the database takes no more connections (its CONNECTION LIMIT). ", _scene.AssertRefused(Anonymize(source), DiagnosticCodes.SchemaDumpFailed), StringComparison.Ordinal);
    }

    [Fact]
    public void Large_objects_of_a_live_database_are_decided_on_and_kept_ones_are_read_in_the_same_moment()
    {
        // One of several parts, one that is empty, and the artefact of before.
        var database = cluster.CreateDatabase(Schema + "SELECT lo_from_bytea(70001, convert_to(repeat('0123456789', 70000), 'UTF8')), lo_create(70002);");
        var source = cluster.ConnectionString(database);
        _scene.AssertRefused(Anonymize(source), DiagnosticCodes.LargeObjectsUndecided);
        var kept = Anonymize(source, Policy + "large_objects: keep\n");
        Assert.True(kept.Exit == 0, kept.Error);
        var copy = cluster.CreateDatabase();
        cluster.Restore(_scene.Output, copy);
        Assert.Equal("700000|0123456789|70002", cluster.Query(copy, "SELECT length(lo_get(70001)), convert_from(lo_get(70001, 699990, 10), 'UTF8'), max(oid) FROM pg_largeobject_metadata"));
        Assert.Equal(LargeObjectStatus.Kept, ReportJson.Read(File.ReadAllBytes(_scene.ReportPath))!.LargeObjects);

        Assert.Equal(0, Anonymize(source, Policy + "large_objects: drop\n").Exit);
        Assert.Equal(LargeObjectStatus.Dropped, ReportJson.Read(File.ReadAllBytes(_scene.ReportPath))!.LargeObjects);
        Assert.DoesNotContain("BLOB", cluster.List(_scene.Output), StringComparison.Ordinal);
        // What is in them is searched, as in a dump's.
        cluster.Execute(database, "SELECT lo_put(70002, 0, 'ask canary7@private.test')");
        File.Delete(_scene.Output);
        Assert.Contains("large object", _scene.AssertRefused(Anonymize(source, Policy + "large_objects: keep\n"), DiagnosticCodes.CheckFailed), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void Rows_that_a_condition_leaves_out_are_read_only_where_originals_may_be_in_them()
    {
        var database = cluster.CreateDatabase(Schema + """
            CREATE TABLE clicks (id int, at date, path text);
            INSERT INTO clicks SELECT i, date '2023-12-31' + i, '/page/' || i FROM generate_series(1, 100) i;
            CREATE TABLE members (id int, email text);
            INSERT INTO members SELECT i, 'canary_member' || i || '@private.test' FROM generate_series(1, 60) i;
            """);
        var source = cluster.ConnectionString(database);
        string Rules(string where) => Policy.TrimEnd() + $"\n  clicks: {{ keep: all, rows: {{ where: \"{where}\" }} }}\n  members: {{ rows: {{ where: id < 50 }} }}\n";
        ComplianceReport Read(string where)
        {
            var result = Anonymize(source, Rules(where));
            Assert.True(result.Exit == 0, result.Error);
            var report = ReportJson.Read(File.ReadAllBytes(_scene.ReportPath))!;
            var clicks = report.Tables.Single(table => table.Name == "clicks");
            Assert.Equal((100L, 31L, "filter", 69L), (clicks.RowsIn, clicks.RowsOut, clicks.LeftOut!.Single().Cause, clicks.LeftOut!.Single().Rows));
            return report;
        }

        File.WriteAllText(_scene.PolicyPath, Rules("at < '2024-02-01'"));
        var plan = _scene.With("SOURCE", source).Run("anonymize", "--source-env", "SOURCE", "--policy", _scene.PolicyPath, "--output", _scene.Output, "--work-dir", _scene.Work, "--dry-run");
        Assert.Matches("public.clicks: .*; they stay where they are: the condition is part of the source's COPY\n", plan.Out);
        Assert.Matches("public.members: .*; all rows are read: columns are masked, ", plan.Out);
        var first = Read("clicks.at < '2024-02-01' -- a month").Input.Sha256;
        cluster.Execute(database, "UPDATE clicks SET path = '/other' WHERE at >= '2024-02-01'");
        Assert.Equal(first, Read("clicks.at < '2024-02-01' -- a month").Input.Sha256);
        // What isn't the same each time isn't asked of somebody else's server.
        Assert.NotEqual(first, Read("at < '2024-02-01' AND random() < 2").Input.Sha256);
        // A member who was left out is looked for all the same.
        cluster.Execute(database, "UPDATE clicks SET path = '/canary_member55@private.test' WHERE id = 3");
        File.Delete(_scene.Output);
        File.Delete(_scene.ReportPath);
        Assert.Contains("public.clicks.path", _scene.AssertRefused(Anonymize(source, Rules("at < '2024-02-01'")), DiagnosticCodes.CheckFailed), StringComparison.Ordinal);
        // Nor does a value that it can't be judged for get into a message.
        var failed = Anonymize(source, Rules("1 / (id - 100) < 1"));
        Assert.Contains("public.clicks", failed.Line(DiagnosticCodes.RowsConditionFailed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=/nowhere;Username=u;Password=canary-secret")]
    [InlineData("postgresql://canary:canary-secret@127.0.0.1:1/canary?sslmode=disable")]
    [InlineData("canary-secret")]
    [InlineData("Host=/nowhere,127.0.0.1;Username=canary;Password=canary-secret")]
    [InlineData("Host=127.0.0.1;Port=1;Username=canary;SSL Mode=VerifyFull;Root Certificate=/nowhere/canary.crt")]
    public void What_can_not_be_connected_to_is_said_without_a_word_of_the_connection_string(string connection) =>
        _scene.AssertRefused(Anonymize(connection), DiagnosticCodes.LiveUnreachable);

    public void Dispose() => _scene.Dispose();

    private static object? Execute(Npgsql.NpgsqlConnection connection, string sql) => LiveConnection.Execute(connection, sql, CancellationToken.None);

    private CommandResult Anonymize(string connection, params string[] more)
    {
        var policy = more is [var text] && text.Contains('\n', StringComparison.Ordinal) ? text : Policy;
        File.WriteAllText(_scene.PolicyPath, policy);
        return _scene.With("SOURCE", connection).Run(
            ["anonymize", "--source-env", "SOURCE", "--policy", _scene.PolicyPath, "--output", _scene.Output, "--work-dir", _scene.Work, "--jobs", "2", .. policy == Policy ? more : []]);
    }

    // A pg_dump before the real one that writes down what everybody on the machine could see of it.
    private string SpyOnDumpProgram()
    {
        var folder = _scene.Folder("bin");
        foreach (var name in new[] { "initdb", "postgres" }) File.CreateSymbolicLink(Path.Combine(folder, name), cluster.Tools.Program(name));
        var seen = Path.Combine(folder, "seen");
        var program = Path.Combine(folder, "pg_dump");
        File.WriteAllText(program, $"#!/bin/sh\necho \"$@\" >>'{seen}'\nexec '{cluster.Tools.Program("pg_dump")}' \"$@\"\n");
        File.SetUnixFileMode(program, (UnixFileMode)Convert.ToInt32("755", 8));
        return seen;
    }

    // As pg_dump sees the restored artefact, pseudonyms aside: their width goes by what is known of the number of rows.
    private string Restored(string artefact)
    {
        var copy = cluster.CreateDatabase();
        cluster.Restore(artefact, copy);
        var script = Encoding.UTF8.GetString(cluster.DumpToPipe(copy)) + cluster.Query(copy, "SELECT last_value, is_called FROM tickets", "SELECT twice FROM a_double");
        cluster.Execute("postgres", $"DROP DATABASE {copy}");
        return Keys().Replace(Pseudonyms().Replace(script, "pseudonym"), "");
    }

    [GeneratedRegex("user_[0-9a-f]+@anon.example")]
    private static partial Regex Pseudonyms();

    [GeneratedRegex(@"\\(un)?restrict \w+")]
    private static partial Regex Keys();
}
