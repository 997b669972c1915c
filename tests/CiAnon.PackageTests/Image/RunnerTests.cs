using CiAnon.PostgresTests;
using CiAnon.Tests.Hosts;
using CiAnon.Tests.Snapshots;

namespace CiAnon.PackageTests.Image;

/// <summary>The image as GitHub's runner runs it: as root, in somebody else's workspace; hardened, and without a network.</summary>
public sealed class RunnerTests(ContainerImage image, TestCluster cluster) : IDisposable
{
    private const string Key = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";

    private readonly RunnerFolder _runner = new();

    public void Dispose() => _runner.Dispose();

    [Theory]
    [InlineData("-Fc")]
    [InlineData("-Fd", Traits = ["When", "nightly"])]
    public void A_dump_becomes_an_anonymized_dump_that_belongs_to_the_runner(string format)
    {
        PeopleDump.Write(cluster, _runner.In("prod.dump"), format);
        using var run = Run(PeopleDump.Policy);
        Assert.True(run.Exit() == 0, run.Log);

        var sql = System.Text.Encoding.UTF8.GetString(cluster.Script(_runner.In("anon.dump")));
        Assert.Equal(500, sql.Split('\n').Count(line => line.Contains('@', StringComparison.Ordinal)));
        Assert.DoesNotContain(PeopleDump.Canary, sql + run.Log + _runner.Output + _runner.Summary + File.ReadAllText(_runner.In("anon.dump.report.json")), StringComparison.Ordinal);
        Assert.All(_runner.Owners(), entry => Assert.Equal((entry.Key, RunnerFolder.Owner), (entry.Key, entry.Value)));
        Assert.Empty(Directory.GetFileSystemEntries(_runner.Temporary));
    }

    [Fact]
    public void Later_steps_get_outputs_with_paths_that_are_theirs_and_a_summary()
    {
        PeopleDump.Write(cluster, _runner.In("prod.dump"));
        using var run = Run(PeopleDump.Policy);
        Assert.True(run.Exit() == 0, run.Log);

        var outputs = GitHubLog.Outputs(_runner.Output);
        Assert.Equal(("passed", "anon.dump", "anon.dump.report.json", "500", "1", "0"),
            (outputs["status"], outputs["dump"], outputs["report"], outputs["rows"], outputs["columns-anonymized"], outputs["findings"]));
        Assert.Equal(TestProcess.Run("sha256sum", [_runner.In("anon.dump")]).Text[..64], outputs["sha256"]);
        Assert.StartsWith("## ✅", _runner.Summary);
        Assert.Equal(["restore", "anonymize", "verify", "backup"], GitHubLog.Commands(run.Log).Where(command => command.Name == "group").Select(command => command.Data));
    }

    [Fact]
    public void A_policy_that_is_not_complete_is_annotated_on_its_file_and_publishes_nothing()
    {
        PeopleDump.Write(cluster, _runner.In("prod.dump"));
        using var run = Run("version: 1\ncolums: { email: email }\n");
        Assert.Equal(2, run.Exit());
        var error = Assert.Single(GitHubLog.Commands(run.Log), command => command.Name == "error");
        Assert.Equal(("ci-anon.yml", "2"), (error.Properties["file"], error.Properties["line"]));
        Assert.Equal("failed", GitHubLog.Outputs(_runner.Output)["status"]);
        Assert.Equal(["ci-anon.yml", "prod.dump"], _runner.Owners().Keys.Order());
    }

    [Fact]
    public void Secrets_are_masked_and_appear_nowhere_else()
    {
        PeopleDump.Write(cluster, _runner.In("prod.dump"));
        _runner.Environment["CIANON_KEY"] = Key;
        using var run = Run(PeopleDump.Policy);
        Assert.True(run.Exit() == 0, run.Log);
        Assert.Equal(Key, Assert.Single(GitHubLog.Commands(run.Log), command => command.Name == "add-mask").Data);
        var rest = string.Join('\n', run.Log.Split('\n').Where(line => !line.StartsWith("::add-mask::", StringComparison.Ordinal)));
        Assert.DoesNotMatch($"{Key[..20]}|runtime-token-canary", rest + _runner.Output + _runner.Summary + File.ReadAllText(_runner.In("anon.dump.report.json")));
    }

    [Theory]
    [InlineData("postgres", Traits = ["When", "nightly"])]
    [InlineData("4711:4711")]
    public void Any_other_user_needs_no_capability_at_all(string user)
    {
        PeopleDump.Write(cluster, _runner.In("prod.dump"));
        File.WriteAllText(_runner.In("ci-anon.yml"), PeopleDump.Policy);
        TestProcess.Run("chmod", ["-R", "a+rwX", _runner.Workspace]);
        using var run = image.Start([.. ContainerImage.Hardened(), "--user", user, "-v", $"{_runner.Workspace}:/work"], new Dictionary<string, string>(),
            ["anonymize", "prod.dump", "--output", "anon.dump"]);
        Assert.True(run.Exit() == 0, run.Log);
        Assert.True(File.Exists(_runner.In("anon.dump.report.json")));
    }

    [Fact]
    public void The_sample_needs_nothing_but_an_engine()
    {
        PeopleDump.Write(cluster, _runner.In("prod.dump"));
        File.WriteAllText(_runner.In("ci-anon.yml"), PeopleDump.Policy);
        _runner.HandToRunner();
        TestProcess.Run("env", [$"DOCKER={image.EnginePath}", $"IMAGE={ContainerImage.Name}", GeneratedFile.FullPath("samples/docker/anonymize"), "prod.dump", "anon.dump", "--jobs", "1"],
            workingDirectory: _runner.Workspace);
        Assert.Equal(RunnerFolder.Owner, _runner.Owners()["anon.dump"]);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void The_line_in_the_README_works_for_users_who_are_not_root()
    {
        PeopleDump.Write(cluster, _runner.In("prod.dump"));
        File.WriteAllText(_runner.In("ci-anon.yml"), PeopleDump.Policy);
        TestProcess.Run("chmod", ["-R", "a+rwX", _runner.Workspace]);
        var line = GeneratedFile.Read("README.md").Split('\n').Single(line => line.StartsWith("docker run ", StringComparison.Ordinal));
        var published = GeneratedFile.Read("action/images").Split('\n').Single(entry => entry.StartsWith("17 ", StringComparison.Ordinal))[3..].Split('@')[0];
        Assert.Contains($" {published} ", line, StringComparison.Ordinal);
        // The user is somebody else, and the published image the one that was just built.
        var programs = Path.Combine(_runner.Temporary, "bin");
        WriteProgram(Path.Combine(programs, "id"), "echo 4711");
        WriteProgram(Path.Combine(programs, "docker"), $"exec '{image.EnginePath}' \"${{@/%{published.Replace("/", "\\/")}/{ContainerImage.Name}}}\"");
        TestProcess.Run("env", [$"PATH={programs}:{Environment.GetEnvironmentVariable("PATH")}", "bash", "-c", line], workingDirectory: _runner.Workspace);
        Assert.Equal(("4711:4711", "4711:4711"), (_runner.Owners()["team.dump"], _runner.Owners()["team.dump.report.json"]));
    }

    public static IEnumerable<TheoryDataRow<string>> Capabilities =>
        ContainerImage.Capabilities.Select(name => name is "KILL" or "CHOWN" ? new(name) : new TheoryDataRow<string>(name).WithTrait("When", "nightly"));

    [Theory]
    [MemberData(nameof(Capabilities))]
    [Trait("When", "nightly")]
    public void Every_named_capability_is_needed_and_a_missing_one_is_told_at_once(string missing)
    {
        PeopleDump.Write(cluster, _runner.In("prod.dump"));
        using var run = Run(PeopleDump.Policy, [.. ContainerImage.Capabilities.Where(capability => capability != missing)]);
        Assert.Equal(4, run.Exit());
        Assert.Contains("error CIANON", run.Log, StringComparison.Ordinal);
        Assert.False(File.Exists(_runner.In("anon.dump")));
    }

    private static void WriteProgram(string path, string script)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"#!/bin/bash\n{script}\n");
        TestProcess.Run("chmod", ["+x", path]);
    }

    private ContainerRun Run(string policy, params IReadOnlyList<string> capabilities)
    {
        File.WriteAllText(_runner.In("ci-anon.yml"), policy);
        _runner.HandToRunner();
        return image.Start([.. ContainerImage.Hardened(capabilities.Count > 0 ? capabilities : ContainerImage.Capabilities), .. _runner.Mounts], _runner.Environment,
            ["anonymize", "prod.dump", "--output", "anon.dump"]);
    }
}
