using System.Text.Json;
using CiAnon.PackageTests.Image;
using CiAnon.PostgresTests;
using CiAnon.Tests.Hosts;

namespace CiAnon.PackageTests.Action;

/// <summary>What is refused, fails or is cancelled, and what of it may be seen.</summary>
public sealed partial class ActionRunTests
{
    [Fact]
    public void A_policy_that_is_not_complete_is_annotated_and_nothing_is_uploaded_but_what_there_is_of_a_report()
    {
        var run = Anonymize(policy: "version: 1\ncolums: { email: email }\n");
        Assert.False(run.Passed);
        var error = Assert.Single(GitHubLog.Commands(run.Log), command => command.Name == "error");
        Assert.Equal(("ci-anon.yml", "2"), (error.Properties["file"], error.Properties["line"]));
        Assert.Empty(run.Uploads);
        Assert.Equal(("failed", ""), (run.Outputs["status"], run.Outputs["dump"]));
    }

    [Fact]
    public void A_failed_check_uploads_the_report_and_no_dump()
    {
        // The same value stays in a column that is kept: an original survives.
        var run = Anonymize(policy: "version: 1\ncolumns: { email: email, copy: keep }\n", script: "ALTER TABLE people ADD copy text; UPDATE people SET copy = email");
        Assert.False(run.Passed);
        var upload = Assert.Single(run.Uploads);
        Assert.Equal("anonymized-dump-report", upload.Name);
        Assert.Equal("failed", Report(run).GetProperty("status").GetString());
        Assert.Equal(("failed", "", ""), (run.Outputs["status"], run.Outputs["dump"], run.Outputs["artifact-id"]));
        AssertNothingLeaks(run);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_warning_fails_the_run_when_it_should()
    {
        const string policy = "version: 1\nunlisted: keep\ncolumns: { email: email }\n";
        const string script = "ALTER TABLE people ADD nickname text";
        Assert.True(Anonymize(policy: policy, script: script).Passed);
        var run = Anonymize(new() { ["fail-on"] = "warning" }, policy, script);
        Assert.False(run.Passed);
        Assert.Contains("CIANON5010", run.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Uploads, upload => upload.Name == "anonymized-dump");
    }

    [Theory]
    [InlineData("""{"repository":{"full_name":"org/shop","private":false,"visibility":"public"}}""", Traits = ["When", "nightly"])]
    [InlineData("""{"schedule":"0 3 * * 1"}""", Traits = ["When", "nightly"])]
    [InlineData("nonsense")]
    public void Where_everybody_could_download_it_or_nobody_knows_no_row_is_read(string payload)
    {
        File.WriteAllText(_runner.Event, payload);
        var run = Anonymize();
        Assert.False(run.Passed);
        Assert.Equal("skipped", run.Result("Anonymize").Outcome);
        Assert.Empty(run.Uploads);
        Assert.DoesNotContain(_runner.DockerCalls, call => call.Contains("anonymize"));
        Assert.Equal("failed", run.Outputs["status"]);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_public_repository_may_have_it_when_somebody_says_so()
    {
        File.WriteAllText(_runner.Event, """{"repository":{"full_name":"org/shop","private":false,"visibility":"public"}}""");
        var run = Anonymize(new() { ["allow-public"] = "true" });
        Assert.True(run.Passed, run.Log);
        Assert.Equal(2, run.Uploads.Count);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM", Traits = ["When", "nightly"])]
    public void A_run_that_is_cancelled_leaves_no_container_and_no_dump(string signal)
    {
        PeopleDump.WriteSlow(cluster, _runner.In("prod.dump"));
        File.WriteAllText(_runner.In("ci-anon.yml"), PeopleDump.Policy);
        var run = ActionRun.Of(_runner, Inputs(new() { ["output"] = "team.dump" }), (step, command) =>
        {
            if (step.Name != "Anonymize") return;
            command.WaitUntil(() => command.Printed.Contains("anonymize  1 table,", StringComparison.Ordinal));
            command.Signal(signal);
        });
        Assert.Equal("failure", run.Result("Anonymize").Outcome);
        Assert.Empty(run.Uploads);
        Assert.Equal(["ci-anon.yml", "prod.dump"], Directory.GetFileSystemEntries(_runner.Workspace).Select(Path.GetFileName).Order());
        var name = After(Assert.Single(_runner.DockerCalls, call => call.Contains("anonymize")), "--name").Single();
        Assert.Equal("", image.Engine("ps", "--all", "--quiet", "--filter", $"name={name}"));
        AssertNothingLeaks(run);
    }

    [Fact]
    public void An_image_that_is_not_there_is_told_as_such()
    {
        var run = Anonymize(new() { ["image"] = "localhost/no-such-image:1", ["upload"] = "false" });
        Assert.False(run.Passed);
        Assert.Contains("::error title=CIANON0013%3A", run.Log, StringComparison.Ordinal);
        Assert.Contains("localhost/no-such-image:1", run.Log, StringComparison.Ordinal);
    }
}
