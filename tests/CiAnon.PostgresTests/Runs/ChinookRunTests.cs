namespace CiAnon.PostgresTests.Runs;

/// <summary>A database that others made.</summary>
public sealed class ChinookRunTests(TestCluster cluster) : IDisposable
{
    private readonly RunFolder _folder = new();

    [Theory]
    [InlineData("-Fc")]
    [InlineData("-Fd")]
    public void Customers_and_employees_are_anonymized_and_nothing_else_changes(string format)
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(File.ReadAllText(Repository.Chinook)), format);
        var run = _folder.Anonymize(dump, Repository.File("tests/CiAnon.PostgresTests/Policies/chinook.yml"));
        new ArtefactJudge(cluster).Judge(run);
        Assert.Equal(59, run.Report.Tables.Single(table => table.Name == "Customer").RowsOut);
        Assert.Equal(25, run.Masked.Count());
    }

    public void Dispose() => _folder.Dispose();
}
