using CiAnon.PostgresTests.BadInput;

namespace CiAnon.PostgresTests.Runs;

/// <summary>docs/gdprify.md, step by step, with a policy file of DbToolsBundle's.</summary>
public sealed class GdprifyPageTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """
        CREATE TABLE customer (id serial PRIMARY KEY, email text UNIQUE NOT NULL, firstname text, lastname text, level int);
        INSERT INTO customer (email, firstname, lastname, level) SELECT 'canary' || i || '@private.test', 'Canaryann', 'Canaryson', i FROM generate_series(1, 50) i;
        """;

    private const string Bundle = """
        db_tools:
          anonymization:
            default:
              customer:
                email: { anonymizer: email, options: { domain: 'toto.com' } }
                firstname: firstname
                lastname: lastname
                level: { anonymizer: integer, options: { min: 10, max: 99 } }
        """;

    private readonly Scene _scene = new();

    [Fact]
    public void Its_commands_do_what_it_says()
    {
        var page = File.ReadAllText(Repository.File("docs/gdprify.md"));
        Assert.All(["ci-anon gdprify prod.dump --policy db_tools.yaml", "ci-anon anonymize prod.dump --policy db_tools.yaml --output team.dump", "pg_restore --list team.dump",
            "ci-anon report team.dump.report.json", "pg_restore --clean --if-exists --no-owner --dbname shop_local team.dump"], command => Assert.Contains($"`{command}`", page, StringComparison.Ordinal));
        var (production, local) = (cluster.CreateDatabase(Schema), cluster.CreateDatabase(Schema));
        var (dump, team) = (Path.Combine(_scene.Root, "prod.dump"), Path.Combine(_scene.Root, "team.dump"));
        var policy = _scene.Write("db_tools.yaml", Bundle);
        cluster.Dump(production, dump, "--format", "custom");
        // Whoever holds the old content open keeps it; no name leads to it any more.
        using var old = File.OpenRead(dump);

        var done = _scene.Run("anonymize", dump, "--policy", policy, "--output", team, "--work-dir", _scene.Work);
        Assert.True(done.Exit == 0, done.Error);
        Assert.Contains("TABLE DATA public customer", cluster.List(team), StringComparison.Ordinal);
        Assert.Equal(0, _scene.Run("report", team + ".report.json").Exit);
        cluster.Restore(team, local, "--clean", "--if-exists", "--no-owner");
        Assert.Equal("50|50|50", cluster.Query(local, "SELECT count(*), count(*) FILTER (WHERE email LIKE '%@toto.com'), count(*) FILTER (WHERE firstname <> 'Canaryann') FROM customer"));

        var length = old.Length;
        Assert.Equal(0, _scene.Run("gdprify", dump, "--policy", policy, "--work-dir", _scene.Work).Exit);
        Assert.Equal(length, old.Length);
        cluster.Restore(dump, local, "--clean", "--if-exists", "--no-owner");
        Assert.Equal("0", cluster.Query(local, "SELECT count(*) FROM customer WHERE email NOT LIKE '%@toto.com' OR lastname = 'Canaryson'"));
        Assert.Equal(["prod.dump", "prod.dump.report.json", "team.dump", "team.dump.report.json"],
            Directory.GetFiles(_scene.Root, "*.dump*").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        _scene.AssertNothingLeft();
    }

    public void Dispose() => _scene.Dispose();
}
