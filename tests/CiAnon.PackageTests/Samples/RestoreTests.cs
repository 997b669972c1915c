using System.IO.Compression;
using System.Text.Json.Nodes;
using CiAnon.PackageTests.Image;
using CiAnon.PackageTests.Packages;
using CiAnon.PostgresTests;
using CiAnon.Tests.Snapshots;

namespace CiAnon.PackageTests.Samples;

/// <summary>samples/restore on a developer's machine: a stand-in of GitHub, the command's own dump and report, a real server.</summary>
public sealed class RestoreTests : IDisposable
{
    private readonly TestCluster _cluster;
    private readonly StubGitHub _github = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("ci-anon-restore-").FullName;
    private readonly string _database = "dev_" + Guid.NewGuid().ToString("N");

    public RestoreTests(TestCluster cluster)
    {
        _cluster = cluster;
        File.SetUnixFileMode(_folder, (UnixFileMode)Convert.ToInt32("755", 8));
        PeopleDump.Write(cluster, In("prod.dump"));
        File.WriteAllText(In("ci-anon.yml"), PeopleDump.Policy);
        var build = Path.GetRelativePath(GeneratedFile.FullPath("tests/CiAnon.PackageTests/bin"), AppContext.BaseDirectory);
        using var command = Command.Start(GeneratedFile.FullPath(Path.Combine("src/CiAnon.Cli/bin", build, "ci-anon")), ["anonymize", "prod.dump", "--output", "anon.dump"], _folder);
        Assert.True(command.Finish() == 0, command.Printed);
    }

    public void Dispose()
    {
        _github.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_newest_passed_artefact_is_restored()
    {
        _github.Add(new(1, "anonymized", [1]));
        _github.Add(new(9, "anonymized", [1]) { Run = 9, Conclusion = "failure" });
        _github.Add(new(8, "anonymized", [1]) { Expired = true });
        _github.Add(new(7, "anonymized", [1]) { Branch = "feature" });
        _github.Add(new(6, "anonymized", [1]) { HeadRepository = 8 });
        _github.Add(new(5, "else", [1]));
        _github.Add(new(4, "anonymized", Zip("anon.dump")) { Run = 4 });
        _github.Add(new(3, "anonymized-report", Zip("anon.dump.report.json")) { Run = 4 });

        Assert.Contains("restored into", Restore(0), StringComparison.Ordinal);
        Assert.Equal("500", _cluster.Query(_database, "SELECT count(*) FROM people WHERE email NOT LIKE 'canary%'"));
        Assert.Equal($"ci-anon: keep until {Report()["retention"]!["until"]}",
            _cluster.Query("postgres", $"SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '{_database}'"));
        Assert.Empty(_github.Offences);
    }

    [Fact]
    public void A_dump_that_the_report_does_not_vouch_for_is_refused()
    {
        File.AppendAllText(In("anon.dump"), "x");
        AssertRefused("SHA-256 differs");
    }

    [Theory]
    [InlineData("status", "failed", "didn't pass")]
    [InlineData("retention.until", "2020-01-01", "was over on 2020-01-01")]
    [InlineData("retention.until", "soon", "isn't a date")]
    [InlineData("output.name", "../anon.dump", "isn't the name of a file")]
    [InlineData("output.sha256", "", "no SHA-256")]
    public void A_report_that_does_not_allow_it_is_refused(string field, string value, string message)
    {
        var report = Report();
        var path = field.Split('.');
        (path.Length == 1 ? report : report[path[0]]!)[path[^1]] = value;
        File.WriteAllText(In("anon.dump.report.json"), report.ToJsonString());
        AssertRefused(message);
    }

    [Fact]
    public void A_database_is_replaced_only_when_told_to()
    {
        AddArtifact();
        _cluster.Execute("postgres", $"CREATE DATABASE {_database}");
        _cluster.Execute(_database, "CREATE TABLE mine ()");
        Assert.Contains("--replace", Restore(1), StringComparison.Ordinal);
        Assert.Equal("0", _cluster.Query(_database, "SELECT count(*) FROM mine"));
        Restore(0, "--replace");
        Assert.Equal("500|f", _cluster.Query(_database, "SELECT (SELECT count(*) FROM people), to_regclass('mine') IS NOT NULL"));
    }

    [Fact]
    public void What_is_over_is_deleted_and_nothing_else()
    {
        AddArtifact();
        Restore(0);
        var mine = _cluster.CreateDatabase();
        Run(0, "--expire");
        Assert.True(Exists(_database));
        Assert.Single(Downloads());

        _cluster.Execute("postgres", $"COMMENT ON DATABASE {_database} IS 'ci-anon: keep until 2020-01-01'");
        Directory.Move(Downloads().Single(), Path.Combine(Cache, "2020-01-01.org.shop.2"));
        Run(0, "--expire");
        Assert.False(Exists(_database));
        Assert.True(Exists(mine));
        Assert.Empty(Downloads());
    }

    [Theory]
    [InlineData("", 0, "restored into")]
    [InlineData("x", 1, "the encrypted file isn't what the report vouches for")]
    public void An_encrypted_dump_is_checked_before_and_after_it_is_decrypted(string appended, int exit, string message)
    {
        TestProcess.Run("age-keygen", ["-o", In("identity")]);
        var recipient = TestProcess.Run("age-keygen", ["-y", In("identity")]).Text.Trim();
        TestProcess.Run("age", ["-r", recipient, "-o", In("anon.dump.age"), In("anon.dump")]);
        var report = Report();
        report["output"]!["encryption"] = new JsonObject
        {
            ["format"] = "age",
            ["file"] = "anon.dump.age",
            ["sha256"] = TestProcess.Run("sha256sum", [In("anon.dump.age")]).Text[..64],
        };
        File.WriteAllText(In("anon.dump.report.json"), report.ToJsonString());
        File.AppendAllText(In("anon.dump.age"), appended);
        _github.Add(new(2, "anonymized", Zip("anon.dump.age", "anon.dump.report.json")));

        Assert.Contains(message, Restore(exit, "--identity", In("identity")), StringComparison.Ordinal);
        Assert.Equal(exit == 0, Exists(_database));
        Assert.Empty(Directory.GetFiles(In("cache"), "dump", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_folder_or_a_zip_of_another_system_will_do()
    {
        File.WriteAllBytes(In("artifact.zip"), Zip("anon.dump", "anon.dump.report.json"));
        Run(0, "--from", In("artifact.zip"), "--database", _database);
        Assert.Equal("500", _cluster.Query(_database, "SELECT count(*) FROM people"));
        Run(0, "--from", _folder, "--database", _database, "--replace");
        Assert.Equal("500", _cluster.Query(_database, "SELECT count(*) FROM people"));
        Assert.Empty(Downloads());
    }

    [Fact]
    public void Shellcheck_has_nothing_to_say() => TestProcess.Run("shellcheck", [GeneratedFile.FullPath("samples/restore/restore")]);

    private string Cache => In("cache/ci-anon");

    private string In(string name) => Path.Combine(_folder, name);

    private JsonNode Report() => JsonNode.Parse(File.ReadAllText(In("anon.dump.report.json")))!;

    private void AddArtifact() => _github.Add(new(2, "anonymized", Zip("anon.dump", "anon.dump.report.json")));

    private bool Exists(string database) => _cluster.Query("postgres", $"SELECT count(*) FROM pg_database WHERE datname = '{database}'") == "1";

    private string[] Downloads() => Directory.GetFileSystemEntries(Cache);

    private void AssertRefused(string message)
    {
        AddArtifact();
        Assert.Contains(message, Restore(1), StringComparison.Ordinal);
        Assert.Empty(Downloads());
        Assert.False(Exists(_database));
        Assert.Equal("0", _cluster.Query("postgres", "SELECT count(*) FROM pg_database WHERE datname LIKE 'ci_anon_new%'"));
    }

    private string Restore(int exit, params string[] more) => Run(exit, ["--repository", "org/shop", "--artifact", "anonymized", "--database", _database, .. more]);

    private string Run(int exit, params string[] arguments)
    {
        using var command = Command.Start(GeneratedFile.FullPath("samples/restore/restore"), arguments, _folder, new()
        {
            ["PGHOST"] = _cluster.Host,
            ["PGUSER"] = "postgres",
            ["GH_TOKEN"] = StubGitHub.Token,
            ["GITHUB_API_URL"] = _github.Address,
            ["XDG_CACHE_HOME"] = In("cache"),
        });
        Assert.True(command.Finish() == exit, command.Printed);
        Assert.DoesNotContain(StubGitHub.Token, command.Printed, StringComparison.Ordinal);
        return command.Printed;
    }

    private byte[] Zip(params string[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
            foreach (var file in files) zip.CreateEntryFromFile(In(file), file);
        return stream.ToArray();
    }
}
