using System.Text;
using CiAnon.Diagnostics;
using CiAnon.PostgresTests.Runs.Formats;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.Runs.Schemas;

/// <summary>Secrets in definitions: they stop a run, unless the policy allows or replaces them.</summary>
public sealed class DefinitionSecretsRunTests(TestCluster cluster) : IDisposable
{
    private readonly RunFolder _folder = new();

    [Theory]
    [InlineData("USER MAPPING *", "CREATE USER MAPPING FOR postgres SERVER archive OPTIONS (user 'reader', password 'canary-secret')")]
    [InlineData("SERVER *", "ALTER SERVER archive OPTIONS (ADD host 'db7', ADD secret_access_key 'canary-secret')", Traits = ["When", "nightly"])]
    [InlineData("SUBSCRIPTION *", "CREATE SUBSCRIPTION s CONNECTION 'user=app password=canary-secret' PUBLICATION p WITH (connect = false)", Traits = ["When", "nightly"])]
    [InlineData("DATABASE PROPERTIES *", "DO $$ BEGIN EXECUTE format('ALTER ROLE postgres IN DATABASE %I SET app.password = ''canary-secret''', current_database()); END $$", Traits = ["When", "nightly"])]
    [InlineData("DATABASE PROPERTIES *", "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET app.jwt_secret TO ''canary-secret''', current_database()); END $$", Traits = ["When", "nightly"])]
    [InlineData("TABLE *", "CREATE TABLE accounts (id int PRIMARY KEY, password text NOT NULL DEFAULT 'canary-secret')", Traits = ["When", "nightly"])]
    [InlineData("DEFAULT *", "CREATE TABLE accounts (id serial PRIMARY KEY, password text); CREATE VIEW v AS SELECT id, password FROM accounts; ALTER VIEW v ALTER COLUMN password SET DEFAULT 'canary-secret'", Traits = ["When", "nightly"])]
    [InlineData("FUNCTION *", "CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $$ DECLARE password text; BEGIN password := 'canary-secret'; RETURN password; END $$", Traits = ["When", "nightly"])]
    [InlineData("FUNCTION *", "CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $$ DECLARE password text := 'canary-secret'; BEGIN RETURN 'a'; END $$", Traits = ["When", "nightly"])]
    [InlineData("FUNCTION *", "CREATE FUNCTION f(password text DEFAULT 'canary-secret') RETURNS text LANGUAGE sql SET app.secret TO 'canary-secret' AS $$ SELECT 'a' $$", Traits = ["When", "nightly"])]
    public void A_secret_in_a_definition_stops_the_run_unless_it_is_allowed_or_redacted(string entry, string holder)
    {
        var database = cluster.CreateDatabase($"CREATE FOREIGN DATA WRAPPER nothing; CREATE SERVER archive FOREIGN DATA WRAPPER nothing; {holder};");
        var dump = _folder.DumpOf(cluster, database, "-Fc", "--create");
        var failed = Assert.Throws<CiAnonException>(() => RunFolder.Anonymize(_folder.Options(dump, _folder.Policy("unlisted: keep")), new RecordingObserver()));
        Assert.DoesNotContain("canary", failed.ToString(), StringComparison.Ordinal);
        Assert.Contains("patterns", failed.ToString(), StringComparison.Ordinal);

        var allowed = _folder.Policy($"unlisted: keep\nverify: {{ allow: [{{ object: '{entry}', kind: token, check: patterns, reason: changed }}] }}");
        var report = RunFolder.Anonymize(_folder.Options(dump, allowed), new RecordingObserver()).Report;
        Assert.Empty(report.Redacted);

        var redacted = _folder.Anonymize(dump, _folder.Policy("unlisted: keep\ndefinitions: { secrets: redact }\nproof: restore"));
        AssertRedacted(redacted, entry);
    }

    [Theory]
    [InlineData("-Fd", null, Traits = ["When", "nightly"])]
    [InlineData("-Ft", null, Traits = ["When", "nightly"])]
    [InlineData("-Fp", null)]
    [InlineData("-Fc", SandboxChanges.Schema)]
    public void Secrets_are_replaced_in_every_format_and_whoever_writes_the_artefact(string format, SandboxChanges? changes)
    {
        var database = cluster.CreateDatabase($$"""
            SET client_encoding = 'UTF8';
            CREATE TABLE a (id int PRIMARY KEY, note text); INSERT INTO a VALUES (1, 'x');
            CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $$ DECLARE größe text := 'größer'; password text := 'canary-größe'; BEGIN RETURN 'a'; END $$;
            CREATE VIEW v AS SELECT 'https://app:canary-secret@db7.example.org/'::text AS url, 'xoxb-{{new string('1', 30)}}'::text AS key;
            """, "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        var dump = _folder.DumpOf(cluster, database, format);
        var policy = _folder.Policy("unlisted: keep\ndefinitions: { secrets: redact }");
        var run = RunFolder.Anonymize(_folder.Options(dump, policy) with { SandboxChanges = changes }, new RecordingObserver());
        Assert.Equal([("FUNCTION public.f()", 1), ("VIEW public.v", 2)], run.Report.Redacted.Select(said => (said.Entry, said.Secrets)));
        Assert.Equal(["FUNCTION public.f()", "VIEW public.v"], run.Plan.Redacted.Select(said => said.Entry));
        AssertRedacted(run, null);
        Assert.DoesNotContain("xoxb-", Text(run.Artefact), StringComparison.Ordinal);
        Assert.Contains("'größer'", Text(run.Artefact), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_that_could_not_be_replaced_stops_the_run()
    {
        var database = cluster.CreateDatabase("CREATE TABLE a (id int PRIMARY KEY); COMMENT ON TABLE a IS 'Host=db7;Password=\"canary-secret\"'");
        var dump = _folder.DumpOf(cluster, database, "-Fc");
        var failed = Assert.Throws<CiAnonException>(() => _folder.Anonymize(dump, _folder.Policy("definitions: { secrets: redact }")));
        Assert.Equal(ExitCode.CheckFailed, failed.Exit);
        Assert.Contains("patterns", failed.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", failed.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Output));
    }

    [Fact]
    public void Passwords_of_other_servers_that_are_allowed_are_warned_of_and_not_repeated()
    {
        var database = cluster.CreateDatabase("""
            CREATE FOREIGN DATA WRAPPER nothing; CREATE SERVER archive FOREIGN DATA WRAPPER nothing;
            CREATE USER MAPPING FOR postgres SERVER archive OPTIONS (password 'canary-secret');
            """);
        var observer = new RecordingObserver();
        var policy = _folder.Policy("verify: { allow: [{ object: 'USER MAPPING*', kind: token, reason: changed }] }");
        RunFolder.Anonymize(_folder.Options(_folder.DumpOf(cluster, database, "-Fc"), policy), observer);
        var warning = Assert.Single(observer.Notices);
        Assert.Equal("CIANON3102", warning.Code.Id);
        Assert.Contains("USER MAPPING", warning.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", warning.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    // The original is searched too: silence means something only where the search finds what is there.
    private void AssertRedacted(AnonymizedDump run, string? entry)
    {
        if (entry is not null) Assert.StartsWith(entry.TrimEnd('*'), Assert.Single(run.Report.Redacted).Entry, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Observer.Notices, notice => notice.Code.Id == "CIANON3102");
        Assert.Contains("canary", Text(run.Original), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", Text(run.Artefact), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", Encoding.UTF8.GetString(ReportJson.Write(run.Report)), StringComparison.Ordinal);
        if (ScriptFile.Read(run.Artefact) is null) cluster.Restore(run.Artefact, cluster.CreateDatabase());
    }

    private string Text(string dump) => Encoding.Latin1.GetString(ScriptFile.Read(dump) ?? cluster.Script(dump, "--create"));
}
