using CiAnon.PackageTests.Packages;
using CiAnon.PostgresTests;

namespace CiAnon.PackageTests.MSBuild;

/// <summary>What is wrong is said as MSBuild's own errors and warnings: code, file, line, column.</summary>
public class DiagnosticsTests(PackageFeed feed, TestCluster cluster)
{
    private const string Password = "CREATE USER MAPPING FOR postgres SERVER attic OPTIONS (password 'hidden');";
    private const string Project = """<ItemGroup><CiAnonDump Include="prod.dump" OutputPath="team.dump" /></ItemGroup>""";

    [Fact]
    public void A_mistake_in_the_policy_points_at_its_line()
    {
        using var workspace = new Workspace(feed, cluster);
        workspace.Write("ci-anon.yml", Workspace.Policy.Replace("email: email", "emial: email", StringComparison.Ordinal));
        var build = workspace.Build([workspace.SdkProject(Project), "-t:AnonymizeDump", "-tl:off"]);

        Assert.Equal(1, build.ExitCode);
        Assert.Contains($"{workspace.In("ci-anon.yml")}(5,7): error CIANON1202:", build.Printed, StringComparison.Ordinal);
        var error = Assert.Single(BinaryLog.Read(build.BinaryLog).Errors, error => error.Code == "CIANON1202");
        Assert.Equal((workspace.In("ci-anon.yml"), 5, 7), (error.File, error.LineNumber, error.ColumnNumber));
        Assert.False(File.Exists(workspace.In("team.dump")));
        Assert.False(File.Exists(workspace.In("team.dump.report.json")));
    }

    [Theory]
    [InlineData(false, Traits = ["When", "nightly"])]
    [InlineData(true)]
    public void A_warning_can_be_made_an_error_and_then_nothing_is_published(bool asError)
    {
        using var workspace = new Workspace(feed, cluster, schema: Password);
        workspace.Write("ci-anon.yml", Workspace.Policy + "\nverify:\n  allow:\n    - { object: \"USER MAPPING*\", kind: token, check: patterns, reason: \"a server that is gone\" }\n");
        var build = workspace.Build([workspace.SdkProject(Project), "-t:AnonymizeDump", .. asError ? ["-warnaserror:CIANON3102"] : Array.Empty<string>()]);

        var log = BinaryLog.Read(build.BinaryLog);
        Assert.Equal(asError ? 1 : 0, build.ExitCode);
        Assert.Equal(asError ? 0 : 1, log.Warnings.Count(warning => warning.Code == "CIANON3102"));
        Assert.Equal(asError ? 1 : 0, log.Errors.Count(error => error.Code == "CIANON3102"));
        Assert.Equal(!asError, File.Exists(workspace.In("team.dump")));
    }

    [Fact]
    public void An_old_host_a_project_without_a_dump_and_one_that_wants_a_pipe_say_so()
    {
        using var workspace = new Workspace(feed, cluster);
        var old = workspace.Build([workspace.SdkProject(Project), "-t:AnonymizeDump", "-p:_CiAnonHostVersion=17.14"]);
        Assert.Contains("error CIANON0001: ", old.Printed, StringComparison.Ordinal);
        Assert.NotEqual(0, old.ExitCode);
        var empty = workspace.Build([workspace.SdkProject(""), "-t:AnonymizeDump"]);
        Assert.Contains("error CIANON0004: ", empty.Printed, StringComparison.Ordinal);
        Assert.NotEqual(0, empty.ExitCode);
        var piped = workspace.Build([workspace.SdkProject("<ItemGroup><CiAnonDump Include=\"-\" /></ItemGroup>"), "-t:AnonymizeDump"]);
        Assert.Contains("error CIANON0002: a build can't read a dump from standard input", piped.Printed, StringComparison.Ordinal);
        Assert.NotEqual(0, piped.ExitCode);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void A_build_ends_with_what_it_made_in_a_terminal_too()
    {
        using var workspace = new Workspace(feed, cluster);
        var build = workspace.Build([workspace.SdkProject(Project), "-t:AnonymizeDump", "-tl:on"], new() { ["DOTNET_CLI_UI_LANGUAGE"] = "en" });
        Assert.Equal(0, build.ExitCode);
        Assert.Matches(@"anonymize .*succeeded.*team\.dump", build.Printed);
        Assert.Contains($"anonymize -> {workspace.In("team.dump")}", workspace.Build(["anonymize.proj", "-t:AnonymizeDump", "-tl:off"]).Printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quiet_build_that_fails_says_the_verdict_and_where_the_report_is()
    {
        using var workspace = new Workspace(feed, cluster);
        workspace.Write("verify.sql", "SELECT 'still there' AS \"check\", count(*) FROM people");
        workspace.Write("ci-anon.yml", Workspace.Policy + "\nverify: { sql: [verify.sql] }\n");
        var build = workspace.Build([workspace.SdkProject(Project), "-t:AnonymizeDump", "-v:q", "-tl:off"]);
        Assert.Equal(1, build.ExitCode);
        Assert.Matches($@"error CIANON5002: [^\n]*\n[^\n]*error CIANON5011: failed: 1 of \d+ checks failed \(sql\); nothing was published; report {workspace.In("team.dump.report.json")}", build.Printed);
    }

    [Theory]
    [InlineData("AnonymizeDump")]
    [InlineData("CiAnonAudit")]
    public void A_build_without_a_policy_says_what_writes_one(string target)
    {
        using var workspace = new Workspace(feed, cluster);
        File.Delete(workspace.In("ci-anon.yml"));
        var build = workspace.Build([workspace.SdkProject(Project), $"-t:{target}", "-tl:off"]);
        Assert.Equal(1, build.ExitCode);
        Assert.Contains("error CIANON1001: the policy file doesn't exist; check CiAnonPolicy, or let -t:CiAnonDiscover write one", build.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_is_discovered_and_audited_without_a_server()
    {
        using var workspace = new Workspace(feed, cluster);
        File.Delete(workspace.In("ci-anon.yml"));
        var project = workspace.SdkProject(Project);
        var discovered = workspace.Build([project, "-t:CiAnonDiscover;CiAnonAudit"]);
        Assert.True(discovered.ExitCode == 0, discovered.Printed);
        Assert.Contains("email: ", File.ReadAllText(workspace.In("ci-anon.yml")), StringComparison.Ordinal);

        workspace.Write("ci-anon.yml", Workspace.Policy + "\n  gone: { keep: [x] }\n");
        var audited = workspace.Build([project, "-t:CiAnonAudit", "-tl:off"]);
        Assert.Equal(1, audited.ExitCode);
        Assert.Contains($"{workspace.In("ci-anon.yml")}(10,3): ", audited.Printed, StringComparison.Ordinal);
    }
}
