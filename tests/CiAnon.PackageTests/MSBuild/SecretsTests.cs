using CiAnon.PackageTests.Packages;
using CiAnon.PostgresTests;

namespace CiAnon.PackageTests.MSBuild;

/// <summary>No value of a row and no secret in what a build leaves: its text at the highest verbosity, its binary log, the report.</summary>
public class SecretsTests(PackageFeed feed, TestCluster cluster)
{
    private const string Project = """
        <ItemGroup><CiAnonDump Include="prod.dump" OutputPath="team.dump" /></ItemGroup>
        <Target Name="Look" AfterTargets="CiAnonAnonymize"><Message Text="$(CiAnonSandboxConnection)" Importance="high" /></Target>
        """;

    private static readonly string Key = Convert.ToBase64String(Enumerable.Repeat((byte)0xC5, 32).ToArray());

    [Theory]
    [InlineData("name: name", true, Traits = ["When", "nightly"])]
    // PostgreSQL refuses a row, and quotes all of it when it says so; what an expression makes is tried by nobody before.
    [InlineData("name: { strategy: sql, expression: \"left('forbidden', 9 * length(name) / length(name))\" }", false)]
    public void Neither_rows_nor_the_key_are_in_any_log(string rule, bool passes)
    {
        using var workspace = new Workspace(feed, cluster);
        workspace.Write("ci-anon.yml", Workspace.Policy.Replace("name: name", rule, StringComparison.Ordinal));
        var build = workspace.Build([workspace.SdkProject(Project), "-t:AnonymizeDump", "-v:diag"], new() { ["CIANON_KEY"] = Key });

        Assert.Equal(passes, build.ExitCode == 0);
        var log = BinaryLog.Read(build.BinaryLog);
        var report = File.ReadAllText(workspace.In("team.dump.report.json"));
        Assert.Contains("pseudonymization", report, StringComparison.Ordinal);
        // The search must be able to find something before its silence means anything.
        Assert.Contains("CiAnonSandboxConnection", log.Text, StringComparison.Ordinal);
        Assert.Contains("<CiAnonDump Include=", log.Text, StringComparison.Ordinal);
        Assert.Contains("Host=", build.Printed, StringComparison.Ordinal);
        foreach (var text in new[] { build.Printed, log.Text, report })
        {
            Assert.DoesNotContain(Workspace.Canary, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Key, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_key_in_the_place_of_its_name_is_refused_and_not_repeated()
    {
        using var workspace = new Workspace(feed, cluster);
        var build = workspace.Build([workspace.SdkProject(Project), "-t:AnonymizeDump", $"-p:CiAnonKeyVariable={Key}"]);
        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error CIANON2006: ", build.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, build.Printed, StringComparison.Ordinal);
    }
}
