using CiAnon.Diagnostics;
using CiAnon.Reporting;
using Npgsql;

namespace CiAnon.PostgresTests.Runs.Schemas;

/// <summary>
/// Others work on the sandbox between the stages: what they declared is published, proven by pg_restore; everything else that they
/// commit stops the run.
/// </summary>
public sealed class SandboxChangesTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """
        DO $$ BEGIN CREATE ROLE hook_owner; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        DO $$ BEGIN CREATE ROLE "hook Reader"; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        CREATE TABLE people (id serial PRIMARY KEY, email text NOT NULL UNIQUE, name varchar(40));
        INSERT INTO people (email, name) SELECT 'canary' || i || '@private.test', 'canary name ' || i FROM generate_series(1, 50) i;
        CREATE TABLE posts (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, author int REFERENCES people, tag text);
        INSERT INTO posts (author, tag) SELECT i, 'canary tag' FROM generate_series(1, 50) i;
        CREATE TABLE sessions (id int PRIMARY KEY, token text); INSERT INTO sessions VALUES (1, 'canary token');
        CREATE TABLE untouched (id int PRIMARY KEY, n int); INSERT INTO untouched VALUES (1, 1);
        CREATE INDEX posts_tag ON posts (tag);
        ALTER TABLE people OWNER TO hook_owner; GRANT SELECT (id, name), INSERT ON people TO "hook Reader";
        ALTER TABLE posts ENABLE ROW LEVEL SECURITY; CREATE POLICY mine ON posts TO "hook Reader", hook_owner USING (author = 1);
        COMMENT ON INDEX posts_tag IS 'by tag'; ALTER DEFAULT PRIVILEGES FOR ROLE hook_owner GRANT SELECT ON TABLES TO "hook Reader";
        """;

    private const string Policy = """
        tables:
          people: { columns: { email: email, name: name } }
          posts: { columns: { tag: text } }
          sessions: { rows: none, keep: [token] }

        """;

    private readonly RunFolder _folder = new();

    private const string Harmless = """
        SELECT count(*) FROM people;
        BEGIN; DELETE FROM posts; ALTER TABLE people ADD nick text; ROLLBACK;
        CREATE TEMP TABLE found AS SELECT * FROM people; CREATE INDEX ON found (id); ANALYZE found;
        ANALYZE; VACUUM people;
        CREATE INDEX quick ON people (name); DROP INDEX quick;
        SELECT * FROM people FOR UPDATE;
        CREATE DATABASE scratch;
        """;

    public static TheoryData<string, string> Undeclared => new()
    {
        { "INSERT INTO people (email) VALUES ('x')", "public.people" },
        { "UPDATE posts SET tag = 'x' WHERE id = 7", "public.posts" },
        { "UPDATE posts SET tag = tag WHERE id = 7", "public.posts" },
        { "DELETE FROM posts WHERE id = 7", "public.posts" },
        { "TRUNCATE posts", "public.posts" },
        { "DELETE FROM untouched; INSERT INTO untouched VALUES (1, 2)", "public.untouched" },
        { "INSERT INTO sessions VALUES (2, 'x')", "public.sessions" },
        { "BEGIN; TRUNCATE untouched; COPY untouched FROM PROGRAM 'echo 1,1' (FORMAT csv, FREEZE); COMMIT", "public.untouched" },
        { "ALTER TABLE people ADD nick text", "pg_attribute" },
        { "ALTER TABLE posts ALTER tag SET DEFAULT 'x'", "pg_attrdef" },
        { "ALTER TABLE posts DROP CONSTRAINT posts_author_fkey", "pg_constraint" },
        { "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'", "pg_proc" },
        { "CREATE SCHEMA other", "pg_namespace" },
        { "COMMENT ON TABLE people IS 'x'", "pg_description" },
    };

    [Fact]
    public void Looking_is_free()
    {
        var run = Run(SandboxChanges.None, Harmless, "SELECT count(*) FROM people");
        new ArtefactJudge(cluster).Judge(run, canaries: "canary");
    }

    [Theory]
    [MemberData(nameof(Undeclared))]
    [Trait("When", "nightly")]
    public void Every_change_that_nobody_declared_is_noticed(string sql, string named)
    {
        // Verified data is watched as well as loaded data is: about half of the cases come late.
        var isLate = named.Length % 2 == 0;
        var failure = Assert.Throws<CiAnonException>(() => Run(SandboxChanges.None, isLate ? "" : sql, isLate ? sql : ""));
        var diagnostic = Assert.Single(failure.Diagnostics);
        Assert.Equal("CIANON4106", diagnostic.Code.Id);
        Assert.Contains(named, diagnostic.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Output));
        Assert.Equal(ReportStatus.Failed, ReportJson.Read(File.ReadAllBytes(_folder.Report))!.Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false, Traits = ["When", "nightly"])]
    public void Declared_rows_are_in_the_artefact_and_the_next_insert_works(bool early)
    {
        const string Sql = """
            INSERT INTO people (email, name) SELECT 'tester' || i, 'Tester' FROM generate_series(1, 40) i; UPDATE posts SET tag = 'hooked' WHERE id = 7;
            DELETE FROM posts WHERE id = 8; INSERT INTO sessions VALUES (5, 'hooked'); UPDATE untouched SET n = 2
            """;
        var run = Run(SandboxChanges.Rows, early ? Sql : "", early ? "" : Sql);
        var database = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, database);

        Assert.Equal("90|40|1|49|1|2", cluster.Query(database, """
            SELECT (SELECT count(*) FROM people), (SELECT count(*) FROM people WHERE name = 'Tester'), (SELECT count(*) FROM posts WHERE tag = 'hooked'),
                   (SELECT count(*) FROM posts), (SELECT count(*) FROM sessions), (SELECT n FROM untouched)
            """));
        Assert.Equal("91", cluster.Query(database, "INSERT INTO people (email) VALUES ('next') RETURNING id"));
        Assert.Equal("51", cluster.Query(database, "INSERT INTO posts (author) VALUES (1) RETURNING id"));
        Assert.Equal(WithoutValues(cluster.Script(run.Original)), WithoutValues(cluster.Script(run.Artefact)));
        Assert.Equal(90, run.Report.Tables.Single(table => table.Name == "people").RowsOut);
        Assert.DoesNotContain("canary", Latin(cluster.Script(run.Artefact)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ALTER TABLE people ADD nick text", "pg_attribute")]
    [InlineData("CREATE TABLE fresh (i int)", "pg_class", Traits = ["When", "nightly"])]
    public void Declared_rows_are_no_licence_for_the_schema(string sql, string named)
    {
        var failure = Assert.Throws<CiAnonException>(() => Run(SandboxChanges.Rows, sql, ""));
        Assert.Contains(named, Assert.Single(failure.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_break_a_key_behind_its_back_are_not_published()
    {
        var failure = Assert.Throws<CiAnonException>(() => Run(SandboxChanges.Rows, "SET session_replication_role = replica; UPDATE posts SET author = 4711 WHERE id = 7", ""));
        Assert.Contains("posts_author_fkey", Assert.Single(failure.Diagnostics).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Output));
    }

    [Theory]
    [InlineData("-Fc", true)]
    [InlineData("-Fd", false)]
    public void A_declared_change_of_the_schema_is_in_the_artefact_with_all_that_the_dump_had(string format, bool early)
    {
        const string Sql = """
            ALTER TABLE people ADD nick text DEFAULT 'none'; CREATE TABLE fresh (i int PRIMARY KEY); INSERT INTO fresh VALUES (1), (2);
            ALTER TABLE posts RENAME TO notes; DROP TABLE untouched; INSERT INTO people (email) VALUES ('tester')
            """;
        var run = Run(SandboxChanges.Schema, early ? Sql : "", early ? "" : Sql, format);
        var database = cluster.CreateDatabase();
        cluster.Restore(run.Artefact, database);

        Assert.Equal("none|2|50|51", cluster.Query(database, "SELECT (SELECT min(nick) FROM people), (SELECT count(*) FROM fresh), (SELECT count(*) FROM notes), (SELECT max(id) FROM people)"));
        Assert.Equal("hook_owner", cluster.Query(database, "SELECT tableowner FROM pg_tables WHERE tablename = 'people'"));
        Assert.Equal("t|f|t", cluster.Query(database, """
            SELECT has_column_privilege('hook Reader', 'people', 'name', 'SELECT'), has_column_privilege('hook Reader', 'people', 'email', 'SELECT'), relrowsecurity
            FROM pg_class WHERE relname = 'notes'
            """));
        Assert.Equal("mine|posts_tag|by tag", cluster.Query(database, """
            SELECT (SELECT policyname FROM pg_policies), indexname, obj_description(indexname::regclass) FROM pg_indexes WHERE indexname = 'posts_tag'
            """));
        Assert.Equal("1", cluster.Query(database, "SELECT count(*) FROM pg_default_acl"));
        Assert.DoesNotContain("canary", Latin(cluster.Script(run.Artefact)), StringComparison.Ordinal);
        Assert.Equal("passed", run.Report.Checks.Single(check => check.Id == "restorable").Status);
    }

    [Fact]
    public void A_schema_that_is_not_changed_comes_back_whole()
    {
        var run = Run(SandboxChanges.Schema, "", "");
        new ArtefactJudge(cluster).Judge(run, canaries: "canary");
    }

    [Fact]
    public void A_session_that_stays_open_cannot_change_anything_later()
    {
        var dump = Dump("-Fc");
        using var run = new AnonymizationRun(Options(dump, SandboxChanges.Rows), new RecordingObserver(), CancellationToken.None);
        run.Restore();
        run.Anonymize();
        using var session = new NpgsqlConnection(run.Address.ConnectionString);
        session.Open();
        Execute(session, "BEGIN; DELETE FROM posts");
        run.Verify();
        Assert.ThrowsAny<NpgsqlException>(() => Execute(session, "COMMIT"));
        Assert.Equal(50, run.Backup().Tables.Single(table => table.Name == "posts").RowsOut);
    }

    [Fact]
    public void Rows_changed_before_the_load_are_refused()
    {
        var dump = Dump("-Fc");
        using var run = new AnonymizationRun(Options(dump, SandboxChanges.Schema), new RecordingObserver(), CancellationToken.None);
        run.Restore();
        Hook(run, "ALTER TABLE people ADD nick text");
        Assert.Equal("CIANON4106", Assert.Single(Assert.Throws<CiAnonException>(run.Anonymize).Diagnostics).Code.Id);
    }

    public void Dispose() => _folder.Dispose();

    private AnonymizedDump Run(SandboxChanges declared, string afterAnonymize, string afterVerify, string format = "-Fc")
    {
        var dump = Dump(format);
        var observer = new RecordingObserver();
        using var run = new AnonymizationRun(Options(dump, declared), observer, CancellationToken.None);
        var plan = run.Restore();
        run.Anonymize();
        Hook(run, afterAnonymize);
        run.Verify();
        Hook(run, afterVerify);
        run.Backup();
        return new AnonymizedDump(dump, _folder.Output, plan, ReportJson.Read(File.ReadAllBytes(_folder.Report))!, observer);
    }

    private string Dump(string format)
    {
        var path = _folder.In("prod.dump");
        if (!Path.Exists(path)) cluster.Dump(cluster.CreateDatabase(Schema), path, format);
        return path;
    }

    private AnonymizeOptions Options(string dump, SandboxChanges declared) => _folder.Options(dump, _folder.Policy(Policy)) with { SandboxChanges = declared };

    private static void Hook(AnonymizationRun run, string sql)
    {
        if (sql.Length == 0) return;
        // psql, as a target would run it: one statement after another, each committed.
        TestProcess.Run(PostgresTools.Installed.Program("psql"), ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", run.Address.Uri], sql);
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static string Latin(byte[] text) => System.Text.Encoding.Latin1.GetString(text);

    // Everything but rows and what sequences stand at.
    private static string WithoutValues(byte[] script) => string.Join('\n', Latin(script).Split('\n')
        .Where(line => line.StartsWith("CREATE", StringComparison.Ordinal) || line.StartsWith("ALTER", StringComparison.Ordinal) || line.StartsWith("GRANT", StringComparison.Ordinal)));
}
