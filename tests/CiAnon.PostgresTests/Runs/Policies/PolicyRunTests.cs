using CiAnon.PostgresTests.Runs.Schemas;

namespace CiAnon.PostgresTests.Runs.Policies;

/// <summary>What a policy may ask for besides strategies.</summary>
public sealed class PolicyRunTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """
        CREATE TABLE people (id serial PRIMARY KEY, email text UNIQUE, born date, photo bytea, settings jsonb, tags text[], ip inet, at timestamp NOT NULL, height numeric, iban text, salary int NOT NULL DEFAULT 1);
        INSERT INTO people (email, born, photo, settings, tags, ip, at, height, iban)
        SELECT 'u' || i || '@private.test', date '1970-05-06' + i, '\x0102', '{"a": 1}', '{b}', '192.0.2.7', timestamp '2020-03-04 05:06:07', 1.8, 'DE' || i FROM generate_series(1, 200) i;
        CREATE TABLE sessions (person int, token text); INSERT INTO sessions SELECT i, 'token' || i FROM generate_series(1, 200) i;
        """;

    private readonly RunFolder _folder = new();

    [Fact]
    public void Rows_none_leaves_an_empty_table_and_counts_what_stays_behind()
    {
        var run = Anonymize(Schema, "unlisted: keep\ncolumns: { email: email }\ntables: { sessions: { rows: none } }\n");
        new ArtefactJudge(cluster).Judge(run, canaries: "token7");
        var sessions = run.Report.Tables.Single(table => table.Name == "sessions");
        Assert.Equal((200, 0, "none"), (sessions.RowsIn, sessions.RowsOut, sessions.Rows));
    }

    [Fact]
    public void Unlisted_columns_are_masked_when_the_policy_says_so()
    {
        var run = Anonymize(Schema, "unlisted: mask\n");
        new ArtefactJudge(cluster).Judge(run, canaries: ["@private.test", "token7", "DE77"]);
        Assert.Equal(
        [
            "public.people.born: date", "public.people.email: hash", "public.people.iban: text", "public.people.ip: null", "public.people.photo: empty",
            "public.people.salary: constant", "public.people.settings: empty", "public.people.tags: empty", "public.sessions.token: text",
        ], run.Masked);
    }

    [Fact]
    public void Unlisted_columns_keep_or_take_what_their_checks_enumerate()
    {
        var run = Anonymize("""
            CREATE DOMAIN grade AS varchar(3) CHECK (VALUE IN ('a', 'b'));
            CREATE TABLE people (email text, state text NOT NULL CHECK (state IN ('new', 'old')), level grade, gender varchar(1) NOT NULL CHECK (gender IN ('f', 'm')), note text);
            INSERT INTO people SELECT 'u' || i || '@private.test', 'old', 'b', 'm', 'called twice' FROM generate_series(1, 200) i;
            """, "unlisted: mask\n");
        new ArtefactJudge(cluster).Judge(run, canaries: ["@private.test", "called"]);
        Assert.Equal(["public.people.email: text", "public.people.gender: constant", "public.people.note: text"], run.Masked);
        var restored = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, restored);
        Assert.Equal("old b f", cluster.Query(restored, "SELECT DISTINCT concat_ws(' ', state, level, gender) FROM people").Trim());
    }

    [Fact]
    public void Unlisted_columns_are_kept_and_named_when_the_policy_says_so()
    {
        var run = Anonymize(Schema, "unlisted: keep\ncolumns: { email: email }\n");
        new ArtefactJudge(cluster).Judge(run);
        Assert.Equal(["public.people.email: email"], run.Masked);
        Assert.Contains(run.Observer.Notices, notice => notice.Message.Contains("iban (text)", StringComparison.Ordinal));
    }

    [Fact]
    public void Checks_of_the_team_see_the_anonymized_rows()
    {
        File.WriteAllText(_folder.In("none.sql"), "SELECT 'original address' AS \"check\", count(*) FROM people WHERE email LIKE '%@private.test'");
        File.WriteAllText(_folder.In("some.sql"), "SELECT 'not enough rows', count(*) FROM (SELECT 1 FROM people HAVING count(*) <> 200) t");
        var run = Anonymize(Schema, "unlisted: keep\ncolumns: { email: email }\nverify: { sql: ['*.sql'] }\n");
        Assert.Equal((2L, "passed"), run.Report.Checks.Where(check => check.Id == "sql").Select(check => (check.Examined, check.Status)).Single());
    }

    [Theory]
    [InlineData("keep", "-Fc")]
    [InlineData("drop", "-Fc", Traits = ["When", "nightly"])]
    [InlineData("keep", "-Fp", Traits = ["When", "nightly"])]
    [InlineData("drop", "-Fp")]
    public void Large_objects_are_kept_or_emptied(string decision, string format)
    {
        var run = Anonymize("""
            CREATE TABLE people (email text, photo oid);
            INSERT INTO people SELECT 'u' || i || '@private.test', lo_from_bytea(0, convert_to(repeat('canary picture ' || i, 1000), 'UTF8')) FROM generate_series(1, 20) i;
            """, $"columns: {{ email: email }}\nlarge_objects: {decision}\n", format);
        var original = Restored(run.Original);
        var artefact = Restored(run.Artefact);
        const string Pictures = "SELECT p.photo, md5(lo_get(p.photo)) FROM people p ORDER BY p.photo";
        const string Objects = "SELECT oid FROM pg_largeobject_metadata ORDER BY oid";
        Assert.Equal(cluster.Query(original, Objects), cluster.Query(artefact, Objects));
        Assert.Equal(decision == "keep" ? cluster.Query(original, Pictures) : "20", cluster.Query(artefact, decision == "keep" ? Pictures : "SELECT count(*) FROM people WHERE lo_get(photo) = ''"));
        Assert.Equal("0", cluster.Query(artefact, "SELECT count(*) FROM people WHERE email LIKE '%private%'"));
        Assert.Equal(decision == "keep" ? Reporting.Sections.LargeObjectStatus.Kept : Reporting.Sections.LargeObjectStatus.Dropped, run.Report.LargeObjects);
    }

    [Fact]
    public void Rows_keep_their_order_when_a_check_stops_reading_in_the_middle_of_a_large_table()
    {
        // A fill factor makes the table large for the server, not for the dump: above a quarter of shared buffers, scans start where another stopped.
        File.WriteAllText(_folder.In("first.sql"), "SELECT 'none', 0 FROM (SELECT 1 FROM people OFFSET 20000 LIMIT 1) t");
        var run = Anonymize("""
            CREATE TABLE people (id int, email text) WITH (fillfactor = 10);
            INSERT INTO people SELECT i, 'u' || i || '@private.test' FROM generate_series(1, 130000) i;
            """, "columns: { email: email }\nverify: { sql: [first.sql] }\n");
        var restored = Restored(run.Artefact);
        Assert.Equal("1", cluster.Query(restored, "SELECT min(id) FROM people WHERE ctid = '(0,1)'"));
    }

    public void Dispose() => _folder.Dispose();

    private string Restored(string archive)
    {
        var database = cluster.CreateDatabase();
        if (File.ReadAllBytes(archive).AsSpan().StartsWith("PGDMP"u8)) cluster.Restore(archive, database, "--single-transaction");
        else cluster.Execute(database, File.ReadAllText(archive));
        return database;
    }

    private AnonymizedDump Anonymize(string schema, string policy, string format = "-Fc") =>
        _folder.Anonymize(_folder.DumpOf(cluster, cluster.CreateDatabase(schema), format), _folder.Policy(policy));
}
