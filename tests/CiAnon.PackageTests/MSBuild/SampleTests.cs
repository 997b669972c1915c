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
        using var workspace = new Workspace(feed, cluster, "msbuild");
        foreach (var file in Directory.GetFiles(GeneratedFile.FullPath("samples/msbuild"))) File.Copy(file, workspace.In(Path.GetFileName(file)));
        Copy(GeneratedFile.FullPath("samples/shop"), workspace.In("../shop"));
        cluster.Dump(cluster.CreateDatabase("\\set customers 200\n" + GeneratedFile.Read("samples/shop/shop.sql")), workspace.In("prod.dump"), "-Fc");

        foreach (var (project, columns) in new[] { ("anonymize.proj", "0"), ("with-migration.proj", "1") })
        {
            var build = workspace.Build([project, "-t:AnonymizeDump"]);
            Assert.True(build.ExitCode == 0, build.Printed);
            Assert.Equal($"200|{columns}", cluster.Query(workspace.Restore(workspace.In("artifacts/shop.dump")), """
                SELECT (SELECT count(*) FROM customers), (SELECT count(*) FROM information_schema.columns WHERE column_name = 'newsletter_since')
                """));
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
