using System.Text.RegularExpressions;
using CiAnon.Tests.Snapshots;
using YamlDotNet.RepresentationModel;

namespace CiAnon.PackageTests.Workflows;

/// <summary>The repository's own workflows: judged by others, and held to what supply-chain rules ask.</summary>
public sealed partial class WorkflowTests
{
    private const string Folder = ".github/workflows";

    public static TheoryData<string> Workflows() =>
        [.. Directory.GetFiles(GeneratedFile.FullPath(Folder), "*.yml").Select(file => $"{Folder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_workflows_for_changes_nights_the_action_releases_and_the_supply_chain() =>
        Assert.Equal(["ci.yml", "codeql.yml", "nightly.yml", "release.yml", "scorecard.yml", "self-test.yml"], Workflows().Select(row => Path.GetFileName(row.Data)));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Workflows_pass_the_linter_and_the_schema(string path)
    {
        var workflow = WorkflowFile.Read(path);
        Assert.Empty(WorkflowJudges.ActionLint(path, workflow.Text));
        Assert.Empty(WorkflowJudges.Schema(path, workflow.Text));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Their_scripts_pass_shellcheck_and_hold_no_expression(string path)
    {
        foreach (var script in WorkflowFile.Read(path).Of("run"))
        {
            Assert.DoesNotContain("${{", script, StringComparison.Ordinal);
            Assert.Empty(WorkflowJudges.ShellCheck(script));
        }
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Actions_are_pinned_by_commit_with_their_version_beside_it(string path)
    {
        var uses = UsesLine().Matches(WorkflowFile.Read(path).Text).Select(match => match.Groups["action"].Value).Where(use => use != "./").ToList();
        Assert.NotEmpty(uses);
        Assert.All(uses, use => Assert.Matches("^[A-Za-z-]+/[a-z-]+(/[a-z-]+)?@[0-9a-f]{40} # v[0-9]+\\.[0-9]+\\.[0-9]+$", use));
    }

    [Fact]
    public void An_action_has_one_commit_in_all_workflows()
    {
        var commits = Workflows().SelectMany(row => UsesLine().Matches(WorkflowFile.Read(row.Data).Text)).Select(match => match.Groups["action"].Value).Where(use => use != "./").Distinct();
        Assert.All(commits.GroupBy(use => use[..use.IndexOf('@')]), group => Assert.Single(group));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Nothing_is_permitted_that_a_job_does_not_ask_for(string path)
    {
        var workflow = WorkflowFile.Read(path);
        Assert.Empty((YamlMappingNode)workflow.Root["permissions"]);
        Assert.All(workflow.Jobs, job => Assert.True(job.Children.ContainsKey("permissions") && job.Children.ContainsKey("timeout-minutes")));
        var checkouts = workflow.Steps.Where(step => step.Children.TryGetValue("uses", out var use) && use.ToString().StartsWith("actions/checkout@", StringComparison.Ordinal));
        // Only the job that pushes the release's tag keeps its token.
        Assert.All(checkouts, step => Assert.Equal(IsTagging(workflow, step) ? "true" : "false", step["with"]["persist-credentials"].ToString()));
    }

    [Fact]
    public void The_judges_find_what_is_wrong()
    {
        const string broken = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.nope }}\n";
        Assert.Contains("\"nope\" is not defined", Assert.Single(WorkflowJudges.ActionLint("broken.yml", broken)), StringComparison.Ordinal);
        Assert.NotEmpty(WorkflowJudges.Schema("broken.yml", broken.Replace("steps:", "stepps:", StringComparison.Ordinal)));
        Assert.Contains("SC2086", Assert.Single(WorkflowJudges.ShellCheck("a=$1\nls $a\n")), StringComparison.Ordinal);
    }

    private static bool IsTagging(WorkflowFile workflow, YamlMappingNode step) =>
        workflow.Root["jobs"] is YamlMappingNode jobs && jobs.Children.TryGetValue("tag", out var job) && ((YamlSequenceNode)job["steps"]).Contains(step);

    [GeneratedRegex(@"^\s*(- )?uses: (?<action>.+)$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UsesLine();
}
