using System.Text.Json;
using CiAnon.Cli;
using CiAnon.Hosts;
using CiAnon.Tests.Hosts;

namespace CiAnon.PostgresTests.Runs;

/// <summary>Whole runs as each CI host sees them, over tables that were named to take over its log.</summary>
public sealed class HostRunTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """
        CREATE TABLE "::add-mask::x" (id int PRIMARY KEY, email text);
        CREATE TABLE "##vso[task.complete result=Succeeded]" (id int PRIMARY KEY, email text);
        CREATE TABLE U&"x\000a::error::\000d\000a##vso[task.setvariable variable=a]b" (id int PRIMARY KEY, email text);
        CREATE TABLE U&"y\000a\001b[0Ksection_start:1:z\000d\001b[0Kopen" (id int PRIMARY KEY, email text);
        INSERT INTO "::add-mask::x" SELECT i, 'canary' || i || '@private.test' FROM generate_series(1, 50) i;
        INSERT INTO "##vso[task.complete result=Succeeded]" SELECT i, 'canary' || i || '@private.test' FROM generate_series(1, 50) i;
        """;

    private const string Policy = "columns: { email: email }\n";

    private static readonly string[] Stages = ["restore", "anonymize", "verify", "backup"];

    private readonly RunFolder _folder = new();
    private readonly Dictionary<string, string?> _environment = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void GitHub_sees_groups_outputs_and_a_summary()
    {
        _environment["GITHUB_ACTIONS"] = "true";
        _environment["GITHUB_WORKSPACE"] = _folder.Path;
        _environment["GITHUB_OUTPUT"] = Empty("output");
        _environment["GITHUB_STEP_SUMMARY"] = Empty("summary");
        var (exit, log) = Run(Policy);
        Assert.Equal(0, exit);
        var commands = GitHubLog.Commands(log);
        Assert.Equal(Stages.SelectMany(_ => new[] { "group", "endgroup" }), commands.Select(command => command.Name));
        var outputs = GitHubLog.Outputs(File.ReadAllText(_folder.In("output")));
        Assert.Equal(("passed", "out/anonymized", "4"), (outputs["status"], outputs["dump"], outputs["columns-anonymized"]));
        Assert.Equal(OutputDefinitions.All.Select(output => output.Name).Order(), outputs.Keys.Order());
        Assert.NotEmpty(File.ReadAllText(_folder.In("summary")));
    }

    [Fact]
    public void Azure_sees_progress_variables_a_page_and_artefacts()
    {
        _environment["TF_BUILD"] = "True";
        _environment["AGENT_TEMPDIRECTORY"] = Directory.CreateDirectory(_folder.In("temp")).FullName;
        var (exit, log) = Run(Policy, "--artifact", "anonymized");
        Assert.Equal(0, exit);
        var commands = AzureLog.Commands(log).ToLookup(command => command.Name);
        Assert.Equal(["artifact.upload", "task.setprogress", "task.setvariable", "task.uploadsummary"], commands.Select(group => group.Key).Order());
        var percents = commands["task.setprogress"].Select(command => int.Parse(command.Properties["value"])).ToList();
        Assert.Equal(percents.Order(), percents);
        Assert.InRange(percents[^1], 80, 100);
        Assert.Equal(OutputDefinitions.All.Select(output => output.CamelCase).Order(), commands["task.setvariable"].Select(command => command.Properties["variable"]).Order());
        Assert.True(File.Exists(Assert.Single(commands["task.uploadsummary"]).Data));
        Assert.Equal([_folder.Report, _folder.Output], commands["artifact.upload"].Select(command => command.Data));
        Assert.Equal(Stages.SelectMany(_ => new[] { "group", "endgroup" }), AzureLog.Formatting(log));
    }

    [Fact]
    public void GitLab_sees_sections_and_finds_its_reports()
    {
        _environment["GITLAB_CI"] = "true";
        _environment["CI_PROJECT_DIR"] = _folder.Path;
        var (exit, log) = Run(Policy);
        Assert.Equal(0, exit);
        Assert.Equal(Stages.SelectMany(stage => new[] { ("start", $"ci_anon_{stage}"), ("end", $"ci_anon_{stage}") }), GitLabLog.Sections(log));
        Assert.DoesNotContain('\e', GitLabLog.Text(log));
        Assert.Equal("passed", GitLabLog.Variables(Reported("outputs.env"))["CIANON_STATUS"]);
        Assert.Contains("<testsuite ", Reported("junit.xml"), StringComparison.Ordinal);
        Assert.Equal("[]", Reported("codequality.json").TrimEnd());
    }

    [Fact]
    public void A_policy_with_a_gap_is_an_issue_on_every_host()
    {
        _environment["GITHUB_STEP_SUMMARY"] = Empty("summary");
        Assert.Equal((2, 1), Told("github", log => GitHubLog.Commands(log).Count(command => command.Name == "error")));
        Assert.Contains("emial", File.ReadAllText(_folder.In("summary")), StringComparison.Ordinal);
        Assert.Equal((2, 1), Told("azure", log => AzureLog.Commands(log).Count(command => command.Name == "task.logissue")));
        _environment["CI_PROJECT_DIR"] = _folder.Path;
        Assert.Equal((2, 1), Told("gitlab", _ => JsonDocument.Parse(Reported("codequality.json")).RootElement.GetArrayLength()));
        Assert.Equal("failed", GitLabLog.Variables(Reported("outputs.env"))["CIANON_STATUS"]);

        (int, int) Told(string host, Func<string, int> count)
        {
            var (exit, log) = Run("columns: { email: emial }\n", "--host", host);
            return (exit, count(log));
        }
    }

    [Fact]
    public void What_stops_a_run_before_it_knows_what_to_write_is_in_the_summary()
    {
        _environment["GITHUB_ACTIONS"] = "true";
        _environment["GITHUB_STEP_SUMMARY"] = Empty("summary");
        Assert.Equal(2, Command("anonymize", "--source-env", "NOWHERE_AT_ALL", "--output", _folder.Output).Exit);
        Assert.Contains("NOWHERE", File.ReadAllText(_folder.In("summary")), StringComparison.Ordinal);
        Assert.Equal(2, Command("anonymize", _folder.In("some.dump"), "--policy", _folder.Policy(Policy)).Exit);
        Assert.Contains("is missing: say where the anonymized dump goes", File.ReadAllText(_folder.In("summary")), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_without_a_decision_stand_in_the_summary()
    {
        _environment["GITHUB_ACTIONS"] = "true";
        _environment["GITHUB_STEP_SUMMARY"] = Empty("summary");
        Assert.Equal(2, Run("columns: { email: { strategy: email, proposed: 'e-mail address, 60 %' } }\n").Exit);
        var page = File.ReadAllText(_folder.In("summary"));
        Assert.Contains("CIANON1218", page, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_that_fails_has_a_summary_and_no_artefact()
    {
        _environment["TF_BUILD"] = "True";
        _environment["AGENT_TEMPDIRECTORY"] = Directory.CreateDirectory(_folder.In("temp")).FullName;
        File.WriteAllText(_folder.In("fails.sql"), "SELECT 'count', 7");
        var (exit, log) = Run(Policy + "verify: { sql: [fails.sql] }\n", "--artifact", "anonymized");
        Assert.Equal(1, exit);
        Assert.Contains($"report   {_folder.Report}\nfailed in ", log, StringComparison.Ordinal);
        var commands = AzureLog.Commands(log);
        Assert.Equal(_folder.Report, Assert.Single(commands, command => command.Name == "artifact.upload").Data);
        Assert.Equal("failed", commands.Single(command => command.Properties.GetValueOrDefault("variable") == "status").Data);
        Assert.Contains("fails.sql", File.ReadAllText(commands.Single(command => command.Name == "task.uploadsummary").Data), StringComparison.Ordinal);
        // The group of the stage that failed is closed before the error, which would be folded away otherwise.
        Assert.True(log.LastIndexOf("##[endgroup]", StringComparison.Ordinal) < log.IndexOf("task.logissue type=error", StringComparison.Ordinal));
    }

    private string Empty(string name)
    {
        File.WriteAllText(_folder.In(name), "");
        return _folder.In(name);
    }

    private string Reported(string name) => File.ReadAllText(_folder.In(Path.Combine(GitLabHost.Folder, name)));

    private (int Exit, string Log) Run(string policy, params string[] more)
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Schema), "-Fc");
        return Command(["anonymize", dump, "--policy", _folder.Policy(policy), "--output", _folder.Output, "--work-dir", _folder.WorkDirectory, .. more]);
    }

    private (int Exit, string Log) Command(params string[] arguments)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var session = new Session(TextWriter.Null, error, name => _environment.GetValueOrDefault(name) ?? TestEnvironment.Shared(name), IsTerminal: false, CancellationToken.None);
        var exit = CommandLine.Run(arguments, session);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
        return (exit, error.ToString());
    }
}
