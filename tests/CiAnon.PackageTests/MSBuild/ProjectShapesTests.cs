using CiAnon.PackageTests.Packages;
using CiAnon.PostgresTests;

namespace CiAnon.PackageTests.MSBuild;

/// <summary>The same command works in every kind of project, wherever it lies.</summary>
public class ProjectShapesTests(PackageFeed feed, TestCluster cluster)
{
    private const string Items = """<ItemGroup><CiAnonDump Include="prod.dump" OutputPath="out/team dump" /></ItemGroup>""";

    private static string Reference => $"""<ItemGroup><PackageReference Include="CiAnon.MSBuild" Version="{PackageFeed.Version}" PrivateAssets="all" /></ItemGroup>""";

    public static TheoryData<string, string> Projects => new()
    {
        { "One.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>{Reference}{Items}</Project>""" },
        // No framework reference, so that no targeting pack has to be downloaded.
        { "Many.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFrameworks>net10.0;net9.0</TargetFrameworks><DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences></PropertyGroup>{Reference}{Items}</Project>""" },
        { "bare.proj", $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><EnableDefaultItems>false</EnableDefaultItems></PropertyGroup>{Reference}{Items}</Project>""" },
        { "sdk.proj", $"""<Project Sdk="CiAnon.Sdk/{PackageFeed.Version}">{Items}</Project>""" },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    [Trait("When", "nightly")]
    public void One_command_anonymizes(string file, string project)
    {
        using var workspace = new Workspace(feed, cluster, "spaces & ünïcödé, 100% (日本)");
        workspace.Write(file, project);
        Directory.CreateDirectory(workspace.In("out"));
        var build = workspace.Build([file, "-restore", "-t:AnonymizeDump"]);
        Assert.True(build.ExitCode == 0, build.Printed);
        workspace.AssertAnonymized(workspace.In("out/team dump"));
    }

    [Fact]
    public void Two_dumps_are_worked_on_at_a_time_and_become_items()
    {
        // Germans write 1,5 for 1.5: a build has its user's culture, and dumps have none.
        var german = new Dictionary<string, string> { ["LC_ALL"] = "de_DE.UTF-8", ["DOTNET_CLI_UI_LANGUAGE"] = "en" };
        using var workspace = new Workspace(feed, cluster);
        File.Copy(workspace.In("prod.dump"), workspace.In("other.dump"));
        var project = workspace.SdkProject("""<ItemGroup><CiAnonDump Include="prod.dump;other.dump" /></ItemGroup>""");
        var build = workspace.Build([project, "-m:2", "-t:AnonymizeDump", "-p:CiAnonPublishDirectory=staging", "-p:CiAnonReportFormats=html%3Bjunit", "-getItem:CiAnonArtifact"], german);
        Assert.True(build.ExitCode == 0, build.Printed);
        foreach (var name in new[] { "prod", "other" })
        {
            var artefact = workspace.In($"staging/{name}.anonymized.dump");
            workspace.AssertAnonymized(artefact);
            Assert.All(["html", "junit.xml"], extension => Assert.True(new FileInfo($"{artefact}.report.{extension}").Length > 0));
            Assert.Contains($"\"Identity\": \"{artefact}\"", build.Printed, StringComparison.Ordinal);
            Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(artefact))), build.Printed, StringComparison.Ordinal);
        }
        Assert.True(BinaryLog.Read(build.BinaryLog).Nodes > 1, "two nodes should have worked");
    }
}
