using CiAnon.PackageTests.Packages;
using CiAnon.PostgresTests;

namespace CiAnon.PackageTests.MSBuild;

/// <summary>A build with recipients: its item, and what is copied to the staging folder, is the encrypted dump.</summary>
public class EncryptionTests(PackageFeed feed, TestCluster cluster)
{
    [Fact]
    public void Each_recipient_decrypts_what_was_published()
    {
        using var workspace = new Workspace(feed, cluster);
        AgeKey[] keys = [AgeKey.Make(workspace.In("one.key")), AgeKey.Make(workspace.In("other.key"))];
        workspace.Write("team.txt", keys[1].Recipient);
        var project = workspace.SdkProject($"""
            <PropertyGroup><CiAnonEncryptTo>{keys[0].Recipient};team.txt</CiAnonEncryptTo></PropertyGroup>
            <ItemGroup><CiAnonDump Include="prod.dump" OutputPath="out/team.dump" /></ItemGroup>
            """);
        var build = workspace.Build([project, "-t:AnonymizeDump", "-p:CiAnonPublishDirectory=staging", "-getItem:CiAnonArtifact"]);
        Assert.True(build.ExitCode == 0, build.Printed);

        var published = workspace.In("staging/team.dump.age");
        Assert.Contains($"\"Identity\": \"{published}\"", build.Printed, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(workspace.In("out/team.dump.age")), File.ReadAllBytes(published));
        Assert.Equal(["out/team.dump.age", "out/team.dump.report.json", "staging/team.dump.age", "staging/team.dump.report.json"], Files(workspace, "out").Concat(Files(workspace, "staging")));
        Assert.Contains($"\"Sha256\": \"{TestProcess.Run("sha256sum", [published]).Text[..64]}\"", build.Printed, StringComparison.Ordinal);
        foreach (var key in keys) new EncryptedArtefact(published, workspace.In("staging/team.dump.report.json")).AssertDecrypts(cluster, key.Decrypt, rows: 100);
    }

    private static IEnumerable<string> Files(Workspace workspace, string folder) =>
        Directory.GetFileSystemEntries(workspace.In(folder)).Select(path => Path.GetRelativePath(workspace.Folder, path)).Order(StringComparer.Ordinal);
}
