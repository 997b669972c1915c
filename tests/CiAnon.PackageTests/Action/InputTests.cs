using CiAnon.PackageTests.Image;
using CiAnon.Tests.Hosts;

namespace CiAnon.PackageTests.Action;

/// <summary>What the action refuses before anything is run or read: no container starts.</summary>
public sealed class InputTests(ContainerImage image) : IDisposable
{
    private readonly RunnerMachine _runner = new(image);

    public void Dispose() => _runner.Dispose();

    [Theory]
    [InlineData("CIANON0011", "dump", "")]
    [InlineData("CIANON0011", "source-command", "cat x")]
    [InlineData("CIANON0012", "dump", "../other/prod.dump")]
    [InlineData("CIANON0012", "dump", "/etc/passwd")]
    [InlineData("CIANON0012", "policy", "link/policy.yml")]
    [InlineData("CIANON0012", "report", "/tmp/report.json")]
    [InlineData("CIANON0012", "encrypt-to", "/etc/passwd")]
    [InlineData("CIANON0012", "encrypt-to", "link/passwd")]
    [InlineData("CIANON0010", "dump", "a\nb")]
    [InlineData("CIANON0010", "output", "*.dump")]
    [InlineData("CIANON0010", "output", "-x.dump")]
    [InlineData("CIANON0010", "html", "!x.html")]
    [InlineData("CIANON0010", "upload", "yes")]
    [InlineData("CIANON0010", "annotations", "TRUE")]
    [InlineData("CIANON0010", "artifact-name", "a/b")]
    [InlineData("CIANON0010", "artifact-name", "a\n::add-mask::b")]
    [InlineData("CIANON0010", "prune", "0")]
    [InlineData("CIANON0010", "prune", "-1")]
    [InlineData("CIANON0010", "release-tag", "--evil")]
    [InlineData("CIANON0010", "image", "--privileged")]
    [InlineData("CIANON0010", "image", "a b")]
    [InlineData("CIANON0010", "postgres-version", "17")]
    [InlineData("CIANON0010", "environment", "GITHUB_TOKEN")]
    [InlineData("CIANON0010", "environment", "ACTIONS_ID_TOKEN_REQUEST_TOKEN")]
    [InlineData("CIANON0010", "environment", "A=value-canary")]
    [InlineData("CIANON0010", "key-env", "value-canary==")]
    [InlineData("CIANON0010", "work-dir", "/no/such/folder")]
    [InlineData("CIANON0010", "format", "a\nb")]
    [InlineData("CIANON0014", "key-env", "UNSET_KEY")]
    [InlineData("CIANON0014", "environment", "UNSET_VARIABLE")]
    [InlineData("CIANON0010", "environment", "container")]
    [InlineData("CIANON0010", "environment", "IMAGE")]
    [InlineData("CIANON0010", "encrypt-to", "")]
    [InlineData("CIANON0010", "encrypt-to", " \n")]
    [InlineData("CIANON0010", "output", "a,b.dump")]
    [InlineData("CIANON0010", "args", "--dry-run")]
    [InlineData("CIANON0010", "args", "--host=plain")]
    [InlineData("CIANON0015", "release-tag", "data")]
    [InlineData("CIANON0015", "retention-days", "31")]
    [InlineData("CIANON0015", "retention-days", "0")]
    [InlineData("CIANON0015", "retention-days", "")]
    [InlineData("CIANON0015", "retention-days", "7; touch pwned")]
    [InlineData("CIANON0015", "retention-days", "a[$(touch pwned)]")]
    public void An_input_that_can_not_be_used_is_told_and_nothing_runs(string code, string input, string value)
    {
        Directory.CreateSymbolicLink(_runner.In("link"), "/etc");
        var run = ActionRun.Of(_runner, Inputs((input, value)));
        var error = Assert.Single(GitHubLog.Commands(run.Log));
        Assert.Equal("error", error.Name);
        Assert.StartsWith($"{code}: ", error.Properties["title"]);
        Assert.Empty(_runner.DockerCalls);
        Assert.Empty(run.Uploads);
        Assert.Empty(Directory.GetDirectories(_runner.Temporary, "ci-anon-*"));
        Assert.Equal("failed", run.Outputs["status"]);
        Assert.DoesNotContain("canary", run.Log, StringComparison.Ordinal);
        Assert.Equal(["link"], Directory.GetFileSystemEntries(_runner.Workspace).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("html", "a/verdict", "junit", "b/verdict")]
    [InlineData("html", "anonymized.dump.report.json", "sarif", "x.sarif")]
    public void Files_that_one_artefact_can_not_hold_are_refused(string input, string value, string other, string otherValue)
    {
        Assert.Contains("CIANON0010", ActionRun.Of(_runner, Inputs((input, value), (other, otherValue))).Log, StringComparison.Ordinal);
        Assert.Empty(_runner.DockerCalls);
    }

    [Fact]
    public void A_key_that_is_there_but_empty_is_no_reason_for_another()
    {
        _runner.Environment["CIANON_KEY"] = "";
        Assert.Contains("CIANON0014", ActionRun.Of(_runner, Inputs()).Log, StringComparison.Ordinal);
        Assert.Empty(_runner.DockerCalls);
    }

    [Theory]
    [InlineData("RUNNER_OS", "Windows")]
    [InlineData("PATH", "")]
    public void A_runner_without_containers_is_told_so(string variable, string value)
    {
        if (variable == "PATH") value = ProgramsWithoutDocker();
        _runner.Environment[variable] = value;
        Assert.Contains("CIANON0013", ActionRun.Of(_runner, Inputs()).Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "pg18")]
    [InlineData("17", "pg17")]
    [InlineData("13", "pg13")]
    public void The_image_goes_by_the_version_of_PostgreSQL(string version, string tag) =>
        Assert.EndsWith(tag, ActionRun.Of(_runner, Inputs(("image", ""), ("postgres-version", version), ("policy", "x.yml"))).Result("Check the inputs").Outputs["image"].Split('@')[0]);

    [Fact]
    public void A_version_without_an_image_is_refused_with_those_that_have_one() =>
        Assert.Contains("13 14 15 16 17 18 are there", ActionRun.Of(_runner, Inputs(("image", ""), ("postgres-version", "9"))).Log, StringComparison.Ordinal);

    private static Dictionary<string, string> Inputs(params (string Name, string Value)[] inputs)
    {
        var all = new Dictionary<string, string> { ["dump"] = "prod.dump", ["image"] = ContainerImage.Name, ["upload"] = "false" };
        foreach (var (name, value) in inputs) all[name] = value;
        return all;
    }

    private string ProgramsWithoutDocker()
    {
        var folder = Directory.CreateDirectory(_runner.In("../programs")).FullName;
        foreach (var program in new[] { "bash", "env", "dirname" }) File.CreateSymbolicLink(Path.Combine(folder, program), $"/usr/bin/{program}");
        return folder;
    }
}
