using CiAnon.Diagnostics;
using CiAnon.PostgresTests.Runs.Schemas;

namespace CiAnon.PostgresTests.Runs.Extensions;

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
        Assert.Contains("--without-extension cxtext", failure.Message, StringComparison.Ordinal);
        Assert.Equal("CIANON4101", failure.Diagnostics.Single().Code.Id);
    }

    [Fact]
    public void Without_an_extension_its_types_go_through_as_text_and_what_hangs_on_it_is_named()
    {
        var dump = WithAnUnknownExtension("""
            CREATE EXTENSION citext;
            CREATE DOMAIN nick AS citext;
            CREATE TABLE people (id int PRIMARY KEY, name citext UNIQUE DEFAULT 'x', aliases citext[], nick nick, email text UNIQUE);
            CREATE TABLE logins (name citext REFERENCES people (name), email text REFERENCES people (email));
            CREATE INDEX ON people (lower(name::text));
            CREATE VIEW named AS SELECT * FROM people WHERE name = 'X'::citext;
            CREATE VIEW counted AS SELECT count(*) FROM people;
            CREATE FUNCTION shout(citext) RETURNS citext LANGUAGE sql AS 'SELECT $1';
            INSERT INTO people SELECT i, 'Tag' || i, ARRAY['a' || i, 'b "x" ' || i], 'Nick' || i, 'user' || i || '@quillmail.com' FROM generate_series(1, 50) i;
            INSERT INTO logins SELECT upper(name::text)::citext, email FROM people;
            """);
        var policy = "columns: { email: email, name: keep, aliases: keep, nick: keep }\nproof: restore\n";
        var run = RunFolder.Anonymize(_folder.Options(dump, _folder.Policy(policy)) with { WithoutExtensions = ["cxtext"] });
        Assert.All(run.Report.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
        Assert.Equal(
        [
            "CONSTRAINT public.people people_name_key",
            "EXTENSION cxtext",
            "FK CONSTRAINT public.logins logins_name_fkey",
            "TABLE public.logins",
            "TABLE public.people",
            "VIEW public.named",
        ], run.Report.Skipped.Select(skipped => skipped.Entry).Order(StringComparer.Ordinal));
        Assert.Equal(cluster.List(run.Original), cluster.List(run.Artefact));
        // Who has the extension restores it all, rows and keys.
        var restored = cluster.CreateDatabase();
        Patch(run.Artefact, "cxtext", "citext");
        cluster.Restore(run.Artefact, restored);
        Assert.Equal("50|50|0", cluster.Query(restored, "SELECT (SELECT count(*) FROM people WHERE name = ('TAG' || id)::citext AND aliases[2] = ('B \"X\" ' || id)::citext AND nick = ('nick' || id)::citext), "
            + "(SELECT count(*) FROM logins JOIN people USING (name, email)), (SELECT count(*) FROM people WHERE email LIKE '%quill%')"));
    }

    [Theory]
    [InlineData("cxtext", "columns: { name: { strategy: constant, value: x } }\n", "CIANON1243")]
    [InlineData("postgis", "columns: { name: keep }\n", "CIANON1244")]
    public void A_mask_that_needs_the_extension_and_a_name_that_the_dump_lacks_are_errors(string extension, string policy, string code)
    {
        var dump = WithAnUnknownExtension("CREATE EXTENSION citext; CREATE TABLE people (name citext); INSERT INTO people VALUES ('a@quillmail.com');");
        var failure = Assert.Throws<CiAnonException>(() => RunFolder.Anonymize(_folder.Options(dump, _folder.Policy(policy)) with { WithoutExtensions = [extension] }));
        Assert.Contains(code, failure.Diagnostics.Select(problem => problem.Code.Id));
    }

    [Fact]
    public void Without_an_extension_rows_of_its_own_tables_go_through_and_are_searched()
    {
        using var postgres = new PostgresWithUnits(cluster);
        using var source = TestCluster.Start(postgres.Tools);
        var database = source.CreateDatabase("""
            CREATE EXTENSION units;
            INSERT INTO units VALUES (1000, 'ell', 'somebody');
            CREATE TABLE people (id int PRIMARY KEY, email text, unit int REFERENCES units);
            INSERT INTO people SELECT i, 'user' || i || '@quillmail.com', 1000 FROM generate_series(1, 50) i;
            """);
        source.Dump(database, _folder.In("units.dump"), "-Fc");
        var options = _folder.Options(_folder.In("units.dump"), _folder.Policy("columns: { email: email }\ntables: { units: { keep: all }, factors: { keep: all } }\n")) with { WithoutExtensions = ["units"] };
        var run = RunFolder.Anonymize(options);
        Assert.Equal(["EXTENSION units", "FK CONSTRAINT public.people people_unit_fkey", "TABLE DATA public.factors", "TABLE DATA public.units"],
            run.Report.Skipped.Select(skipped => skipped.Entry).Order(StringComparer.Ordinal));
        var restored = source.CreateDatabase();
        source.Restore(run.Artefact, restored);
        Assert.Equal("1", source.Query(restored, "SELECT count(*) FROM units WHERE owner = 'somebody'"));
        source.Execute(database, "UPDATE units SET owner = 'user7@quillmail.com' WHERE code = 1000");
        source.Dump(database, _folder.In("units.dump"), "-Fc");
        Assert.Contains("CIANON5", Assert.Throws<CiAnonException>(() => RunFolder.Anonymize(options)).Diagnostics[0].Code.Id, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    // A name of the same length in the table of contents: no server has this extension.
    private string WithAnUnknownExtension(string schema)
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(schema), "-Fc");
        Patch(dump, "citext", "cxtext");
        return dump;
    }

    private static void Patch(string dump, string name, string other)
    {
        var bytes = File.ReadAllBytes(dump);
        var (before, after) = (System.Text.Encoding.ASCII.GetBytes(name), System.Text.Encoding.ASCII.GetBytes(other));
        foreach (var place in Enumerable.Range(0, bytes.Length - before.Length).Where(place => bytes.AsSpan(place).StartsWith(before))) after.CopyTo(bytes.AsSpan(place));
        File.WriteAllBytes(dump, bytes);
    }
}
