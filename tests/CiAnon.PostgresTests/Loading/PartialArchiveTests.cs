using CiAnon.Diagnostics;
using CiAnon.Dumps.Compressing;
using CiAnon.PostgresTests.Runs;
using CiAnon.PostgresTests.Runs.Schemas;

namespace CiAnon.PostgresTests.Loading;

/// <summary>What is verified are the bytes that are published.</summary>
public sealed class PartialArchiveTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """
        CREATE TABLE people (id int PRIMARY KEY, email text, name varchar(60) NOT NULL);
        INSERT INTO people SELECT i, 'u' || i || '@private.test', 'canary ' || i FROM generate_series(1, 300) i;
        CREATE TABLE kept (id int PRIMARY KEY, code text); INSERT INTO kept SELECT i, 'code ' || i FROM generate_series(1, 300) i;
        """;

    private const string Policy = "columns: { email: email, name: name }\ntables: { kept: { keep: all } }\n";

    private readonly RunFolder _folder = new();

    [Theory]
    [InlineData("-Fc", "code 77")]
    [InlineData("-Fc", "@anon.example")]
    [InlineData("-Fp", "code 77")]
    public void A_byte_changed_before_it_was_read_again_is_found(string format, string near)
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Schema), format == "-Fp" ? [format] : [format, "-Z0"]);
        using var run = new AnonymizationRun(_folder.Options(dump, _folder.Policy(Policy)), new RecordingObserver(), CancellationToken.None);
        run.Restore();
        run.Anonymize();
        var partial = _folder.Output + ".partial";
        var bytes = File.ReadAllBytes(partial);
        var place = bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(near));
        Assert.True(place > 0);
        bytes[place] ^= 1;
        File.WriteAllBytes(partial, bytes);

        var failure = Assert.Throws<CiAnonException>(() => run.Verify());

        Assert.Contains(failure.Diagnostics, diagnostic => diagnostic.Message.Contains("'restorable'", StringComparison.Ordinal));
        Assert.False(File.Exists(_folder.Output));
        Assert.False(File.Exists(partial));
    }

    // Blocks are compressed in pieces, by several threads; of the two large tables PostgreSQL sees one.
    private const string Large = """
        CREATE TABLE large (id int, email text, word text); INSERT INTO large SELECT i, 'u' || i || '@private.test', 'row ' || md5(i::text) FROM generate_series(1, 40000) i;
        CREATE TABLE loaded (id int PRIMARY KEY, email text UNIQUE, word text); INSERT INTO loaded SELECT * FROM large WHERE id <= 30000;
        """;

    private const string LargePolicy = "columns: { email: email, name: name }\ntables: { kept: { keep: all }, large: { keep: [word] }, loaded: { keep: [word] } }\n";

    [Theory]
    [InlineData("-Fc")]
    [InlineData("-Fd", Traits = ["When", "nightly"])]
    public void Blocks_of_several_pieces_are_restored_by_pg_restore(string format)
    {
        var run = _folder.Anonymize(_folder.DumpOf(cluster, cluster.CreateDatabase(Schema + Large), format), _folder.Policy(LargePolicy));
        Assert.Equal([("kept", false), ("large", false), ("loaded", true), ("people", false)], run.Report.Tables.Select(table => (table.Name, table.Loaded.Count > 0)));
        new ArtefactJudge(cluster).Judge(run, canaries: "@private.test");
    }

    [Fact]
    public void A_key_that_the_rows_break_is_told_while_other_tables_go_on()
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Schema + Large), "-Fc");
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(dump, _folder.Policy("columns: { name: name }\ntables: { kept: { keep: all }, people: { columns: { email: email } }, large: { keep: [word], columns: { email: email } }, loaded: { keep: [word], columns: { email: { strategy: constant, value: same } } } }\n")));
        Assert.Contains(failure.Diagnostics, diagnostic => diagnostic.Message.Contains("loaded_email_key", StringComparison.Ordinal));
        Assert.False(File.Exists(_folder.Output));
        Assert.False(File.Exists(_folder.Output + ".partial"));
    }

    [Theory]
    [InlineData("-Fc", "gzip:2")]
    [InlineData("-Fp", "gzip:2", Traits = ["When", "nightly"])]
    public void One_job_and_four_write_the_same_bytes(string format, string compress)
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Schema + Large), format);
        string[] digests = [.. new[] { 1, 4 }.Select(jobs => RunFolder.Sha256(
            RunFolder.Anonymize(_folder.Options(dump, _folder.Policy(LargePolicy)) with { Jobs = jobs, Key = RunFolder.Key(7), Compression = CompressionChoice.Parse(compress) }).Artefact))];
        Assert.Equal(digests[0], digests[1]);
    }

    [Fact]
    public void Tables_of_another_encoding_that_nobody_changes_are_copied_as_they_are()
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase("""
            CREATE TABLE kept (id int PRIMARY KEY, word text); INSERT INTO kept SELECT i, 'Größe ' || i FROM generate_series(1, 300) i;
            CREATE TABLE people (id int PRIMARY KEY, email text, note text); INSERT INTO people SELECT i, 'u' || i || '@private.test', 'schön' FROM generate_series(1, 300) i;
            """), "-Fc", "--encoding=LATIN1");
        var run = _folder.Anonymize(dump, _folder.Policy("columns: { email: email }\ntables: { kept: { keep: all }, people: { keep: [note] } }\n"));
        Assert.Equal([("kept", false), ("people", true)], run.Report.Tables.Select(table => (table.Name, table.Loaded.Count > 0)));
        new ArtefactJudge(cluster).Judge(run, "TEMPLATE template0 ENCODING UTF8", canaries: "@private.test");
    }

    public void Dispose() => _folder.Dispose();
}
