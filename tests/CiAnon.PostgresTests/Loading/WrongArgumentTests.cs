using System.Reflection;
using CiAnon.Diagnostics;
using CiAnon.PostgresTests.Runs;
using CiAnon.Stages;
using CiAnon.Tables;

namespace CiAnon.PostgresTests.Loading;

/// <summary>
/// What the tests of argued constraints are worth: where a run is made to argue although PostgreSQL should have been asked, the artefact is
/// made, and pg_restore, which judges in those tests, refuses it.
/// </summary>
public sealed class WrongArgumentTests(TestCluster cluster) : IDisposable
{
    private const string Digest = "1a93b59c9a4c9da9b85259447e678c76";

    private readonly RunFolder _folder = new();

    [Theory]
    [InlineData($"CREATE TABLE t (id int PRIMARY KEY, word text CHECK (md5(word) = '{Digest}'));", "redact")]
    [InlineData($"CREATE DOMAIN plain AS text CHECK (md5(VALUE) = '{Digest}'); CREATE TABLE t (id int PRIMARY KEY, word plain);", "redact", Traits = ["When", "nightly"])]
    [InlineData("CREATE TABLE t (id int PRIMARY KEY, word text, EXCLUDE USING btree (word WITH =));", "{ strategy: constant, value: same }")]
    [InlineData($"CREATE TABLE t (id int PRIMARY KEY, word text, part int GENERATED ALWAYS AS (1 / CASE WHEN md5(word) = '{Digest}' THEN 1 ELSE 0 END) STORED);", "redact", Traits = ["When", "nightly"])]
    [InlineData($"CREATE TABLE t (id int PRIMARY KEY, word text); CREATE MATERIALIZED VIEW m AS SELECT 1 / CASE WHEN md5(word) = '{Digest}' THEN 1 ELSE 0 END FROM t;", "redact")]
    [InlineData($"CREATE TABLE t (id int PRIMARY KEY, word text); CREATE UNIQUE INDEX ON t ((1 / CASE WHEN md5(word) = '{Digest}' THEN 1 ELSE 0 END), id);", "redact", Traits = ["When", "nightly"])]
    public void Is_noticed_by_who_restores_the_artefact(string schema, string mask)
    {
        // 'canary' is what has the digest.
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase($"{schema} INSERT INTO t VALUES (1, 'canary'){(mask == "redact" ? "" : ", (2, 'cuckoo')")};"), "-Fc");
        var options = _folder.Options(dump, _folder.Policy($"tables: {{ t: {{ columns: {{ word: {mask} }} }} }}\n"));

        Assert.Throws<CiAnonException>(() => RunFolder.Anonymize(options));
        Assert.False(File.Exists(_folder.Output));

        using (var run = new AnonymizationRun(options, new RecordingObserver(), CancellationToken.None))
        {
            run.Restore();
            Assert.Contains(Tasks(run), task => task.IsLoaded);
            foreach (var task in Tasks(run)) task.IsLoaded = false;
            run.Anonymize();
            run.Verify();
            run.Backup();
        }
        Assert.Contains("pg_restore: error", Assert.ThrowsAny<Exception>(() => cluster.Restore(_folder.Output, cluster.CreateDatabase())).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static IReadOnlyList<TableTask> Tasks(AnonymizationRun run) =>
        ((RunState)typeof(AnonymizationRun).GetField("_state", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(run)!).Tables;
}
