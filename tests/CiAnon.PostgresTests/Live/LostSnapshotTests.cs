using CiAnon.Diagnostics;
using CiAnon.Sandboxes.Live;

namespace CiAnon.PostgresTests.Live;

/// <summary>The session that holds the moment ends: whoever comes to it later is told why, and not what PostgreSQL says of a snapshot that isn't there.</summary>
public sealed class LostSnapshotTests(TestCluster cluster)
{
    private const string Schema = "CREATE TABLE people (id int PRIMARY KEY, email text); INSERT INTO people SELECT i, 'canary' || i || '@private.test' FROM generate_series(1, 500) i";

    [Fact]
    public void A_session_that_somebody_ended_is_told_to_who_reads_rows_and_to_who_reads_the_schema()
    {
        var database = cluster.CreateDatabase(Schema);
        using var snapshot = LiveSnapshot.Take(new LiveAddress("SOURCE", cluster.ConnectionString(database)), CancellationToken.None);
        cluster.Execute(database, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}' AND application_name = 'ci-anon'");
        AwaitEnd(cluster, database);
        AssertTold(snapshot, DiagnosticCodes.LiveInterrupted, "SOURCE: could not hold the snapshot: admin_shutdown (57P01). ");
    }

    [Fact]
    public void A_standby_that_had_to_go_on_is_told_as_such_with_its_settings()
    {
        using var primary = TestCluster.Start(cluster.Tools);
        primary.Execute("postgres", Schema);
        using var standby = TestCluster.StandbyOf(primary);
        standby.Crash();
        standby.Restart("max_standby_streaming_delay=0");
        using var snapshot = LiveSnapshot.Take(new LiveAddress("SOURCE", standby.ConnectionString("postgres")), CancellationToken.None);
        primary.Execute("postgres", "DELETE FROM people WHERE id < 400");
        primary.Execute("postgres", "VACUUM people");
        AwaitEnd(standby, "postgres");
        AssertTold(snapshot, DiagnosticCodes.StandbyWentOn, "SOURCE: could not hold the snapshot: it is a standby, which had to go on (40001). ");
    }

    private void AssertTold(LiveSnapshot snapshot, DiagnosticCode code, string words)
    {
        foreach (var come in new Action[] { () => snapshot.Rent(), () => SchemaDump.Read(snapshot, cluster.Tools.BinDirectory, null, CancellationToken.None), () => snapshot.Rent() })
        {
            var told = Assert.Throws<CiAnonException>(come);
            Assert.Equal((code.Id, words + code.Help), (told.Diagnostics.Single().Code.Id, told.Diagnostics.Single().Message));
        }
    }

    private void AwaitEnd(TestCluster server, string database)
    {
        // A standby that goes on ends whoever looks at the database's own rows, too.
        while (server.Query(server == cluster ? database : "template1", $"SELECT count(*) FROM pg_stat_activity WHERE datname = '{database}' AND application_name = 'ci-anon'") != "0") Thread.Sleep(50);
    }
}
