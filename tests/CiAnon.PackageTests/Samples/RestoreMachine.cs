using System.IO.Compression;
using System.Text.Json.Nodes;
using CiAnon.PackageTests.Image;
using CiAnon.PackageTests.Packages;
using CiAnon.PostgresTests;
using CiAnon.Tests.Snapshots;

namespace CiAnon.PackageTests.Samples;

/// <summary>A developer's machine with samples/restore, a stand-in of GitHub, a real server, and a folder in which the command made what GitHub has.</summary>
internal sealed class RestoreMachine : IDisposable
{
    private readonly TestCluster _cluster;
    private readonly string _folder = Directory.CreateTempSubdirectory("ci-anon-restore-").FullName;
    private int _lastId;

    public RestoreMachine(TestCluster cluster)
    {
        _cluster = cluster;
        File.SetUnixFileMode(_folder, (UnixFileMode)0b111_101_101);
        PeopleDump.Write(cluster, In("prod.dump"));
        File.WriteAllText(In("ci-anon.yml"), PeopleDump.Policy);
        Environment = new()
        {
            ["PGHOST"] = cluster.Host,
            ["PGUSER"] = "postgres",
            ["GH_TOKEN"] = StubGitHub.Token,
            ["GITHUB_API_URL"] = GitHub.Address,
            ["XDG_CACHE_HOME"] = In("cache"),
        };
    }

    /// <summary>The command, as it was built with these tests.</summary>
    public static string CiAnon { get; } = GeneratedFile.FullPath(Path.Combine("src/CiAnon.Cli/bin",
        Path.GetRelativePath(GeneratedFile.FullPath("tests/CiAnon.PackageTests/bin"), AppContext.BaseDirectory), "ci-anon"));

    public StubGitHub GitHub { get; } = new();

    public Dictionary<string, string> Environment { get; }

    /// <summary>The database that the developer asks for.</summary>
    public string Database { get; } = "dev_" + Guid.NewGuid().ToString("N");

    public string Cache => In("cache/ci-anon");

    public string In(string name) => Path.Combine(_folder, name);

    /// <summary>The dump anon.dump, or what it was encrypted to, and its report, by the command itself.</summary>
    public void Anonymize(params string[] options)
    {
        using var command = Command.Start(CiAnon, ["anonymize", "prod.dump", "--output", "anon.dump", .. options], _folder);
        Assert.True(command.Finish() == 0, command.Printed);
    }

    public JsonNode Report() => JsonNode.Parse(File.ReadAllText(In("anon.dump.report.json")))!;

    public bool Exists(string database) => _cluster.Query("postgres", $"SELECT count(*) FROM pg_database WHERE datname = '{database}'") == "1";

    public string[] Downloads() => Directory.GetFileSystemEntries(Cache);

    public string Restore(int exit, params string[] more) => Run(exit, ["--repository", "org/shop", "--artifact", "anonymized", "--database", Database, .. more]);

    /// <summary>samples/restore; what it printed.</summary>
    public string Run(int exit, params string[] arguments)
    {
        using var command = Command.Start(GeneratedFile.FullPath("samples/restore/restore"), arguments, _folder, Environment);
        _lastId = command.Id;
        Assert.True(command.Finish() == exit, command.Printed);
        Assert.DoesNotContain(StubGitHub.Token, command.Printed, StringComparison.Ordinal);
        return command.Printed;
    }

    public void AssertRestored() => Assert.Equal("500", _cluster.Query(Database, "SELECT count(*) FROM people WHERE email NOT LIKE 'canary%'"));

    public void AssertRefused(string message, params string[] arguments)
    {
        Assert.Contains(message, Restore(1, arguments), StringComparison.Ordinal);
        Assert.Empty(Downloads());
        Assert.False(Exists(Database));
        // Others of the cluster restore at the same time.
        Assert.False(Exists($"ci_anon_new_{_lastId}"));
    }

    /// <summary>An archive of files of the folder; a folder's files lie under its name.</summary>
    public byte[] Zip(params string[] names) => Zip(_folder, names.SelectMany(name => Directory.Exists(In(name)) ? Directory.GetFiles(In(name)) : [In(name)]));

    /// <summary>An archive as GitHub makes it of one folder: without the folder's name.</summary>
    public byte[] ZipInside(string name) => Zip(In(name), Directory.GetFiles(In(name)));

    public void Dispose()
    {
        GitHub.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static byte[] Zip(string root, IEnumerable<string> files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
            foreach (var file in files) zip.CreateEntryFromFile(file, Path.GetRelativePath(root, file));
        return stream.ToArray();
    }
}
