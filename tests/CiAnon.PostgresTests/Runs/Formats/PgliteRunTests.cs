namespace CiAnon.PostgresTests.Runs.Formats;

/// <summary>What PGlite's tools write: INSERTs alone, without \\restrict, by a pg_dump that is newer than the sandbox.</summary>
public sealed class PgliteRunTests(TestCluster cluster) : IDisposable
{
    private const string Rules = """
        columns: { email: email, name: name, mac: mac, jb: { strategy: json, paths: { $.email: email } } }
        tables: { people: { keep: [code, born, seen, at, t, iv, bytes, j, ip, net, tags, nums, plz, pair, r, bits, vb, x, ts, pt, note, u, m, ident] } }
        verify: { patterns: { ip: 100% } }

        """;

    private readonly RunFolder _folder = new();

    [Fact]
    public void Every_type_comes_back_as_it_was_where_nothing_masks_it()
    {
        var dump = Repository.File("tests/CiAnon.PostgresTests/Runs/pglite.sql");
        var run = _folder.Anonymize(dump, _folder.Policy(Rules));
        var (before, after) = (cluster.CreateDatabase(File.ReadAllText(dump)), cluster.CreateDatabase(File.ReadAllText(run.Artefact)));
        const string Kept = "SELECT to_jsonb(p) - '{name,email,mac,jb,gen}'::text[] FROM people p ORDER BY id";
        Assert.Equal(cluster.Query(before, Kept, "SELECT * FROM orders ORDER BY id"), cluster.Query(after, Kept, "SELECT * FROM orders ORDER BY id"));
        Assert.Equal("3|3|2", cluster.Query(after, "SELECT count(*), count(*) FILTER (WHERE gen = upper(name)), count(email) FROM people"));
        Assert.DoesNotContain("corp.example", File.ReadAllText(run.Artefact), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllLines(dump).Where(IsText), File.ReadAllLines(run.Artefact).Where(IsText));
    }

    public void Dispose() => _folder.Dispose();

    private static bool IsText(string line) => !line.StartsWith("INSERT INTO public.people", StringComparison.Ordinal);
}
