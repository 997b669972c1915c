using CiAnon.Dumps;
using CiAnon.PostgresTests.BadInput;
using CiAnon.PostgresTests.Runs.Schemas;

namespace CiAnon.PostgresTests.Runs.Formats;

/// <summary>Whole runs from and to tar archives.</summary>
public sealed class TarRunTests(TestCluster cluster) : IDisposable
{
    private const string Script = """
        CREATE TABLE people (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text UNIQUE, city text);
        INSERT INTO people (email, city) SELECT 'canary' || i || '@private.test', 'town ' || i % 50 FROM generate_series(1, 3000) i;
        CREATE TABLE mails (id int PRIMARY KEY, person int REFERENCES people, address text); INSERT INTO mails SELECT id, id, email FROM people;
        CREATE TABLE pages (body text); INSERT INTO pages SELECT md5(i::text) FROM generate_series(1, 20000) i;
        CREATE TABLE logs (line text); INSERT INTO logs VALUES ('canary');
        CREATE MATERIALIZED VIEW counts AS SELECT city, count(*) FROM people GROUP BY city;
        SELECT lo_from_bytea(4711, 'large object'), lo_create(4712);
        """;

    private const string Rules = """
        columns: { email: email, address: email }
        tables: { people: { keep: { city: { reason: fifty towns } } }, pages: { keep: all }, logs: { rows: none } }
        proof: restore

        """;

    private readonly RunFolder _folder = new();

    [Theory]
    [InlineData("-Ft", null, "keep", Traits = ["When", "nightly"])]
    [InlineData("-Ft", null, "drop", Traits = ["When", "nightly"])]
    [InlineData("-Fc", DumpFormat.Tar, "keep")]
    [InlineData("-Fd", DumpFormat.Tar, "drop", Traits = ["When", "nightly"])]
    [InlineData("-Ft", DumpFormat.Custom, "keep", Traits = ["When", "nightly"])]
    [InlineData("-Ft", DumpFormat.Directory, "keep", Traits = ["When", "nightly"])]
    public void Are_anonymized_and_nothing_else_changes(string from, DumpFormat? to, string objects)
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Script), from);
        var run = RunFolder.Anonymize(_folder.Options(dump, _folder.Policy(Rules + $"large_objects: {objects}\n")) with { Format = to });
        new ArtefactJudge(cluster).Judge(run, canaries: "canary1@private.test");
        Assert.Equal((to ?? DumpFormat.Tar).ToString().ToLowerInvariant(), run.Report.Output!.Format);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.WorkDirectory));
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_tar_and_a_custom_archive_become_the_same()
    {
        var database = cluster.CreateDatabase(Script);
        var (custom, tar) = (_folder.In("custom"), _folder.In("tar"));
        cluster.Dump(database, custom, "-Fc");
        cluster.Dump(database, tar, "-Ft");
        var options = _folder.Options(custom, _folder.Policy(Rules + "large_objects: keep\n")) with { Key = RunFolder.Key(1) };
        var ofCustom = RunFolder.Anonymize(options);
        var toTar = RunFolder.Anonymize(options with { OutputPath = _folder.In("to-tar"), Format = DumpFormat.Tar });
        var ofTar = RunFolder.Anonymize(options with { OutputPath = _folder.In("of-tar"), DumpPath = tar });
        var piped = RunFolder.Anonymize(options with
        {
            OutputPath = _folder.In("piped"),
            DumpPath = "-",
            StandardInput = new StandardInput(() => new MemoryStream(cluster.DumpToPipe(database, "-Ft")), IsTerminal: false),
        });
        foreach (var other in new[] { toTar, ofTar, piped })
        {
            Assert.Equal(cluster.List(ofCustom.Artefact), cluster.List(other.Artefact));
            Assert.Equal(cluster.Script(ofCustom.Artefact), cluster.Script(other.Artefact));
        }
        Assert.Equal("tar", piped.Report.Output!.Format);
    }

    [Fact]
    public void Every_verb_reads_them()
    {
        using var scene = new Scene();
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase("CREATE TABLE people (email text); INSERT INTO people VALUES ('canary@private.test');"), "-Ft");
        var policy = scene.Write("ci-anon.yml", "version: 1\ncolumns: { email: email }\n");
        Assert.Contains("mask: email", scene.Run("plan", dump, "--policy", policy).Out, StringComparison.Ordinal);
        Assert.Equal(0, scene.Run("audit", dump, "--policy", policy).Exit);
        var made = Path.Combine(scene.Root, "made.yml");
        Assert.Equal(0, scene.Run("init", dump, "--output", made).Exit);
        Assert.Contains("email: email", File.ReadAllText(made), StringComparison.Ordinal);
        var output = Path.Combine(scene.Root, "anonymized.tar");
        Assert.Equal(0, scene.Run("anonymize", dump, "--policy", policy, "--output", output).Exit);
        Assert.Equal(0, scene.Run("verify", output, "--policy", policy, "--against", dump).Exit);
        var refused = scene.Run("anonymize", dump, "--policy", policy, "--output", output, "--compress", "zstd");
        Assert.Equal(3, refused.Exit);
        Assert.Contains("CIANON3008", refused.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
