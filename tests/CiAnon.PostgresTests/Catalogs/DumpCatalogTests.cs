using CiAnon.Dumps;
using CiAnon.PostgresTests.Runs;
using CiAnon.Sandboxes;
using CiAnon.Stages;
using Npgsql;

namespace CiAnon.PostgresTests.Catalogs;

/// <summary>What the table of contents tells is what the server says after pg_restore.</summary>
public sealed class DumpCatalogTests(TestCluster cluster) : IDisposable
{
    private static readonly Dictionary<string, string> Schemas = new()
    {
        ["shop"] = SchemaZoo.Shop,
        ["sheetmusic"] = SchemaZoo.SheetMusic,
        ["benchmark"] = SchemaZoo.Benchmark,
        ["sample"] = SchemaZoo.Sample,
        ["types"] = SchemaZoo.Types,
        ["tables"] = SchemaZoo.Tables,
        ["keys"] = SchemaZoo.Keys,
        ["extensions"] = SchemaZoo.Extensions,
    };

    private readonly RunFolder _folder = new();

    public static TheoryData<string> Names => [.. Schemas.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_the_servers(string schema) => Compare(cluster, 15, Schemas[schema]);

    [Fact]
    public void Equals_the_servers_with_words_of_15() => Compare(cluster, 15, SchemaZoo.Since15);

    [Theory]
    [InlineData(13)]
    [InlineData(17)]
    [InlineData(18)]
    public void Equals_that_of_other_majors(int major)
    {
        using var other = TestCluster.Start(PostgresTools.Major(major));
        foreach (var (name, schema) in Schemas)
            if (name != "extensions") Compare(other, major, schema);
        if (major >= 15) Compare(other, major, SchemaZoo.Since15);
        if (major >= 18) Compare(other, major, SchemaZoo.Since18);
    }

    public void Dispose() => _folder.Dispose();

    private void Compare(TestCluster server, int major, string schema)
    {
        var dump = _folder.DumpOf(server, server.CreateDatabase(schema), "-Fc", "--schema-only");
        var restored = server.CreateDatabase();
        server.Restore(dump, restored, "--no-owner", "--no-acl");
        using var connection = new NpgsqlConnection(server.ConnectionString(restored));
        connection.Open();
        using (var command = new NpgsqlCommand("SET search_path = pg_catalog", connection)) command.ExecuteNonQuery();
        var expected = CatalogText.Of(new CatalogReader(connection).Read(), major >= 17);
        Assert.Contains(": ", expected, StringComparison.Ordinal);

        using var opened = Dump.Open(dump);
        Assert.Equal(expected, CatalogText.Of(DumpCatalog.Read(opened), major >= 17));
    }
}
