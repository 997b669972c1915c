namespace CiAnon.PostgresTests.Runs.Extensions;

/// <summary>A server that has the extension <c>units</c>, and a dump of a database that uses it in every way.</summary>
public sealed class ExtensionTablesFixture : IDisposable
{
    private const string Schema = """
        CREATE EXTENSION units;
        INSERT INTO units VALUES (1000, 'cubit', 'noah@canary-ark.org'), (1001, 'span', NULL);
        INSERT INTO factors VALUES (1000, 0.45, 'hand of anna'), (1, 1, NULL);
        CREATE TABLE products (id int PRIMARY KEY, email text, unit int REFERENCES units, dimension text REFERENCES "Dimensions");
        INSERT INTO products SELECT i, 'canary' || i || '@canary-ark.org', CASE i % 2 WHEN 0 THEN 1 ELSE 1000 END, 'mass' FROM generate_series(1, 40) i;
        CREATE TABLE notes (id int PRIMARY KEY, email text) INHERITS (stamped);
        INSERT INTO notes SELECT 'batch', now(), i, 'canary-note' || i || '@canary-ark.org' FROM generate_series(1, 10) i;
        """;

    private readonly RunFolder _folder = new();
    private readonly PostgresWithUnits _postgres;

    public ExtensionTablesFixture()
    {
        using (var installed = TestCluster.Start(PostgresTools.Installed)) _postgres = new PostgresWithUnits(installed, KnownExtensions.All);
        Cluster = TestCluster.Start(_postgres.Tools);
        Database = Cluster.CreateDatabase(Schema);
        Dump = _folder.DumpOf(Cluster, Database, "-Fc");
        Known = _folder.DumpOf(Cluster, Cluster.CreateDatabase(KnownExtensions.Database), "-Fc");
        SchemaOnly = _folder.In("schema.dump");
        Cluster.Dump(Database, SchemaOnly, "-Fc", "--schema-only");
    }

    public TestCluster Cluster { get; }

    public string Database { get; }

    public string Dump { get; }

    public string SchemaOnly { get; }

    /// <summary>Of a database that uses <see cref="KnownExtensions"/>.</summary>
    public string Known { get; }

    public void Dispose()
    {
        Cluster.Dispose();
        _postgres.Dispose();
        _folder.Dispose();
    }
}
