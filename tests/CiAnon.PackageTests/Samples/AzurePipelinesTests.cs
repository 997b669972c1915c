using System.Text.RegularExpressions;
using CiAnon.PackageTests.Workflows;
using CiAnon.PostgresTests;
using YamlDotNet.RepresentationModel;

namespace CiAnon.PackageTests.Samples;

/// <summary>samples/azure-pipelines: their structure, and their scripts as shellcheck sees them.</summary>
public sealed class AzurePipelinesTests
{
    public static TheoryData<string> Samples => ["weekly.yml", "msbuild.yml"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void It_runs_every_week_and_by_nothing_else(string sample)
    {
        var pipeline = Read(sample);
        Assert.Equal(("none", "none"), (Text(pipeline["trigger"]), Text(pipeline["pr"])));
        var schedule = Assert.Single((YamlSequenceNode)pipeline["schedules"]);
        Assert.Equal("true", Text(schedule["always"]));
        Assert.Matches(@"^\d+ \d+ \* \* [0-6]$", Text(schedule["cron"]));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_dump_is_published_only_on_success(string sample)
    {
        var publish = Steps(sample).Where(step => step.Children.ContainsKey("publish")).ToDictionary(step => Text(step["artifact"]), step => Text(step["condition"]));
        Assert.Contains("succeeded()", publish["anonymized"], StringComparison.Ordinal);
        Assert.Contains(publish, other => other.Key != "anonymized" && other.Value.Contains("always()", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Scripts_get_variables_by_their_environment_only(string sample)
    {
        foreach (var step in Steps(sample).Where(step => step.Children.ContainsKey("bash")))
        {
            // A macro in a script would be put there as text: into the log, and as code.
            Assert.DoesNotMatch(new Regex(@"\$\([A-Za-z]"), Text(step["bash"]));
            Assert.Contains("CIANON_KEY", ((YamlMappingNode)step["env"]).Children.Keys.Select(Text));
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Shellcheck_has_nothing_to_say(string sample)
    {
        // The macro of a variable that isn't set is looked for as it stands.
        foreach (var step in Steps(sample).Where(step => step.Children.ContainsKey("bash")))
            TestProcess.Run("shellcheck", ["--shell=bash", "--exclude=SC2016", "-"], Text(step["bash"]));
    }

    private static YamlMappingNode Read(string sample) => WorkflowFile.Read("samples/azure-pipelines/" + sample).Root;

    private static List<YamlMappingNode> Steps(string sample) => ((YamlSequenceNode)((YamlSequenceNode)Read(sample)["jobs"]).Single()["steps"]).Cast<YamlMappingNode>().ToList();

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}
