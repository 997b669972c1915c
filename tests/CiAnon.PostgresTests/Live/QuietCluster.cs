namespace CiAnon.PostgresTests.Live;

/// <summary>A server of a test class's own: what goes on beside a database counts there.</summary>
public sealed class QuietCluster : IDisposable
{
    public TestCluster Cluster { get; } = TestCluster.Start(PostgresTools.Installed);

    public void Dispose() => Cluster.Dispose();
}
