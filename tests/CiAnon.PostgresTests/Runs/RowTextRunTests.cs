using System.Text;
using CiAnon.PostgresTests.Runs.Schemas;

namespace CiAnon.PostgresTests.Runs;

/// <summary>Values that look like COPY's own signs, and encodings other than UTF-8.</summary>
public sealed class RowTextRunTests(TestCluster cluster) : IDisposable
{
    private const string Policy = "tables: { people: { columns: { email: email, masked: text }, keep: [kept] } }\n";

    private readonly RunFolder _folder = new();

    [Fact]
    public void Signs_of_COPY_inside_of_values_stay_what_they_are()
    {
        var run = Anonymize("""
            CREATE TABLE people (kept text, email text, masked text);
            INSERT INTO people SELECT v, 'u' || row_number() OVER () || E'\t@private.test', v FROM unnest(ARRAY[
                E'a\tb', E'a\nb', E'a\r\nb', E'a\\b', '\N', '\\N', '\.', E'\n\\.\n', E'\\.\n', '', NULL, E'\b\f\v\x01\x7f', '\\', E'\\\t', 'a' || chr(160) || 'b', '日本語', ' ', E'\t', E'\n', 'x"y''z']) v;
            INSERT INTO people SELECT '\.', '\.', '\.' FROM generate_series(1, 200);
            """);
        new ArtefactJudge(cluster).Judge(run);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_value_of_twenty_megabytes_is_masked_and_kept()
    {
        var run = Anonymize("""
            CREATE TABLE people (kept text, email text, masked text);
            INSERT INTO people SELECT string_agg(md5(i::text), E'\n'), 'long@private.test', repeat('Miller lives here. ', 1100000) FROM generate_series(1, 640000) i;
            INSERT INTO people VALUES ('short', 'short@private.test', 'short');
            """);
        new ArtefactJudge(cluster).Judge(run, canaries: "Miller lives here");
    }

    // Kept columns and comments repeat what is masked elsewhere, on purpose.
    private const string Copies = "verify: { allow: [{ object: \"*\", kind: name, reason: the same text everywhere }] }\n";

    [Theory]
    [InlineData("LATIN1", "Müller né à Århus", "-Fc", Traits = ["When", "nightly"])]
    [InlineData("LATIN1", "Müller né à Århus", "-Fp", Traits = ["When", "nightly"])]
    [InlineData("WIN1252", "Müller € “quoted”", "-Fc")]
    [InlineData("EUC_JP", "日本の人", "-Fc", Traits = ["When", "nightly"])]
    [InlineData("EUC_JP", "日本の人", "-Fp")]
    [InlineData("SQL_ASCII", "Müller 日本", "-Fc", Traits = ["When", "nightly"])]
    [InlineData("SQL_ASCII", "Müller 日本", "-Fp", Traits = ["When", "nightly"])]
    public void Other_encodings_come_through(string encoding, string text, string format)
    {
        var options = $"ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0";
        var database = cluster.CreateDatabase(options: options);
        cluster.Execute(database, $"""
            SET client_encoding = 'UTF8';
            CREATE TABLE people (kept text, email text, masked text, "{text}" text);
            COMMENT ON TABLE people IS '{text}';
            INSERT INTO people SELECT '{text}', '{text}' || i || '@private.test', '{text}', '{text}' FROM generate_series(1, 50) i;
            """);
        var dump = _folder.DumpOf(cluster, database, format);
        var run = _folder.Anonymize(dump, _folder.Policy($"locale: de\ntables: {{ people: {{ columns: {{ email: email, masked: name, '{text}': hash }}, keep: [kept] }} }}\n{Copies}"));
        Assert.Equal(new[] { "public.people.email: email", "public.people.masked: name", $"public.people.{text}: hash" }.Order(StringComparer.Ordinal), run.Masked);
        new ArtefactJudge(cluster).Judge(run, options);
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_come_through_SQL_ASCII()
    {
        const string Options = "ENCODING 'SQL_ASCII' TEMPLATE template0";
        var database = cluster.CreateDatabase(options: Options);
        cluster.Execute(database, """
            CREATE TABLE people (kept text, email text, masked text);
            INSERT INTO people SELECT E'M\xfcller \xff', E'm\xfcller' || i || '@private.test', E'\xe4\xf6\xfc \xa4' FROM generate_series(1, 50) i;
            """);
        var run = _folder.Anonymize(_folder.DumpOf(cluster, database, "-Fc"), _folder.Policy(Policy));
        new ArtefactJudge(cluster).Judge(run, Options);
    }

    [Fact]
    public void A_dump_in_another_encoding_than_its_database_comes_through()
    {
        var database = cluster.CreateDatabase("CREATE TABLE people (kept text, email text, masked text); INSERT INTO people VALUES ('Å', 'å@private.test', 'Ångström');");
        var run = _folder.Anonymize(_folder.DumpOf(cluster, database, "-Fc", "--encoding=LATIN1"), _folder.Policy(Policy));
        new ArtefactJudge(cluster).Judge(run, "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        Assert.True(cluster.Script(run.Artefact).AsSpan().IndexOf(Encoding.Latin1.GetBytes("Å")) > 0);
    }

    public void Dispose() => _folder.Dispose();

    private AnonymizedDump Anonymize(string schema) =>
        _folder.Anonymize(_folder.DumpOf(cluster, cluster.CreateDatabase(schema), "-Fc"), _folder.Policy(Policy));
}
