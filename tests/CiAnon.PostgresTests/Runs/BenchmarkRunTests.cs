using System.Globalization;
using CiAnon.PostgresTests.Runs.Schemas;

namespace CiAnon.PostgresTests.Runs;

/// <summary>The data set that is measured, at a hundredth of its size; CIANON_BENCHMARK_SCALE makes it larger by hand.</summary>
[Trait("When", "nightly")]
public sealed class BenchmarkRunTests(TestCluster cluster) : IDisposable
{
    private readonly RunFolder _folder = new();

    [Fact]
    public void The_measured_run_is_a_right_one()
    {
        var scale = decimal.Parse(Environment.GetEnvironmentVariable("CIANON_BENCHMARK_SCALE") ?? "0.01", CultureInfo.InvariantCulture);
        var script = FormattableString.Invariant($"\\set scale {scale}\n") + File.ReadAllText(Repository.File("benchmarks/data/dataset.sql"));
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(script), "-Fc");
        new ArtefactJudge(cluster).Judge(_folder.Anonymize(dump, Repository.File("benchmarks/policies/bench.yml")));
    }

    public void Dispose() => _folder.Dispose();
}
