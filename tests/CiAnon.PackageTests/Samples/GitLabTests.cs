using CiAnon.PackageTests.Packages;
using CiAnon.PostgresTests;
using CiAnon.Tests.Reporting;
using CiAnon.Tests.Snapshots;

namespace CiAnon.PackageTests.Samples;

/// <summary>samples/gitlab, read by gitlab-ci-local: it carries GitLab's schema and evaluates rules.</summary>
public sealed class GitLabTests : IDisposable
{
    private const string Pipeline = ".gitlab-ci.yml";

    // 4.75.1 does not start on Node.js 20.
    private static readonly string Judge = Path.Combine(NpmPackage.Modules("gitlab-ci-local", "4.61.0"), ".bin", "gitlab-ci-local");

    private readonly string _folder = Directory.CreateTempSubdirectory("ci-anon-gitlab-").FullName;
    private readonly string _sample = GeneratedFile.Read(Path.Combine("samples/gitlab", Pipeline));

    public GitLabTests()
    {
        TestProcess.Run("git", ["init", "-q", "-b", "main", _folder]);
        TestProcess.Run("git", ["-C", _folder, "remote", "add", "origin", "git@gitlab.example:org/shop.git"]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_sample_is_valid()
    {
        var listed = List(0, _sample);
        Assert.Contains("json schema validated", listed, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^anonymize\s+test\s+on_success", listed);
    }

    [Theory]
    [InlineData("when: always", "when: sometimes")]
    [InlineData("access: developer", "access: everyone")]
    public void The_judge_refuses_what_GitLab_would(string valid, string invalid)
    {
        Assert.Contains(valid, _sample, StringComparison.Ordinal);
        List(1, _sample.Replace(valid, invalid, StringComparison.Ordinal));
    }

    [Fact]
    public void Reports_are_the_files_that_the_command_writes()
    {
        var documented = GeneratedFile.Read("docs/hosts.md").Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim()).ToList();
        Assert.Equal(3, documented.Count);
        Assert.All(documented, line => Assert.Contains("      " + line, _sample, StringComparison.Ordinal));
    }

    private string List(int exit, string text)
    {
        File.WriteAllText(Path.Combine(_folder, Pipeline), text);
        using var command = Command.Start(Judge, ["--variable", "CI_PIPELINE_SOURCE=schedule", "--list"], _folder);
        Assert.True(command.Finish() == exit, command.Printed);
        return command.Printed;
    }
}
