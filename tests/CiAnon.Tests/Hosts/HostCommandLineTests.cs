using CiAnon.Cli;
using CiAnon.Diagnostics;
using CiAnon.Hosts;
using CiAnon.Tests.Cli;

namespace CiAnon.Tests.Hosts;

/// <summary>The command as a host sees it, with names on its command line that somebody made up to take over the log.</summary>
public sealed class HostCommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ci-anon-hosts-").FullName;
    private readonly int _seed = Environment.TickCount;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void No_argument_becomes_a_command_on_any_host()
    {
        var random = new Random(_seed);
        for (var run = 0; run < 300; run++)
        {
            var name = NastyTexts.Next(random).Replace("\0", "");
            string[] arguments = random.Next(3) switch
            {
                0 => ["plan", "x-" + name, "--policy", "p-" + name],
                1 => ["x" + name, "--unknown-" + name],
                _ => ["anonymize", "x", "--progress", "w" + name],
            };
            Assert.All(Run("github", arguments, GitHubLog.Commands), command => Assert.Equal(("error", true), (command.Name, command.Properties["title"].StartsWith("CIANON", StringComparison.Ordinal))));
            Assert.All(Run("azure", arguments, AzureLog.Commands), command => Assert.Equal("task.logissue", command.Name));
            Assert.Empty(GitLabLog.Sections(Stderr("gitlab", arguments)));
            Assert.Empty(GitHubLog.Commands(Stderr("plain", arguments)));
            Assert.Empty(AzureLog.Commands(Stderr("plain", arguments)));
        }
    }

    [Fact]
    public void A_policy_with_a_mistake_is_annotated_on_its_line()
    {
        var policy = PolicyWithMistake();
        var command = Assert.Single(GitHubLog.Commands(Stderr("github", ["plan", "x", "--policy", policy], ("GITHUB_WORKSPACE", _folder))));
        Assert.Equal(("ci-anon.yml", "2"), (command.Properties["file"], command.Properties["line"]));
        Assert.Contains("CIANON", command.Properties["title"]);
    }

    [Theory]
    [InlineData("anonymize", true, "unlistd")]
    [InlineData("anonymize", false, "nowhere.dump")]
    [InlineData("verify", true, "unlistd")]
    [InlineData("verify", false, "nowhere.dump")]
    public void A_run_that_stops_before_it_has_a_report_says_in_the_summary_what_stopped_it(string verb, bool hasMistake, string names)
    {
        var policy = PolicyWithMistake();
        if (!hasMistake) File.WriteAllText(policy, "version: 1\n");
        string[] arguments = [verb, Path.Combine(_folder, "nowhere.dump"), "--policy", policy, .. verb == "verify" ? [] : new[] { "--output", Path.Combine(_folder, "out.dump") }];
        var summary = Path.Combine(_folder, "summary.md");
        Assert.NotEqual(0, FakeSession.RunOn(Variables(("GITHUB_ACTIONS", "true"), ("GITHUB_STEP_SUMMARY", summary)), arguments).Exit);
        var page = File.ReadAllText(summary);
        Assert.Contains("Stopped: nothing was published", page, StringComparison.Ordinal);
        Assert.Contains("CIANON", page, StringComparison.Ordinal);
        Assert.Contains(names, page.Replace("<!-- -->", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var (_, _, log) = FakeSession.RunOn(Variables(("TF_BUILD", "True"), ("AGENT_TEMPDIRECTORY", _folder)), arguments);
        var upload = AzureLog.Commands(log).Single(command => command.Name == "task.uploadsummary");
        Assert.Equal(page, File.ReadAllText(upload.Data));
    }

    [Fact]
    public void A_host_is_found_without_being_named()
    {
        var policy = PolicyWithMistake();
        var command = Assert.Single(AzureLog.Commands(FakeSession.RunOn(Variables(("TF_BUILD", "True")), "plan", "x", "--policy", policy).Error));
        Assert.Equal((policy, "2"), (command.Properties["sourcepath"], command.Properties["linenumber"]));
    }

    [Fact]
    public void GitLab_finds_the_mistake_in_its_code_quality_report()
    {
        Assert.Equal((int)ExitCode.Usage, FakeSession.RunOn(Variables(("GITLAB_CI", "true"), ("CI_PROJECT_DIR", _folder)), "plan", "x", "--policy", PolicyWithMistake()).Exit);
        Assert.Contains("\"path\": \"ci-anon.yml\"", File.ReadAllText(Path.Combine(_folder, GitLabHost.Folder, GitLabHost.CodeQualityFile)));
    }

    [Fact]
    public void An_unknown_host_is_a_mistake() => Assert.Contains("--host takes auto, github, azure, gitlab or plain", FakeSession.Run("strategies", "--host", "jenkins").Error);

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void A_secret_is_masked_unless_the_log_is_kept(bool isKept, int lines)
    {
        using var error = new StringWriter();
        new Session(TextWriter.Null, error, static _ => null, IsTerminal: false, CancellationToken.None) { Host = new AzureHost(static _ => null), IsErrorKept = isKept }.Mask("abc");
        Assert.Equal(lines, AzureLog.Commands(error.ToString()).Count);
    }

    private List<HostCommand> Run(string host, string[] arguments, Func<string, List<HostCommand>> parse)
    {
        var commands = parse(Stderr(host, arguments));
        Assert.True(commands.Count > 0, $"seed {_seed}: nothing was said about {string.Join(' ', arguments)}");
        return commands;
    }

    private static string Stderr(string host, string[] arguments, params (string Name, string Value)[] variables) =>
        FakeSession.RunOn(Variables(variables), [.. arguments, "--host", host]).Error;

    private static Func<string, string?> Variables(params (string Name, string Value)[] variables) => variables.ToDictionary(pair => pair.Name, pair => pair.Value).GetValueOrDefault;

    private string PolicyWithMistake()
    {
        var policy = Path.Combine(_folder, "ci-anon.yml");
        File.WriteAllText(policy, "version: 1\nunlistd: fail\n");
        return policy;
    }
}
