using CiAnon.PackageTests.Image;
using CiAnon.PostgresTests;

namespace CiAnon.PackageTests.Action;

/// <summary>A dump that a command prints: nothing is published unless the command ended well, however much it had printed.</summary>
public sealed class SourceCommandTests(ContainerImage image, TestCluster cluster) : IDisposable
{
    private readonly RunnerMachine _runner = new(image);

    public void Dispose() => _runner.Dispose();

    [Fact]
    public void What_it_prints_is_anonymized_and_it_keeps_its_secrets_to_itself()
    {
        var run = Run("test \"$PRODUCTION_PASSWORD\" = password-canary; cat \"$DUMP\" | cat");
        Assert.True(run.Passed, run.Log);
        Assert.Equal(("passed", "500"), (run.Outputs["status"], run.Outputs["rows"]));
        Assert.Equal(2, run.Uploads.Count);
        Assert.DoesNotContain("canary", run.Log + string.Join('\n', _runner.DockerCalls.SelectMany(call => call)), StringComparison.Ordinal);
        // The command's text is gone, and of the dump there never was a file in clear.
        Assert.Empty(Directory.GetFiles(_runner.Temporary, "source-command", SearchOption.AllDirectories));
        Assert.DoesNotContain(Directory.GetFiles(_runner.Temporary, "*", SearchOption.AllDirectories), path => File.ReadAllText(path).Contains("canary", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cat \"$DUMP\"; exit 9", 9)]
    [InlineData("cat \"$DUMP\" | cat; false | true", 1, Traits = ["When", "nightly"])]
    [InlineData("head -c 2000 \"$DUMP\"; exit 22", 22, Traits = ["When", "nightly"])]
    [InlineData("exit 6", 6, Traits = ["When", "nightly"])]
    [InlineData("no-such-program | cat", 127, Traits = ["When", "nightly"])]
    public void A_command_that_fails_publishes_nothing_even_after_the_whole_dump(string command, int exit)
    {
        var run = Run(command);
        Assert.False(run.Passed);
        Assert.Contains($"{exit}", run.Log, StringComparison.Ordinal);
        Assert.Contains("::error title=CIANON3", run.Log, StringComparison.Ordinal);
        Assert.Empty(run.Uploads);
        Assert.Equal(("failed", ""), (run.Outputs["status"], run.Outputs["dump"]));
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_dump_that_breaks_off_publishes_nothing()
    {
        var run = Run("head -c 3000 \"$DUMP\"");
        Assert.False(run.Passed);
        Assert.Empty(run.Uploads);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void When_the_run_stops_first_its_reason_is_told_and_the_command_does_not_hang()
    {
        File.WriteAllText(_runner.In("ci-anon.yml"), "version: 2\n");
        var run = Run("cat \"$DUMP\"; yes", policy: null);
        Assert.False(run.Passed);
        Assert.Contains("file=ci-anon.yml,line=1", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void Cancelled_while_it_waits_it_ends_with_all_that_it_started()
    {
        File.WriteAllText(_runner.In("ci-anon.yml"), PeopleDump.Policy);
        var run = ActionRun.Of(_runner, Inputs("sleep 86399 & echo started >&2; wait"), (step, command) =>
        {
            if (step.Name != "Anonymize") return;
            command.WaitUntil(() => command.Printed.Contains("started", StringComparison.Ordinal));
            command.Signal("INT");
        });
        Assert.Equal("failure", run.Result("Anonymize").Outcome);
        Assert.NotEqual(0, TestProcess.Try("pgrep", ["-f", "^sleep 86399"]).ExitCode);
    }

    private ActionRun Run(string command, string? policy = PeopleDump.Policy)
    {
        // Outside the workspace: only the command can reach it.
        var dump = _runner.NewFile();
        PeopleDump.Write(cluster, dump);
        _runner.Environment["DUMP"] = dump;
        if (policy is not null) File.WriteAllText(_runner.In("ci-anon.yml"), policy);
        return ActionRun.Of(_runner, Inputs(command));
    }

    private static Dictionary<string, string> Inputs(string command) => new() { ["source-command"] = command, ["image"] = ContainerImage.Name, ["github-token"] = "" };
}
