using CiAnon.PackageTests.Workflows;
using CiAnon.Tests.Snapshots;
using YamlDotNet.RepresentationModel;

namespace CiAnon.PackageTests.Samples;

/// <summary>samples/gitlab as GitLab would read it.</summary>
public sealed class GitLabTests : IDisposable
{
    private readonly GitLabProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void The_sample_is_valid()
    {
        var listed = _project.List(0, GitLabProject.Sample);
        Assert.Contains("json schema validated", listed, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^fetch\s+test\s+on_success", listed);
        Assert.Matches(@"(?m)^anonymize\s+test\s+on_success\s+false\s+\[fetch\]", listed);
    }

    [Theory]
    [InlineData("when: always", "when: sometimes")]
    [InlineData("access: developer", "access: everyone")]
    [InlineData("needs: [fetch]", "needs: [fetched]")]
    [Trait("When", "nightly")]
    public void The_judge_refuses_what_GitLab_would(string valid, string invalid)
    {
        Assert.Contains(valid, GitLabProject.Sample, StringComparison.Ordinal);
        _project.List(1, GitLabProject.Sample.Replace(valid, invalid, StringComparison.Ordinal));
    }

    [Fact]
    public void Reports_are_the_files_that_the_command_writes()
    {
        var documented = GeneratedFile.Read("docs/hosts.md").Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim()).ToList();
        Assert.Equal(3, documented.Count);
        Assert.All(documented, line => Assert.Contains("      " + line, GitLabProject.Sample, StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_may_download_what_the_jobs_only_pass_on()
    {
        var artifacts = Job("fetch")["artifacts"];
        Assert.Equal(("none", "1 hour"), (artifacts["access"].ToString(), artifacts["expire_in"].ToString()));
    }

    [Theory]
    [InlineData("fetch")]
    [InlineData("anonymize")]
    public void Shellcheck_has_nothing_to_say(string job) =>
        Assert.All((YamlSequenceNode)Job(job)["script"], script => Assert.Empty(WorkflowJudges.ShellCheck(script.ToString())));

    private static YamlNode Job(string name) => WorkflowFile.Read("samples/gitlab/.gitlab-ci.yml").Root[name];
}
