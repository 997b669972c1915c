using CiAnon.PackageTests.Image;
using CiAnon.PackageTests.Packages;
using CiAnon.PackageTests.Workflows;
using CiAnon.PostgresTests;
using CiAnon.Tests.Publishing.GitHub;
using YamlDotNet.RepresentationModel;

namespace CiAnon.PackageTests.Action;

/// <summary>samples/github/weekly.yml as a team would copy it: judged like our own workflows, and its steps run in order.</summary>
public sealed class WeeklySampleTests : IDisposable
{
    private const string Sample = "samples/github/weekly.yml";

    private readonly RunnerMachine _runner;
    private readonly FakeGitHub _github = new();
    private readonly TestCluster _cluster;

    public WeeklySampleTests(ContainerImage image, TestCluster cluster)
    {
        (_runner, _cluster) = (new RunnerMachine(image), cluster);
        _github.PublicAddress = $"http://127.0.0.1:{_github.Port}";
        _runner.Environment["GITHUB_API_URL"] = _github.PublicAddress;
        _runner.Environment["GITHUB_REPOSITORY"] = "acme/shop";
        File.WriteAllText(_runner.Event, """{"schedule":"17 3 * * 1"}""");
        File.WriteAllText(_runner.In("ci-anon.yml"), PeopleDump.Policy);
    }

    public void Dispose()
    {
        _github.Dispose();
        _runner.Dispose();
    }

    [Fact]
    public void It_passes_the_judges()
    {
        var workflow = WorkflowFile.Read(Sample);
        Assert.Empty(WorkflowJudges.ActionLint(Sample, workflow.Text));
        Assert.Empty(WorkflowJudges.Schema(Sample, workflow.Text));
        Assert.All(workflow.Of("run"), script => Assert.Empty(WorkflowJudges.ShellCheck(script)));
        Assert.Empty((YamlMappingNode)workflow.Root["permissions"]);
    }

    [Fact]
    public void Its_steps_make_an_anonymized_dump_of_an_encrypted_one()
    {
        for (var week = 1; week <= 4; week++) _github.AddArtifact("anonymized-dump", run: week, daysAgo: week);
        var secrets = Secrets();
        ActionRun? run = null;
        string Look(string name) => name.StartsWith("secrets.", StringComparison.Ordinal) ? secrets[name[8..]] : run!.Outputs[name["steps.anonymize.outputs.".Length..]];
        string Fill(YamlNode text) => Expression.Fill(((YamlScalarNode)text).Value!, Look, _ => throw new NotSupportedException());
        Dictionary<string, string> Texts(YamlMappingNode step, string key) => !step.Children.TryGetValue(key, out var map) ? []
            : ((YamlMappingNode)map).ToDictionary(pair => pair.Key.ToString(), pair => Fill(pair.Value));

        var log = "";
        foreach (var step in WorkflowFile.Read(Sample).Steps)
        {
            var environment = Texts(step, "env");
            if (step.Children.TryGetValue("run", out var script))
            {
                using var command = Command.Start("bash", ["-e", _runner.NewFile(script.ToString())], _runner.Workspace, new(_runner.Environment.Concat(environment)));
                Assert.True(command.Finish() == 0, command.Printed);
                log += command.Printed;
            }
            else if (step["uses"].ToString() == "org/ci-anon@v1")
            {
                foreach (var (name, value) in environment) _runner.Environment[name] = value;
                run = ActionRun.Of(_runner, new Dictionary<string, string>(Texts(step, "with")) { ["image"] = ContainerImage.Name, ["github-token"] = FakeGitHub.Token });
                Assert.True(run.Passed, run.Log);
            }
            else
            {
                Assert.StartsWith("actions/checkout@", step["uses"].ToString());
            }
        }
        Assert.Equal(2, run!.Uploads.Count);
        Assert.Contains($"500 rows, SHA-256 {run.Outputs["sha256"]}", log, StringComparison.Ordinal);
        Assert.Equal(4, _github.Artifacts.Count);
        Assert.DoesNotContain("canary", run.Log + log, StringComparison.Ordinal);
    }

    private Dictionary<string, string> Secrets()
    {
        var (dump, encrypted, identity) = (_runner.NewFile(), _runner.NewFile(), _runner.NewFile());
        File.Delete(identity);
        TestProcess.Run("age-keygen", ["-o", identity]);
        PeopleDump.Write(_cluster, dump);
        TestProcess.Run("age", ["--encrypt", "--identity", identity, "--output", encrypted, dump]);
        return new()
        {
            ["DUMP_URL"] = $"file://{encrypted}",
            ["AGE_IDENTITY"] = File.ReadAllText(identity),
            ["CIANON_KEY"] = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=",
        };
    }
}
