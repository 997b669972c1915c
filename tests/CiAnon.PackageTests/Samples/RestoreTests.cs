using CiAnon.PostgresTests;
using CiAnon.Tests.Snapshots;

namespace CiAnon.PackageTests.Samples;

/// <summary>samples/restore: what it takes, what it refuses, and what it deletes.</summary>
public sealed class RestoreTests : IDisposable
{
    private readonly TestCluster _cluster;
    private readonly RestoreMachine _machine;

    public RestoreTests(TestCluster cluster)
    {
        (_cluster, _machine) = (cluster, new RestoreMachine(cluster));
        _machine.Anonymize();
    }

    public void Dispose() => _machine.Dispose();

    [Fact]
    public void The_newest_passed_artefact_is_restored()
    {
        _machine.GitHub.Add(new(1, "anonymized", [1]));
        _machine.GitHub.Add(new(9, "anonymized", [1]) { Run = 9, Conclusion = "failure" });
        _machine.GitHub.Add(new(8, "anonymized", [1]) { Expired = true });
        _machine.GitHub.Add(new(7, "anonymized", [1]) { Branch = "feature" });
        _machine.GitHub.Add(new(6, "anonymized", [1]) { HeadRepository = 8 });
        _machine.GitHub.Add(new(5, "else", [1]));
        _machine.GitHub.Add(new(4, "anonymized", _machine.Zip("anon.dump")) { Run = 4 });
        _machine.GitHub.Add(new(3, "anonymized-report", _machine.Zip("anon.dump.report.json")) { Run = 4 });

        Assert.Contains("restored into", _machine.Restore(0), StringComparison.Ordinal);
        _machine.AssertRestored();
        Assert.Equal($"ci-anon: keep until {_machine.Report()["retention"]!["until"]}",
            _cluster.Query("postgres", $"SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '{_machine.Database}'"));
        Assert.Empty(_machine.GitHub.Offences);
    }

    [Fact]
    public void A_dump_that_the_report_does_not_vouch_for_is_refused()
    {
        File.AppendAllText(_machine.In("anon.dump"), "x");
        AddArtifact();
        _machine.AssertRefused("SHA-256 differs");
    }

    [Theory]
    [InlineData("status", "failed", "didn't pass")]
    [InlineData("retention.until", "2020-01-01", "was over on 2020-01-01", Traits = ["When", "nightly"])]
    [InlineData("retention.until", "soon", "isn't a date", Traits = ["When", "nightly"])]
    [InlineData("output.name", "../anon.dump", "isn't the name of a file", Traits = ["When", "nightly"])]
    [InlineData("output.sha256", "", "no SHA-256", Traits = ["When", "nightly"])]
    public void A_report_that_does_not_allow_it_is_refused(string field, string value, string message)
    {
        var report = _machine.Report();
        var path = field.Split('.');
        (path.Length == 1 ? report : report[path[0]]!)[path[^1]] = value;
        File.WriteAllText(_machine.In("anon.dump.report.json"), report.ToJsonString());
        AddArtifact();
        _machine.AssertRefused(message);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_database_is_replaced_only_when_told_to()
    {
        AddArtifact();
        _machine.Restore(0);
        _cluster.Execute(_machine.Database, "CREATE TABLE mine ()");
        Assert.Contains("--replace", _machine.Restore(1), StringComparison.Ordinal);
        Assert.Equal("0", _cluster.Query(_machine.Database, "SELECT count(*) FROM mine"));
        _machine.Restore(0, "--replace");
        Assert.Equal("500|f", _cluster.Query(_machine.Database, "SELECT (SELECT count(*) FROM people), to_regclass('mine') IS NOT NULL"));
        Assert.Equal("0", _cluster.Query("postgres", "SELECT count(*) FROM pg_database WHERE datname LIKE 'ci_anon_%'"));
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_database_of_somebody_else_is_never_replaced()
    {
        AddArtifact();
        _cluster.Execute("postgres", $"CREATE DATABASE {_machine.Database}");
        Assert.Contains("wasn't made by this script", _machine.Restore(1, "--replace"), StringComparison.Ordinal);
        _cluster.Execute("postgres", $"COMMENT ON DATABASE {_machine.Database} IS 'production'");
        Assert.Contains("wasn't made by this script", _machine.Restore(1, "--replace"), StringComparison.Ordinal);
        Assert.True(_machine.Exists(_machine.Database));
    }

    [Fact]
    [Trait("When", "nightly")]
    public void What_is_over_is_deleted_and_nothing_else()
    {
        AddArtifact();
        _machine.Restore(0);
        var mine = _cluster.CreateDatabase();
        _machine.Run(0, "--expire");
        Assert.True(_machine.Exists(_machine.Database));
        Assert.Single(_machine.Downloads());

        _cluster.Execute("postgres", $"COMMENT ON DATABASE {_machine.Database} IS 'ci-anon: keep until 2020-01-01'");
        Directory.Move(_machine.Downloads().Single(), Path.Combine(_machine.Cache, "2020-01-01.org.shop.2"));
        _machine.Run(0, "--expire");
        Assert.False(_machine.Exists(_machine.Database));
        Assert.True(_machine.Exists(mine));
        Assert.Empty(_machine.Downloads());
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_folder_or_a_zip_of_another_system_will_do()
    {
        File.WriteAllBytes(_machine.In("artifact.zip"), _machine.Zip("anon.dump", "anon.dump.report.json"));
        _machine.Run(0, "--from", _machine.In("artifact.zip"), "--database", _machine.Database);
        _machine.AssertRestored();
        _machine.Run(0, "--from", _machine.In("."), "--database", _machine.Database, "--replace");
        _machine.AssertRestored();
        Assert.Empty(_machine.Downloads());
    }

    [Theory]
    [InlineData("custom")]
    [InlineData("directory", Traits = ["When", "nightly"])]
    public void A_dump_with_its_report_beside_it_will_do(string format)
    {
        if (format == "directory")
        {
            File.Delete(_machine.In("anon.dump"));
            _machine.Anonymize("--format", format);
        }
        var dump = Path.Combine(Directory.CreateDirectory(_machine.In("mine")).FullName, "shop.dump");
        Directory.Move(_machine.In("anon.dump"), dump);
        string[] arguments = ["--from", dump, "--database", _machine.Database];
        Assert.Contains("no report lies beside", _machine.Run(1, arguments), StringComparison.Ordinal);

        var report = File.ReadAllText(_machine.In("anon.dump.report.json"));
        File.WriteAllText(dump + ".report.json", report.Replace("\n  \"status\": \"passed\"", "\n  \"status\": \"running\"", StringComparison.Ordinal));
        Assert.Contains("it says running", _machine.Run(1, arguments), StringComparison.Ordinal);
        File.WriteAllText(dump + ".report.json", report);
        _machine.Run(0, arguments);
        _machine.AssertRestored();

        File.AppendAllText(format == "directory" ? Path.Combine(dump, "toc.dat") : dump, "x");
        Assert.Contains("SHA-256 differs", _machine.Run(1, [.. arguments, "--replace"]), StringComparison.Ordinal);
        Assert.Empty(_machine.Downloads());
        Assert.True(Path.Exists(dump));
    }

    [Fact]
    public void Shellcheck_has_nothing_to_say() => TestProcess.Run("shellcheck", [GeneratedFile.FullPath("samples/restore/restore")]);

    private void AddArtifact() => _machine.GitHub.Add(new(2, "anonymized", _machine.Zip("anon.dump", "anon.dump.report.json")));
}
