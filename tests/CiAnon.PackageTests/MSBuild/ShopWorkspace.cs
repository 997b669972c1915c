using CiAnon.PackageTests.Packages;
using CiAnon.PostgresTests;
using CiAnon.Tests.Snapshots;

namespace CiAnon.PackageTests.MSBuild;

/// <summary>A workspace with samples/msbuild in it, samples/shop beside it, and the sample shop's dump with 200 customers.</summary>
internal static class ShopWorkspace
{
    /// <param name="name">Of the folder that samples/msbuild is copied to.</param>
    public static Workspace Of(PackageFeed feed, TestCluster cluster, string name)
    {
        var workspace = new Workspace(feed, cluster, name);
        // The workspace says where the packages are.
        foreach (var file in Directory.GetFiles(GeneratedFile.FullPath("samples/msbuild")).Where(file => !File.Exists(workspace.In(Path.GetFileName(file)))))
            File.Copy(file, workspace.In(Path.GetFileName(file)));
        Copy(GeneratedFile.FullPath("samples/shop"), workspace.In("../shop"));
        cluster.Dump(cluster.CreateDatabase($"\\set customers 200\n{GeneratedFile.Read("samples/shop/shop.sql")}\nUPDATE customers SET notes = 'met {Workspace.Canary} ' || id;"),
            workspace.In("prod.dump"), "-Fc");
        return workspace;
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
