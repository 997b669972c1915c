namespace CiAnon.PostgresTests.BadInput;

/// <summary>A small database full of canaries, dumped in every format once.</summary>
public sealed class People : IDisposable
{
    /// <summary>Covers every column.</summary>
    public const string Policy = """
        version: 1
        tables:
          people:
            columns: { email: email, name: name, notes: text }
            keep: [code]
          visits: { keep: all }

        """;

    private const string Script = """
        CREATE TABLE people (
            id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL UNIQUE, name varchar(40), notes text, code text,
            shout text GENERATED ALWAYS AS (upper(name)) STORED);
        CREATE TABLE visits (id int PRIMARY KEY, person int REFERENCES people, at timestamptz, page text);
        INSERT INTO people (email, name, notes, code)
            SELECT 'canary' || i || '@example.org', 'Canary Bird ' || chr(64 + i % 26 + 1), E'canary\tnote\\' || i, md5(i::text) || 'canary' FROM generate_series(1, 40) i;
        INSERT INTO visits SELECT i, i, '2024-01-01', '/canary/' || i FROM generate_series(1, 40) i;
        """;

    private const string LargeScript = """
        CREATE TABLE large (id int, word text);
        INSERT INTO large SELECT i, 'canary' || repeat(i::text, 30) FROM generate_series(1, 300000) i;
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("bad-input-").FullName;

    public People(TestCluster cluster)
    {
        var database = cluster.CreateDatabase(Script);
        cluster.Dump(database, Custom, "-Fc");
        cluster.Dump(database, Uncompressed, "-Fc", "-Z0");
        cluster.Dump(database, Folder, "-Fd");
        cluster.Dump(database, Tar, "-Ft");
        TestProcess.Run("tar", ["-cf", TarredFolder, "-C", Folder, "."]);
        cluster.Dump(database, Sql, "-Fp");
        cluster.Dump(cluster.CreateDatabase(LargeScript), Large, "-Fc");
    }

    public string Custom => At("people.dump");

    public string Uncompressed => At("people-z0.dump");

    public string Folder => At("people");

    public string Tar => At("people.tar");

    public string TarredFolder => At("folder.tar");

    public string Sql => At("people.sql");

    /// <summary>One table that is more than 60 MB in a server.</summary>
    public string Large => At("large.dump");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string name) => Path.Combine(_folder, name);
}
