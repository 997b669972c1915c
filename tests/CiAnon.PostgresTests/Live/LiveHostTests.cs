using CiAnon.Diagnostics;
using CiAnon.Hosts;
using CiAnon.PostgresTests.BadInput;
using CiAnon.Tests.Hosts;

namespace CiAnon.PostgresTests.Live;

/// <summary>What a CI host is told of runs whose result is a database.</summary>
public sealed class LiveHostTests(QuietCluster quiet) : IClassFixture<QuietCluster>, IDisposable
{
    private const string Schema = "CREATE TABLE people (id int PRIMARY KEY, email text NOT NULL); INSERT INTO people SELECT i, 'canary' || i || '@private.test' FROM generate_series(1, 50) i";
    private const string Policy = "version: 1\ncolumns: { email: email }\n";

    private readonly TestCluster _cluster = quiet.Cluster;
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void A_sync_that_passes_has_outputs_and_a_summary_that_names_the_database()
    {
        using var target = Target();
        GitHub();
        var done = Sync(target, Policy);
        Assert.True(done.Exit == 0, done.Error);
        var outputs = Outputs();
        Assert.Equal(["columns-anonymized", "findings", "report", "rows", "status"], outputs.Keys.Order());
        Assert.Equal(("passed", "50", "1", _scene.ReportPath), (outputs["status"], outputs["rows"], outputs["columns-anonymized"], outputs["report"]));
        Assert.Contains("the result was published as shop", Plain(Summary()), StringComparison.Ordinal);
        Assert.DoesNotContain("target.dump", Summary() + File.ReadAllText(_scene.ReportPath), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sync")]
    [InlineData("sanitize")]
    public void A_check_that_fails_has_a_summary_that_says_what_became_of_the_database(string command)
    {
        using var target = Target();
        GitHub();
        _scene.Write("fails.sql", "SELECT 'count', 7");
        var policy = Policy + "verify: { sql: [fails.sql] }\n";
        var failed = command == "sync" ? Sync(target, policy) : Sanitize(Database(), policy);
        Assert.Equal(1, failed.Exit);
        Assert.Equal(("failed", "7"), (Outputs()["status"], Outputs()["findings"]));
        Assert.Contains("fails.sql", Summary(), StringComparison.Ordinal);
        Assert.Contains("The database that the run was to write is as it was", Summary(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sync")]
    [InlineData("sanitize")]
    public void What_stops_a_run_before_there_is_a_report_is_an_annotation_and_a_summary(string command)
    {
        using var target = Target();
        GitHub();
        var stopped = command == "sync" ? Sync(target, "version: 1\ncolumns: { email: emial }\n") : Sanitize(Database(), "version: 1\ncolumns: { email: emial }\n");
        Assert.Equal(2, stopped.Exit);
        Assert.Single(GitHubLog.Commands(stopped.Error), told => told.Name == "error");
        Assert.Equal("failed", Assert.Single(Outputs()).Value);
        Assert.Contains("emial", Summary(), StringComparison.Ordinal);
        Assert.DoesNotContain("dump", Summary(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_that_no_variable_and_no_file_names_is_in_the_summary()
    {
        GitHub();
        _scene.With("EMPTY", "");
        Assert.Equal(2, _scene.Run("sanitize", "--target-env", "EMPTY", "--policy", _scene.PolicyPath).Exit);
        Assert.Contains("EMPTY", Plain(Summary()), StringComparison.Ordinal);
        Assert.NotEqual(0, _scene.Run("sync", "staging-to-local", "--environments", Path.Combine(_scene.Root, "nowhere"), "--policy", _scene.PolicyPath).Exit);
        Assert.Contains("staging.yaml", Plain(Summary()), StringComparison.Ordinal);
    }

    [Fact]
    public void Azure_gets_a_page_of_a_database_that_was_sanitized()
    {
        _scene.With("TF_BUILD", "True").With("AGENT_TEMPDIRECTORY", _scene.Folder("temp"));
        var done = Sanitize(Database(), Policy);
        Assert.True(done.Exit == 0, done.Error);
        var commands = AzureLog.Commands(done.Error);
        Assert.Equal("passed", commands.Single(command => command.Properties.GetValueOrDefault("variable") == "status").Data);
        Assert.Contains("8 checks passed", File.ReadAllText(commands.Single(command => command.Name == "task.uploadsummary").Data), StringComparison.Ordinal);
    }

    [Fact]
    public void GitLab_finds_its_reports_of_a_database_that_was_sanitized_and_of_one_that_was_not()
    {
        _scene.With("GITLAB_CI", "true").With("CI_PROJECT_DIR", _scene.Root);
        var database = Database();
        Assert.Equal(0, Sanitize(database, Policy).Exit);
        Assert.Equal("passed", GitLabLog.Variables(Reported("outputs.env"))["CIANON_STATUS"]);
        Assert.Contains("<testsuite ", Reported("junit.xml"), StringComparison.Ordinal);
        _cluster.Execute(database, "CREATE TABLE ci_anon_production ()");
        Assert.Equal((int)DiagnosticCodes.TargetRefused.Exit, Sanitize(database, Policy).Exit);
        Assert.Equal("failed", GitLabLog.Variables(Reported("outputs.env"))["CIANON_STATUS"]);
    }

    private static string Plain(string markdown) => markdown.Replace("\\", "", StringComparison.Ordinal).Replace("<!-- -->", "", StringComparison.Ordinal);

    private string Reported(string name) => File.ReadAllText(Path.Combine(_scene.Root, GitLabHost.Folder, name));

    private void GitHub() => _scene.With("GITHUB_ACTIONS", "true").With("GITHUB_OUTPUT", _scene.Write("output", "")).With("GITHUB_STEP_SUMMARY", _scene.Write("summary", ""));

    private string Summary() => File.ReadAllText(Path.Combine(_scene.Root, "summary"));

    private Dictionary<string, string> Outputs() => GitHubLog.Outputs(File.ReadAllText(Path.Combine(_scene.Root, "output")));

    private TestCluster Target()
    {
        var target = TestCluster.Start(_cluster.Tools);
        target.Execute("postgres", "CREATE DATABASE shop");
        return target;
    }

    private string Database() => _cluster.CreateDatabase(Schema);

    private CommandResult Sync(TestCluster target, string policy)
    {
        File.WriteAllText(_scene.PolicyPath, policy);
        return _scene.With("SOURCE", _cluster.ConnectionString(Database())).With("TARGET", target.ConnectionString("shop")).Run(
            "sync", "production-to-staging", "--source-env", "SOURCE", "--target-env", "TARGET", "--policy", _scene.PolicyPath, "--report", _scene.ReportPath, "--work-dir", _scene.Work);
    }

    private CommandResult Sanitize(string database, string policy)
    {
        File.WriteAllText(_scene.PolicyPath, policy);
        return _scene.With("STAGING", _cluster.ConnectionString(database)).Run("sanitize", "--target-env", "STAGING", "--policy", _scene.PolicyPath, "--report", _scene.ReportPath, "--work-dir", _scene.Work);
    }
}
