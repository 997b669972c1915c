using CiAnon.PostgresTests.Runs.Schemas;

namespace CiAnon.PostgresTests.Runs;

/// <summary>Names in mixed case, a table that references itself, and authors who look like people to protect.</summary>
public sealed class SheetMusicRunTests(TestCluster cluster) : IDisposable
{
    private readonly RunFolder _folder = new();

    [Theory]
    [InlineData("-Fc")]
    [InlineData("-Fd")]
    public void Customers_and_employees_are_anonymized_and_nothing_else_changes(string format)
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(File.ReadAllText(Repository.SheetMusic)), format);
        var run = _folder.Anonymize(dump, Repository.File("samples/sheetmusic/ci-anon.yml"));
        new ArtefactJudge(cluster).Judge(run);
        Assert.Equal(59, run.Report.Tables.Single(table => table.Name == "Customer").RowsOut);
        Assert.Equal(25, run.Masked.Count());
    }

    public void Dispose() => _folder.Dispose();
}
