namespace CiAnon.PostgresTests;

public class TestClusterTests(TestCluster cluster)
{
    [Fact]
    public void A_script_runs_and_its_rows_can_be_queried()
    {
        var database = cluster.CreateDatabase("CREATE TABLE t (a int, b text); INSERT INTO t VALUES (1, 'ä'), (2, NULL);");
        Assert.Equal("1|ä\n2|", cluster.Query(database, "SELECT * FROM t ORDER BY a"));
    }

    [Fact]
    public void A_failing_script_fails_the_test() =>
        Assert.Throws<InvalidOperationException>(() => cluster.Execute("postgres", "SELECT 1/0"));
}
