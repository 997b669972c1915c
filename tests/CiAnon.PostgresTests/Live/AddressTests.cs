using CiAnon.Sandboxes;
using Npgsql;

namespace CiAnon.PostgresTests.Live;

public sealed class AddressTests(TestCluster cluster)
{
    // psql judges: it must be the same database for both, or none.
    [Theory]
    [InlineData("a#b", "postgresql://postgres@{folder}/a#b")]
    [InlineData("a/b", "postgresql://postgres@{folder}/a%2Fb")]
    [InlineData("a b", "postgresql://{folder}/postgres?user=postgres&dbname=a%20b")]
    [InlineData("a+b", "postgresql://postgres@/?host={folder}&dbname=a+b")]
    public void An_address_means_the_same_database_as_to_psql(string name, string address)
    {
        var uri = address.Replace("{folder}", Uri.EscapeDataString(cluster.Host), StringComparison.Ordinal);
        cluster.Execute("postgres", $"""CREATE DATABASE "{name}" """);
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(DatabaseAddress.Read(uri).ConnectionString) { Pooling = false }.ConnectionString);
        connection.Open();
        Assert.Equal(name, connection.Database);
        Assert.Equal(name, TestProcess.Run(cluster.Tools.Program("psql"), [uri, "-XAtc", "SELECT current_database()"]).Text.Trim());
    }
}
