using CiAnon.Cli;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.Runs;

/// <summary>Whole runs through the command line.</summary>
public sealed class CommandRunTests(TestCluster cluster) : IDisposable
{
    private const string Schema = "CREATE TABLE people (email text); INSERT INTO people SELECT 'u' || i || '@private.test' FROM generate_series(1, 500) i;";
    private const string Policy = "columns: { email: email }\n";

    private readonly RunFolder _folder = new();
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    [Fact]
    public void Anonymize_writes_dump_and_report_and_exits_with_0()
    {
        var dump = Dump("-Fc");
        Assert.Equal(0, Run(null, "anonymize", dump, "--output", _folder.Output, "--jobs", "1"));
        Assert.Equal(ReportStatus.Passed, Report(_folder.Output).Status);
        Assert.DoesNotContain("private", Addresses(_folder.Output), StringComparison.Ordinal);
        Assert.DoesNotMatch("private|user_|CIANON", _out.ToString() + _error);
    }

    [Fact]
    public void CIANON_KEY_gives_the_same_pseudonyms_and_fingerprint_and_no_key_others()
    {
        var dump = Dump("-Fc");
        var key = Convert.ToBase64String(Enumerable.Range(1, 32).Select(number => (byte)number).ToArray());
        foreach (var name in new[] { "one", "two" }) Assert.Equal(0, Run(key, "anonymize", dump, "-o", _folder.In(name), "-j", "4"));
        Assert.Equal(0, Run(null, "anonymize", dump, "-o", _folder.In("three")));

        Assert.Equal(Addresses(_folder.In("one")), Addresses(_folder.In("two")));
        Assert.Equal(Report(_folder.In("one")).Key, Report(_folder.In("two")).Key);
        Assert.NotNull(Report(_folder.In("one")).Key.Fingerprint);
        Assert.NotEqual(Addresses(_folder.In("one")), Addresses(_folder.In("three")));
        Assert.Null(Report(_folder.In("three")).Key.Fingerprint);
        Assert.DoesNotContain(key, _out.ToString() + _error + File.ReadAllText(_folder.In("one.report.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("retention: 5 days\n", "3", 3, Traits = ["When", "nightly"])]
    [InlineData("retention: 5 days\n", "30", 5)]
    [InlineData("", "30", 30, Traits = ["When", "nightly"])]
    public void Retention_is_what_the_run_is_told_and_never_more_than_the_policy_states(string policy, string days, int kept)
    {
        var dump = Dump("-Fc");
        Assert.Equal(0, Run(null, ["anonymize", dump, "-o", _folder.Output, "--retention-days", days], policy + Policy));
        Assert.Equal(kept, Report(_folder.Output).Retention.Days);
    }

    [Theory]
    [InlineData("-Fc", "directory", true)]
    [InlineData("-Fd", "custom", false)]
    public void Format_decides_what_the_output_is(string from, string to, bool isFolder)
    {
        var dump = Dump(from);
        Assert.Equal(0, Run(null, "anonymize", dump, "-o", _folder.Output, "--format", to, "--compress", "0"));
        Assert.Equal(isFolder, Directory.Exists(_folder.Output));
        Assert.Equal(cluster.List(dump), cluster.List(_folder.Output));
        Assert.Equal(500, Addresses(_folder.Output).Split('\n').Length);
    }

    [Theory]
    [InlineData("-Fc")]
    [InlineData("-Fd", Traits = ["When", "nightly"])]
    public void Gdprify_replaces_the_dump_by_its_anonymized_self(string format)
    {
        var dump = Dump(format);
        var before = RunFolder.Sha256(dump);
        Assert.Equal(0, Run(null, "gdprify", dump));
        Assert.DoesNotContain("private", Addresses(dump), StringComparison.Ordinal);
        Assert.Equal((before, RunFolder.Sha256(dump)), (Report(dump).Input.Sha256, Report(dump).Output!.Sha256));
    }

    [Theory]
    [InlineData("-Fc")]
    [InlineData("-Fd", Traits = ["When", "nightly"])]
    public void Every_format_of_the_report_comes_with_the_dump_and_they_belong_together(string format)
    {
        string[] records = ["--html", _folder.In("r.html"), "--markdown", _folder.In("r.md"), "--junit", _folder.In("r.xml"), "--sarif", _folder.In("r.sarif"),
            "--statement", _folder.In("r.intoto.json"), "--audit-log", _folder.In("audit.jsonl")];
        var dump = Dump(format);
        Assert.Equal(0, Run(null, ["anonymize", dump, "-o", _folder.Output, .. records]));
        Assert.Equal(0, Run(["report", _folder.Report, "--verify", "--statement", _folder.In("r.intoto.json")]));
        Assert.Contains("Passed: direct identifiers replaced", File.ReadAllText(_folder.In("r.html")), StringComparison.Ordinal);
        var statement = File.ReadAllText(_folder.In("r.intoto.json"));

        File.WriteAllText(_folder.In("fails.sql"), "SELECT email, 1 FROM people");
        Assert.Equal(1, Run(null, ["anonymize", dump, "-o", _folder.Output, .. records], "columns: { email: email }\nverify: { sql: [fails.sql] }\n"));
        Assert.Equal(2, Run(null, ["anonymize", dump, "-o", _folder.Output, .. records], "unlisted: fail\n"));
        Assert.All(["r.html", "r.md"], name => Assert.Contains("Failed: nothing was published", File.ReadAllText(_folder.In(name)), StringComparison.Ordinal));
        Assert.Equal(statement, File.ReadAllText(_folder.In("r.intoto.json")));
        Assert.Equal(1, Run(["report", _folder.Report, "--verify"]));
        Assert.Equal(["passed", "failed", "stopped"], File.ReadAllLines(_folder.In("audit.jsonl")).Select(line => (string?)System.Text.Json.Nodes.JsonNode.Parse(line)!["verdict"]));
        Assert.DoesNotMatch("private|user_", string.Concat(Directory.GetFiles(_folder.Path, "r.*").Append(_folder.In("audit.jsonl")).Select(File.ReadAllText)).Replace("replaces an e-mail address by user_", "", StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.partial", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_run_that_cannot_be_recorded_publishes_nothing()
    {
        var dump = Dump("-Fc");
        Assert.Equal(2, Run(null, "anonymize", dump, "-o", _folder.Output, "--audit-log", _folder.Output));
        Assert.Equal(4, Run(null, "anonymize", dump, "-o", _folder.Output, "--audit-log", _folder.In("missing/audit.jsonl")));
        Assert.False(File.Exists(_folder.Output) || File.Exists(_folder.Report));
    }

    [Fact]
    public void A_plan_and_a_dry_run_write_nothing()
    {
        var dump = Dump("-Fc");
        Assert.Equal(0, Run(null, "anonymize", dump, "-o", _folder.Output, "--dry-run"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(_folder.Output)!));
        Assert.Contains("email", _out.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "CIANON1203", "unlisted: fail\n")]
    [InlineData(1, "CIANON5002", "columns: { email: email }\nverify: { sql: [fails.sql] }\n")]
    public void A_failure_has_its_exit_code_and_says_what_failed_without_a_value(int exit, string code, string policy)
    {
        File.WriteAllText(_folder.In("fails.sql"), "SELECT email, 1 FROM people");
        var dump = Dump("-Fc");
        Assert.Equal(exit, Run(null, ["anonymize", dump, "-o", _folder.Output], policy));
        Assert.Contains($"error {code}", _error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotMatch("private|user_", _error.ToString() + _out);
        Assert.False(File.Exists(_folder.Output));
    }

    [Fact]
    public void Verify_prints_the_checks_and_exits_with_0_or_1()
    {
        var dump = Dump("-Fc");
        Assert.Equal(0, Run(null, "anonymize", dump, "-o", _folder.Output));
        Assert.Equal(0, Run(null, "verify", _folder.Output, "--against", dump, "--report", _folder.In("verdict.json")));
        Assert.Contains("\npassed\n", _out.ToString(), StringComparison.Ordinal);
        Assert.Equal(ReportMode.Verified, ReportJson.Read(File.ReadAllBytes(_folder.In("verdict.json")))!.Mode);

        Assert.Equal(0, Run(null, "verify", dump));
        Assert.Contains("3 checks were skipped", _out.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, Run(null, "verify", dump, "--against", dump));
        Assert.Contains("public.people.email", _error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotMatch("private|user_", _error.ToString() + _out);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _out.Dispose();
        _error.Dispose();
    }

    private string Dump(string format) => _folder.DumpOf(cluster, cluster.CreateDatabase(Schema), format);

    private string Addresses(string archive) => string.Join('\n', System.Text.Encoding.UTF8.GetString(cluster.Script(archive, "--data-only"))
        .Split('\n').Where(line => line.Contains('@', StringComparison.Ordinal)));

    private static ComplianceReport Report(string output) => ReportJson.Read(File.ReadAllBytes(output + ".report.json"))!;

    private int Run(string[] arguments) => CommandLine.Run(arguments, new Session(_out, _error, _ => null, IsTerminal: false, CancellationToken.None));

    private int Run(string? key, params string[] arguments) => Run(key, arguments, Policy);

    private int Run(string? key, string[] arguments, string policy)
    {
        var session = new Session(_out, _error, name => name == "CIANON_KEY" ? key : TestEnvironment.Shared(name), IsTerminal: false, CancellationToken.None);
        return CommandLine.Run([.. arguments, "--policy", _folder.Policy(policy), "--work-dir", _folder.WorkDirectory, "--progress", "none"], session);
    }
}
