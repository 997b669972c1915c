using CiAnon.Diagnostics;

namespace CiAnon.PostgresTests.Runs;

/// <summary>Extensions that the sandbox has, and one that it hasn't.</summary>
public sealed class ExtensionRunTests(TestCluster cluster) : IDisposable
{
    private readonly RunFolder _folder = new();

    [Fact]
    public void Types_and_functions_of_extensions_come_through()
    {
        var database = cluster.CreateDatabase("""
            CREATE SCHEMA ext;
            CREATE EXTENSION citext SCHEMA ext; CREATE EXTENSION pgcrypto; CREATE EXTENSION btree_gist; CREATE EXTENSION pg_trgm; CREATE EXTENSION hstore;
            CREATE TABLE people (id int PRIMARY KEY, email ext.citext UNIQUE, secret text DEFAULT encode(digest('x', 'sha256'), 'hex'), more hstore, room int, during daterange, EXCLUDE USING gist (room WITH =, during WITH &&));
            INSERT INTO people (id, email, more, room, during) SELECT i, 'User' || i || '@private.test', 'a=>1', i, '[2020-01-01,2021-01-01)' FROM generate_series(1, 100) i;
            CREATE INDEX ON people USING gin (secret gin_trgm_ops);
            CREATE TABLE logins (who ext.citext REFERENCES people (email)); INSERT INTO logins SELECT upper(email::text) FROM people;
            """);
        var run = _folder.Anonymize(_folder.DumpOf(cluster, database, "-Fc"), _folder.Policy("""
            columns: { email: { strategy: email, fold_case: true } }
            tables: { people: { columns: { secret: hash }, keep: [more, during] } }

            """));
        Assert.Equal(["public.logins.who: email", "public.people.email: email", "public.people.secret: hash"], run.Masked);
        new ArtefactJudge(cluster).Judge(run);
    }

    [Fact]
    public void An_extension_that_the_sandbox_lacks_is_left_out_there_and_stays_in_the_artefact()
    {
        var dump = WithAnUnknownExtension("CREATE TABLE people (email text); INSERT INTO people VALUES ('a@private.test'); CREATE EXTENSION citext;");
        var run = _folder.Anonymize(dump, _folder.Policy("columns: { email: email }\n"));
        Assert.Contains(run.Report.Skipped, skipped => skipped.Entry.Contains("cxtext", StringComparison.Ordinal));
        Assert.Contains(run.Observer.Notices, notice => notice.Code == DiagnosticCodes.EntrySkipped);
        Assert.Equal(cluster.List(run.Original), cluster.List(run.Artefact));
        Assert.Contains("CREATE EXTENSION IF NOT EXISTS cxtext", System.Text.Encoding.UTF8.GetString(cluster.Script(run.Artefact)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_needs_an_extension_that_the_sandbox_lacks_is_an_error_that_names_both()
    {
        var dump = WithAnUnknownExtension("CREATE EXTENSION citext; CREATE TABLE people (email citext);");
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(dump, _folder.Policy("columns: { email: email }\n")));
        Assert.Contains("public.people", failure.Message, StringComparison.Ordinal);
        Assert.Contains("cxtext", failure.Message, StringComparison.Ordinal);
        Assert.Equal("CIANON4101", failure.Diagnostics.Single().Code.Id);
    }

    public void Dispose() => _folder.Dispose();

    // A name of the same length in the table of contents: no server has this extension.
    private string WithAnUnknownExtension(string schema)
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(schema), "-Fc");
        var bytes = File.ReadAllBytes(dump);
        foreach (var place in Enumerable.Range(0, bytes.Length - 6).Where(place => bytes.AsSpan(place).StartsWith("citext"u8))) "cxtext"u8.CopyTo(bytes.AsSpan(place));
        File.WriteAllBytes(dump, bytes);
        return dump;
    }
}
