using CiAnon.PackageTests.Packages;
using CiAnon.Tests.Snapshots;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace CiAnon.PackageTests.Packages;

/// <summary>All packages, packed once by eng/pack into a folder of their own, and a package cache that nobody else uses.</summary>
public sealed class PackageFeed : IDisposable
{
    public PackageFeed()
    {
        Root = Directory.CreateTempSubdirectory("ci-anon-packages-").FullName;
        Pack(Folder);
    }

    public string Root { get; }

    /// <summary>The local feed.</summary>
    public string Folder => Path.Combine(Root, "feed");

    /// <summary>Where restored packages go.</summary>
    public string Cache => Path.Combine(Root, "cache");

    public static string Version { get; } = typeof(AnonymizationRun).Assembly.GetName().Version!.ToString(3);

    public string Package(string id) => Path.Combine(Folder, $"{id}.{Version}.nupkg");

    /// <summary>Packs what this test project was built with.</summary>
    public static void Pack(string folder)
    {
        using var command = Command.Start(GeneratedFile.FullPath("eng/pack"), [folder], GeneratedFile.FullPath("."), new() { ["CIANON_PACK_BUILT"] = IsRelease ? "1" : "" });
        Assert.True(command.Finish() == 0, command.Printed);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

#if DEBUG
    private static bool IsRelease => false;
#else
    private static bool IsRelease => true;
#endif
}
