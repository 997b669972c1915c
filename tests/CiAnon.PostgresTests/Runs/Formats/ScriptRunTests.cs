using System.Text;
using CiAnon.Dumps;
using CiAnon.PostgresTests.Runs.Schemas;

namespace CiAnon.PostgresTests.Runs.Formats;

/// <summary>Whole runs from and to plain SQL scripts: judged by psql, pg_dump and pg_restore, and byte by byte around the rows.</summary>
public sealed class ScriptRunTests(TestCluster cluster) : IDisposable
{
    private const string Script = """"
        CREATE SCHEMA "Shop one";
        CREATE TYPE mood AS ENUM ('a', 'it''s');
        CREATE TABLE people (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text UNIQUE, city text, mood mood DEFAULT 'a');
        INSERT INTO people (email, city) SELECT 'canary' || i || '@private.test', E'town;\\ ' || i % 50 FROM generate_series(1, 3000) i;
        CREATE TABLE "Shop one"."Mails ""x""" (id int PRIMARY KEY, person int REFERENCES people, address text);
        INSERT INTO "Shop one"."Mails ""x""" SELECT id, id, email FROM people;
        CREATE TABLE pages (body text); INSERT INTO pages SELECT md5(i::text) FROM generate_series(1, 5000) i;
        CREATE TABLE logs (line text); INSERT INTO logs VALUES ('canary');
        CREATE TABLE no_columns (); INSERT INTO no_columns DEFAULT VALUES;
        CREATE TABLE events (id bigint, at date NOT NULL) PARTITION BY RANGE (at);
        CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
        ALTER TABLE events ADD PRIMARY KEY (id, at);
        CREATE INDEX ON events (at);
        CREATE TABLE seen (id bigint, at date, FOREIGN KEY (id, at) REFERENCES events (id, at));
        INSERT INTO events SELECT i, date '2024-03-01' + i FROM generate_series(1, 100) i;
        CREATE MATERIALIZED VIEW counts AS SELECT city, count(*) FROM people GROUP BY city;
        CREATE VIEW cities AS SELECT city FROM people;
        CREATE FUNCTION body() RETURNS text LANGUAGE plpgsql AS $x$ BEGIN RETURN $y$ \. ; -- $y$; END $x$;
        CREATE FUNCTION atomic() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END;
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER touched BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION touch();
        COMMENT ON TABLE people IS E'people;\n\\. it''s';
        GRANT SELECT ON people TO PUBLIC;
        ALTER TABLE people ENABLE ROW LEVEL SECURITY; CREATE POLICY everyone ON people USING (true);
        SELECT lo_from_bytea(4711, decode(repeat('cafe', 20000), 'hex')), lo_create(4712);
        """";

    private const string Rules = """
        columns: { email: email, address: email }
        tables:
          people: { keep: { city: { reason: fifty towns }, mood: { reason: two } } }
          pages: { keep: all }
          events: { keep: all }
          seen: { keep: all }
          logs: { rows: none }
        proof: restore
        large_objects: keep

        """;

    private readonly RunFolder _folder = new();

    [Fact]
    public void A_script_stays_the_same_but_for_its_rows()
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Script), "-Fp");
        var run = RunFolder.Anonymize(_folder.Options(dump, _folder.Policy(Rules)));
        new ArtefactJudge(cluster).Judge(run, canaries: "canary1@private.test");
        Assert.Equal("plain", run.Report.Output!.Format);
        Assert.Equal(WithoutRows(File.ReadAllText(dump), "public.people", "\"Mails", "public.logs"), WithoutRows(File.ReadAllText(run.Artefact), "public.people", "\"Mails", "public.logs"));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.WorkDirectory));
    }

    [Fact]
    public void So_does_one_with_windows_line_ends_that_cleans_and_creates_within_gzip()
    {
        var text = Encoding.UTF8.GetString(cluster.DumpToPipe(cluster.CreateDatabase(Script), "-Fp", "--clean", "--if-exists", "--create"));
        var windows = "\uFEFF" + text.Replace("\n", "\r\n", StringComparison.Ordinal);
        File.WriteAllText(_folder.In("x.sql"), windows, new UTF8Encoding(false));
        TestProcess.Run("gzip", [_folder.In("x.sql")]);
        var run = RunFolder.Anonymize(_folder.Options(_folder.In("x.sql.gz"), _folder.Policy(Rules)));
        var written = Encoding.UTF8.GetString(ScriptFile.Read(run.Artefact)!);
        Assert.Equal(new byte[] { 0x1f, 0x8b }, File.ReadAllBytes(run.Artefact)[..2]);
        Assert.Equal(WithoutRows(windows, "public.people", "\"Mails", "public.logs"), WithoutRows(written, "public.people", "\"Mails", "public.logs"));
        Assert.DoesNotContain("canary1@private.test", written, StringComparison.Ordinal);
        Assert.Equal(RunFolder.Sha256(_folder.In("x.sql.gz")), run.Report.Input.Sha256);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.WorkDirectory));
    }

    [Theory]
    [InlineData(true, "out.sql", false)]
    [InlineData(false, "out.sql.gz", true, Traits = ["When", "nightly"])]
    public void The_name_of_a_script_says_whether_it_is_compressed(bool isWrapped, string output, bool isCompressed)
    {
        var dump = _folder.In("x.sql");
        File.WriteAllBytes(dump, cluster.DumpToPipe(cluster.CreateDatabase(Script), "-Fp"));
        if (isWrapped) TestProcess.Run("gzip", [dump]);
        var run = RunFolder.Anonymize(_folder.Options(isWrapped ? dump + ".gz" : dump, _folder.Policy(Rules)) with { OutputPath = _folder.In(output) });
        Assert.Equal(isCompressed, File.ReadAllBytes(run.Artefact)[..2] is [0x1f, 0x8b]);
        Assert.DoesNotContain("canary1@private.test", Encoding.UTF8.GetString(ScriptFile.Read(run.Artefact)!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DumpFormat.Custom)]
    [InlineData(DumpFormat.Directory, Traits = ["When", "nightly"])]
    [InlineData(DumpFormat.Tar, Traits = ["When", "nightly"])]
    public void A_script_on_standard_input_becomes_an_archive(DumpFormat format)
    {
        var script = cluster.DumpToPipe(cluster.CreateDatabase(Script), "-Fp");
        File.WriteAllBytes(_folder.In("x.sql"), script);
        var run = RunFolder.Anonymize(_folder.Options("-", _folder.Policy(Rules)) with
        {
            Format = format,
            StandardInput = new StandardInput(() => new MemoryStream(script), IsTerminal: false),
        });
        new ArtefactJudge(cluster).Judge(run with { Original = _folder.In("x.sql") }, canaries: "canary1@private.test");
        Assert.Equal(WithoutKey(WithoutRows(Encoding.UTF8.GetString(script), "public.people", "\"Mails", "public.logs")),
            WithoutKey(WithoutRows(Encoding.UTF8.GetString(cluster.Script(run.Artefact)), "public.people", "\"Mails", "public.logs")));
        if (format != DumpFormat.Tar) cluster.Restore(run.Artefact, cluster.CreateDatabase(), "--jobs=4");
    }

    [Theory]
    [InlineData("-Fc")]
    [InlineData("-Fd", Traits = ["When", "nightly"])]
    [InlineData("-Ft", Traits = ["When", "nightly"])]
    public void An_archive_becomes_the_script_that_pg_restore_makes_of_it(string from)
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Script), from);
        var run = RunFolder.Anonymize(_folder.Options(dump, _folder.Policy(Rules)) with { Format = DumpFormat.Plain });
        new ArtefactJudge(cluster).Judge(run, canaries: "canary1@private.test");
        Assert.Equal(WithoutKey(WithoutRows(Encoding.UTF8.GetString(cluster.Script(dump)), "public.people", "\"Mails", "public.logs")),
            WithoutKey(WithoutRows(File.ReadAllText(run.Artefact), "public.people", "\"Mails", "public.logs")));
    }

    [Theory]
    [InlineData("-Fp", "--column-inserts", null, Traits = ["When", "nightly"])]
    [InlineData("-Fp", "--rows-per-insert=100", DumpFormat.Custom, Traits = ["When", "nightly"])]
    [InlineData("-Fc", "--inserts", DumpFormat.Plain)]
    public void Rows_that_stand_in_inserts_leave_in_inserts(string from, string inserts, DumpFormat? to)
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Script), from, inserts);
        var run = RunFolder.Anonymize(_folder.Options(dump, _folder.Policy(Rules)) with { Format = to });
        new ArtefactJudge(cluster).Judge(run, canaries: "canary1@private.test");
        var written = Encoding.UTF8.GetString(ScriptFile.Read(run.Artefact) ?? cluster.Script(run.Artefact));
        Assert.Contains("INSERT INTO public.people", written, StringComparison.Ordinal);
        Assert.DoesNotContain("COPY ", written, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string WithoutKey(string script) =>
        string.Join('\n', script.Split('\n').Select(line => line.Contains("restrict ", StringComparison.Ordinal) ? line[..line.IndexOf(' ', StringComparison.Ordinal)] : line));

    // Of the tables that are masked.
    private static string WithoutRows(string script, params string[] tables)
    {
        var lines = new List<string>();
        var isWithin = false;
        foreach (var line in script.Split('\n'))
        {
            if (line.StartsWith("\\.", StringComparison.Ordinal)) isWithin = false;
            if (!isWithin) lines.Add(line);
            if (line.StartsWith("COPY ", StringComparison.Ordinal)) isWithin = tables.Any(table => line.Contains(table, StringComparison.Ordinal));
        }
        return string.Join('\n', lines);
    }
}
