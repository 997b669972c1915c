using System.Diagnostics;
using CiAnon.PackageTests.Packages;
using CiAnon.PostgresTests;

namespace CiAnon.PackageTests.MSBuild;

/// <summary>The sandbox dies with the build, however the build ends, and nothing is published.</summary>
public class CancellationTests(PackageFeed feed, TestCluster cluster)
{
    // Between the stages: the build waits in a program that is not ours.
    private const string Project = """
        <ItemGroup><CiAnonDump Include="prod.dump" OutputPath="team.dump" /></ItemGroup>
        <Target Name="Wait" AfterTargets="CiAnonAnonymize"><Touch Files="waiting" AlwaysCreate="true" /><Exec Command="sleep 100" /></Target>
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("INT", Traits = ["When", "nightly"])]
    [InlineData("TERM")]
    public void A_signal_ends_the_sandbox(string signal)
    {
        using var workspace = new Workspace(feed, cluster);
        var project = workspace.SdkProject(Project);
        using (var command = workspace.Start([project, "-t:AnonymizeDump"]))
        {
            command.WaitUntil(() => File.Exists(workspace.In("waiting")));
            Assert.NotEmpty(Directory.EnumerateFileSystemEntries(workspace.Work));
            command.Signal(signal);
            // dotnet msbuild ends with 0 when it is terminated: only the missing report tells.
            if (signal == "INT") Assert.NotEqual(0, command.Finish());
            else command.Finish();
            AssertGone(workspace);
        }
        Assert.False(File.Exists(workspace.In("team.dump")));
        Assert.False(File.Exists(workspace.In("team.dump.report.json")));
    }

    [Theory]
    [InlineData(true, Traits = ["When", "nightly"])]
    [InlineData(false)]
    public void What_an_earlier_build_left_passes_for_no_result_of_one_that_is_terminated(bool betweenTheStages)
    {
        using var workspace = new Workspace(feed, cluster);
        var project = workspace.SdkProject(Project.Replace("<Exec ", "<Exec Condition=\"'$(Waits)' != ''\" ", StringComparison.Ordinal));
        string[] arguments = [project, "-t:AnonymizeDump", "-p:CiAnonPublishDirectory=staging"];
        Assert.Equal(0, workspace.Build(arguments).ExitCode);
        workspace.AssertAnonymized(workspace.In("staging/team.dump"));
        File.Delete(workspace.In("waiting"));
        string[] reports = [workspace.In("team.dump.report.json"), workspace.In("staging/team.dump.report.json")];

        workspace.Write("slow.sql", "SELECT 'slow', 0 FROM pg_sleep(100)");
        if (!betweenTheStages) workspace.Write("ci-anon.yml", Workspace.Policy + "\nverify: { sql: [slow.sql] }\n");
        using (var command = workspace.Start([.. arguments, betweenTheStages ? "-p:Waits=true" : "-v:d"]))
        {
            command.WaitUntil(() => betweenTheStages ? File.Exists(workspace.In("waiting")) : command.Printed.Contains("verify begins", StringComparison.Ordinal));
            AssertRunning();
            command.Signal("TERM");
            command.Finish();
            AssertGone(workspace);
        }
        // Its exit code may be 0.
        AssertRunning();

        workspace.Write("ci-anon.yml", Workspace.Policy);
        Assert.Equal(0, workspace.Build(arguments).ExitCode);
        workspace.AssertAnonymized(workspace.In("staging/team.dump"));
        Assert.Empty(Directory.GetFiles(workspace.Folder, "*.partial", SearchOption.AllDirectories));

        void AssertRunning()
        {
            Assert.All(reports, report => Assert.Matches("\n  \"status\": \"running\",(.|\n)*\n  \"startedAt\": \"", File.ReadAllText(report)));
            Assert.False(File.Exists(workspace.In("team.dump")) || File.Exists(workspace.In("staging/team.dump")));
        }
    }

    [Fact]
    public void A_target_that_fails_between_the_stages_ends_the_sandbox()
    {
        using var workspace = new Workspace(feed, cluster);
        var build = workspace.Build([workspace.SdkProject(Project.Replace("sleep 100", "exit 7", StringComparison.Ordinal)), "-t:AnonymizeDump"]);
        Assert.NotEqual(0, build.ExitCode);
        Assert.False(File.Exists(workspace.In("team.dump")));
    }

    private static void AssertGone(Workspace workspace)
    {
        var clock = Stopwatch.StartNew();
        while (Directory.EnumerateFileSystemEntries(workspace.Work).Any() && clock.Elapsed < Patience) Thread.Sleep(50);
        Assert.Empty(Directory.EnumerateFileSystemEntries(workspace.Work));
        Assert.DoesNotContain(workspace.Work, TestProcess.Run("/bin/sh", ["-c", "cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '; true"]).Text, StringComparison.Ordinal);
    }
}
