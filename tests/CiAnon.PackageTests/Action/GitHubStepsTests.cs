using CiAnon.PackageTests.Image;
using CiAnon.PackageTests.Packages;
using CiAnon.PostgresTests;
using CiAnon.Tests.Publishing.GitHub;

namespace CiAnon.PackageTests.Action;

/// <summary>The steps that call GitHub's API, against a server that keeps what it is told.</summary>
public sealed class GitHubStepsTests : IDisposable
{
    private readonly RunnerMachine _runner;
    private readonly FakeGitHub _github = new();
    private readonly TestCluster _cluster;

    public GitHubStepsTests(ContainerImage image, TestCluster cluster)
    {
        (_runner, _cluster) = (new RunnerMachine(image), cluster);
        _github.PublicAddress = $"http://127.0.0.1:{_github.Port}";
        _runner.Environment["GITHUB_API_URL"] = _github.PublicAddress;
        _runner.Environment["GITHUB_REPOSITORY"] = "acme/shop";
        File.WriteAllText(_runner.Event, """{"schedule":"0 3 * * 1"}""");
        PeopleDump.Write(cluster, _runner.In("prod.dump"));
        File.WriteAllText(_runner.In("ci-anon.yml"), PeopleDump.Policy);
    }

    public void Dispose()
    {
        _github.Dispose();
        _runner.Dispose();
    }

    [Fact]
    public void A_run_that_passes_is_shown_released_and_older_ones_go()
    {
        for (var week = 1; week <= 3; week++) _github.AddArtifact("anonymized-dump", run: week, daysAgo: week);
        _github.AddArtifact("something-else", run: 1, daysAgo: 20);
        var run = Run(new() { ["check-run"] = "true", ["release-tag"] = "data", ["prune"] = "2" });
        Assert.True(run.Passed, run.Log);

        Assert.Equal("success", (string?)Assert.Single(_github.CheckRuns, check => check.ContainsKey("conclusion"))["conclusion"]);
        Assert.Equal("data", (string?)Assert.Single(_github.Releases)["tag_name"]);
        Assert.Equal(["anonymized.dump", "anonymized.dump.report.json"], _github.Assets.Select(asset => (string)asset.Asset["name"]!).Order());
        Assert.Equal(File.ReadAllBytes(run.Outputs["dump"]), _github.Assets.Single(asset => (string)asset.Asset["name"]! == "anonymized.dump").Content);
        Assert.Equal([1, 2, 1], _github.Artifacts.Select(artifact => (long)artifact["workflow_run"]!["id"]!));
        Assert.DoesNotContain(FakeGitHub.Token, run.Log + run.Summary + string.Join('\n', _runner.DockerCalls.SelectMany(call => call)), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void Of_an_encrypted_dump_the_encrypted_file_is_released()
    {
        var key = AgeKey.Make(Path.Combine(_runner.Temporary, "key"));
        var run = Run(new() { ["encrypt-to"] = key.Recipient, ["release-tag"] = "data", ["prune"] = "1" });
        Assert.True(run.Passed, run.Log);
        var assets = _github.Assets.ToDictionary(asset => (string)asset.Asset["name"]!, asset => asset.Content);
        Assert.Equal(["anonymized.dump.age", "anonymized.dump.report.json"], assets.Keys.Order());
        Assert.Equal(run.Uploads[1].Files["anonymized.dump.age"], assets["anonymized.dump.age"]);
        Assert.DoesNotContain(assets.Values, EncryptedArtefact.IsClear);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_run_that_fails_is_shown_and_nothing_else_happens()
    {
        // The same value stays in a column that is kept: an original survives.
        PeopleDump.Write(_cluster, _runner.In("prod.dump"), script: "ALTER TABLE people ADD copy text; UPDATE people SET copy = email");
        File.WriteAllText(_runner.In("ci-anon.yml"), "version: 1\ncolumns: { email: email, copy: keep }\n");
        _github.AddArtifact("anonymized-dump", run: 1, daysAgo: 20);
        var run = Run(new() { ["check-run"] = "true", ["release-tag"] = "data", ["prune"] = "1" });
        Assert.False(run.Passed);
        var check = Assert.Single(_github.CheckRuns, check => check.ContainsKey("conclusion"));
        Assert.Equal(("failure", _runner.Environment["GITHUB_SHA"]), ((string?)check["conclusion"], (string?)check["head_sha"]));
        Assert.Contains("Failed: nothing was published", (string)check["output"]!["title"]!, StringComparison.Ordinal);
        Assert.DoesNotContain(PeopleDump.Canary, check.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(_github.Releases);
        Assert.Single(_github.Artifacts);
        Assert.DoesNotContain(run.Uploads, upload => upload.Name == "anonymized-dump");
    }

    [Fact]
    [Trait("When", "nightly")]
    public void What_the_API_says_of_the_repository_counts()
    {
        _github.Visibility = "public";
        var run = Run([]);
        Assert.Equal("skipped", run.Result("Anonymize").Outcome);
        Assert.Contains("CIANON6008", run.Log, StringComparison.Ordinal);
        Assert.Empty(run.Uploads);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_release_in_a_public_repository_is_refused_without_an_upload_too()
    {
        _github.Visibility = "public";
        var run = Run(new() { ["upload"] = "false", ["release-tag"] = "data", ["prune"] = "1" });
        Assert.Equal("skipped", run.Result("Anonymize").Outcome);
        Assert.Contains("CIANON6008", run.Log, StringComparison.Ordinal);
        Assert.Empty(_github.Releases);
    }

    private ActionRun Run(Dictionary<string, string> inputs) => ActionRun.Of(_runner, new Dictionary<string, string>(inputs)
    {
        ["dump"] = "prod.dump",
        ["image"] = ContainerImage.Name,
        ["github-token"] = FakeGitHub.Token,
    });
}
