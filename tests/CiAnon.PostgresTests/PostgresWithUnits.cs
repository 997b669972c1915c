namespace CiAnon.PostgresTests;

/// <summary>
/// The installed PostgreSQL with an extension of the tests' own, <c>units</c>, in a folder that goes at the end. As PostGIS does, it
/// fills a table whose further rows a dump holds; as pg_partman does, it has a foreign key between two tables of that kind; other tables
/// of it are no dump's, and other people's tables refer to them and inherit from them.
/// </summary>
public sealed class PostgresWithUnits : IDisposable
{
    private const string Control = "default_version = '1.0'\n";

    private const string Script = """
        CREATE TABLE units (code int PRIMARY KEY, name text NOT NULL, owner text);
        INSERT INTO units VALUES (1, 'metre', NULL), (2, 'kilogram', 'office@units-of-measure.org');
        CREATE TABLE factors (unit int NOT NULL REFERENCES units, factor numeric, because text);
        CREATE TABLE "Dimensions" (name text PRIMARY KEY); INSERT INTO "Dimensions" VALUES ('length'), ('mass');
        CREATE TABLE stamped (stamp text, at timestamptz);
        CREATE TABLE unseen (a int);
        SELECT pg_catalog.pg_extension_config_dump('units', 'WHERE code >= 1000');
        SELECT pg_catalog.pg_extension_config_dump('factors', '');
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("ci-anon-postgres-").FullName;

    /// <param name="cluster">Tells where its files lie.</param>
    /// <param name="more">Further extensions, by name.</param>
    public PostgresWithUnits(TestCluster cluster, params (string Name, string Script)[] more)
    {
        var places = cluster.Query("postgres", "SELECT setting FROM pg_config WHERE name IN ('BINDIR', 'PKGLIBDIR', 'SHAREDIR') ORDER BY name").Split('\n');
        var (programs, libraries, share) = (places[0], places[1], places[2]);
        Tools = new PostgresTools(Below(programs));
        // PostgreSQL looks for its files beside its own program, as links are followed: programs are copied, and the rest is linked.
        Directory.CreateDirectory(Tools.BinDirectory);
        foreach (var program in Directory.GetFiles(cluster.Tools.BinDirectory)) File.Copy(program, Tools.Program(Path.GetFileName(program)));
        Link(libraries, Below(libraries));
        Directory.CreateDirectory(Below(share));
        foreach (var entry in Directory.GetFileSystemEntries(share).Where(entry => Path.GetFileName(entry) != "extension")) Link(entry, Below(entry));
        var extensions = Directory.CreateDirectory(Below(Path.Combine(share, "extension"))).FullName;
        foreach (var entry in Directory.GetFileSystemEntries(Path.Combine(share, "extension"))) Link(entry, Below(entry));
        foreach (var (name, script) in more.Prepend(("units", Script)))
        {
            File.WriteAllText(Path.Combine(extensions, $"{name}.control"), Control);
            File.WriteAllText(Path.Combine(extensions, $"{name}--1.0.sql"), script);
        }
        TestProcess.Run("chmod", ["-R", "a+rX", _folder]);
    }

    public PostgresTools Tools { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Link(string target, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!Path.Exists(path)) File.CreateSymbolicLink(path, target);
    }

    private string Below(string path) => Path.Combine(_folder, path.TrimStart('/'));
}
