using CiAnon.Diagnostics;
using CiAnon.PostgresTests.Live;
using CiAnon.PostgresTests.Runs;
using CiAnon.PostgresTests.Runs.Schemas;
using CiAnon.Sandboxes.Live;

namespace CiAnon.PostgresTests.Sandboxes;

/// <summary>A server that CI lends for a job, as sandbox: what a run makes there is gone at its end, and what looks like production isn't touched.</summary>
public sealed class LentSandboxTests(TestCluster cluster, QuietCluster quiet) : IClassFixture<QuietCluster>, IDisposable
{
    private const string Schema = """
        CREATE TABLE people (id int PRIMARY KEY, email text UNIQUE);
        CREATE TABLE orders (id int PRIMARY KEY, person int REFERENCES people, note text);
        INSERT INTO people SELECT i, 'user' || i || '@quillmail.com' FROM generate_series(1, 200) i;
        INSERT INTO orders SELECT i, i, NULL FROM generate_series(1, 200) i;
        """;

    private const string State = "SELECT string_agg(datname, ',' ORDER BY datname) FROM pg_database UNION ALL SELECT string_agg(rolname, ',' ORDER BY rolname) FROM pg_roles WHERE rolname !~ '^pg_'";

    private readonly RunFolder _folder = new();

    private TestCluster Lent => quiet.Cluster;

    [Fact]
    public void A_run_works_in_databases_of_its_own_and_drops_them_and_its_roles()
    {
        var database = cluster.CreateDatabase(Schema);
        cluster.Execute(database, $"CREATE ROLE {database}_owner; ALTER TABLE people OWNER TO {database}_owner;");
        var before = Lent.Query("postgres", State);
        var seen = "";
        var observer = new RecordingObserver { OnStage = stage => seen = stage == RunStage.Verify ? Lent.Query("postgres", State) : seen };
        var run = RunFolder.Anonymize(Options(_folder.DumpOf(cluster, database, "-Fc"), "proof: restore\n"), observer);
        Assert.Matches("ci_anon_[0-9a-f]{16}", seen);
        Assert.Contains($"{database}_owner", seen, StringComparison.Ordinal);
        Assert.Equal(before, Lent.Query("postgres", State));
        Assert.All(run.Report.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
        new ArtefactJudge(cluster).Judge(run);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.WorkDirectory));
    }

    [Fact]
    public void A_run_that_fails_drops_them_too_and_what_a_killed_one_left_goes_with_the_next()
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Schema + "UPDATE orders SET note = 'user7@quillmail.com' WHERE id = 9;"), "-Fc");
        var before = Lent.Query("postgres", State);
        Lent.Execute("postgres", "CREATE DATABASE ci_anon_proof_0123456789abcdef");
        Assert.Throws<CiAnonException>(() => RunFolder.Anonymize(Options(dump)));
        Assert.Equal(before, Lent.Query("postgres", State));
    }

    [Theory]
    [InlineData("CREATE DATABASE shop_prod", "DROP DATABASE shop_prod", "CIANON4112")]
    [InlineData("CREATE TABLE ci_anon_production ()", "DROP TABLE ci_anon_production", "CIANON4040")]
    [InlineData("CREATE ROLE clerk LOGIN", "DROP ROLE clerk", "CIANON4112", "clerk")]
    [InlineData("SELECT pg_create_physical_replication_slot('standby')", "SELECT pg_drop_replication_slot('standby')", "CIANON4112")]
    public void What_looks_like_production_or_cannot_be_a_sandbox_is_refused(string sign, string undo, string code, string user = "postgres")
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Schema), "-Fc");
        Lent.Execute("postgres", sign);
        try
        {
            var before = Lent.Query("postgres", State);
            var failure = Assert.Throws<CiAnonException>(() => RunFolder.Anonymize(Options(dump, user: user)));
            Assert.Equal(code, failure.Diagnostics.Single().Code.Id);
            Assert.DoesNotContain(Lent.Host, failure.Message, StringComparison.Ordinal);
            Assert.Equal(before, Lent.Query("postgres", State));
        }
        finally
        {
            Lent.Execute("postgres", undo);
        }
    }

    public void Dispose() => _folder.Dispose();

    private AnonymizeOptions Options(string dump, string more = "", string user = "postgres") =>
        _folder.Options(dump, _folder.Policy("columns: { email: email }\ntables: { orders: { keep: [note] } }\n" + more)) with
        {
            LentSandbox = new LiveAddress("SERVICE_URL", $"Host={Lent.Host};Username={user};Database=postgres"),
        };
}
