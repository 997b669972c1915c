using CiAnon.PackageTests.Packages;
using CiAnon.PostgresTests;

namespace CiAnon.PackageTests.MSBuild;

/// <summary>Targets between the stages; what they may change is tested in depth without MSBuild (SandboxChangesTests).</summary>
public class HookTests(PackageFeed feed, TestCluster cluster)
{
    private const string Insert = "INSERT INTO people (email, name) VALUES ('tester@hook.example', 'Tester')";

    public static TheoryData<string, string, string?> Hooks => new()
    {
        new TheoryDataRow<string, string, string?>("none", "SELECT count(*) FROM people", null).WithTrait("When", "nightly"),
        { "none", Insert, "CIANON4106" },
        { "rows", Insert, null },
        new TheoryDataRow<string, string, string?>("rows", "ALTER TABLE people ADD nick text", "CIANON4106").WithTrait("When", "nightly"),
        { "schema", $"ALTER TABLE people ADD nick text; {Insert}", null },
    };

    [Theory]
    [MemberData(nameof(Hooks))]
    public void What_is_declared_is_published_and_nothing_else(string declared, string sql, string? refused)
    {
        using var workspace = new Workspace(feed, cluster);
        workspace.Write("hook.sql", sql);
        var project = workspace.SdkProject("""
            <ItemGroup><CiAnonDump Include="prod.dump" OutputPath="team.dump" /></ItemGroup>
            <Target Name="Hook" AfterTargets="CiAnonAnonymize">
              <Exec Command="psql -X -q -v ON_ERROR_STOP=1 -d &quot;$(CiAnonSandboxUri)&quot; -f hook.sql" />
            </Target>
            """);
        var build = workspace.Build([project, "-t:AnonymizeDump", $"-p:CiAnonSandboxChanges={declared}"]);

        Assert.True(build.ExitCode == (refused is null ? 0 : 1), build.Printed);
        if (refused is not null)
        {
            Assert.Contains($"error {refused}: ", build.Printed, StringComparison.Ordinal);
            Assert.False(File.Exists(workspace.In("team.dump")));
            return;
        }
        var rows = cluster.Query(workspace.Restore(workspace.In("team.dump")), "SELECT count(*) FILTER (WHERE email = 'tester@hook.example'), count(*) FROM people");
        Assert.Equal(declared == "none" ? "0|100" : "1|101", rows);
    }
}
