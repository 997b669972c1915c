using CiAnon.PackageTests.Packages;
using CiAnon.PostgresTests;
using CiAnon.Tests.Snapshots;

namespace CiAnon.PackageTests.MSBuild;

/// <summary>samples/msbuild as a reader finds it, with the sample shop's dump.</summary>
public class SampleTests(PackageFeed feed, TestCluster cluster)
{
    [Fact]
    public void The_samples_run()
    {
        using var workspace = ShopWorkspace.Of(feed, cluster, "samples/msbuild");
        // With its own configuration of NuGet, and the packages where eng/pack leaves them.
        File.Copy(GeneratedFile.FullPath("samples/msbuild/nuget.config"), workspace.In("nuget.config"), overwrite: true);
        Directory.CreateDirectory(workspace.In("../../artifacts"));
        Directory.CreateSymbolicLink(workspace.In("../../artifacts/packages"), feed.Folder);
        foreach (var (project, columns) in new[] { ("anonymize.proj", "0"), ("with-migration.proj", "1") })
        {
            var build = workspace.Build([project, "-t:AnonymizeDump"]);
            Assert.True(build.ExitCode == 0, build.Printed);
            Assert.Equal($"200|{columns}", cluster.Query(workspace.Restore(workspace.In("artifacts/shop.dump")), """
                SELECT (SELECT count(*) FROM customers), (SELECT count(*) FROM information_schema.columns WHERE column_name = 'newsletter_since')
                """));
        }
    }
}
