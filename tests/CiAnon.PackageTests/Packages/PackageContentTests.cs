using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Text.Json;

namespace CiAnon.PackageTests.Packages;

/// <summary>What is in the packages: all that the tasks need, and nothing that the host brings.</summary>
public class PackageContentTests(PackageFeed feed)
{
    private const string Ahead = "tasks/net10.0/linux-x64/";

    public static TheoryData<string, string> TaskFolders => new()
    {
        { "CiAnon.MSBuild", "tasks/net10.0/" }, { "CiAnon.MSBuild", Ahead },
        { "CiAnon.Sdk", "tasks/net10.0/" }, { "CiAnon.Sdk", Ahead },
    };

    public static TheoryData<string> AllPackages => ["CiAnon.MSBuild", "CiAnon.Sdk", "CiAnon.Tool"];

    [Theory]
    [MemberData(nameof(TaskFolders))]
    public void Every_dependency_is_inside_and_nothing_of_msbuild(string id, string folder)
    {
        using var package = ZipFile.OpenRead(feed.Package(id));
        var tasks = package.Entries.Where(entry => Path.GetDirectoryName(entry.FullName) + "/" == folder).Select(entry => entry.Name).ToList();
        Assert.DoesNotContain(tasks, name => name.StartsWith("Microsoft.Build", StringComparison.Ordinal));
        using var dependencies = JsonDocument.Parse(package.GetEntry(folder + "CiAnon.MSBuild.deps.json")!.Open());
        var needed = dependencies.RootElement.GetProperty("targets").EnumerateObject().Single(target => target.Value.EnumerateObject().Any()).Value.EnumerateObject()
            .Where(library => library.Value.TryGetProperty("runtime", out _))
            .SelectMany(library => library.Value.GetProperty("runtime").EnumerateObject().Select(file => Path.GetFileName(file.Name))).ToList();
        Assert.Contains("Npgsql.dll", needed);
        Assert.Superset(needed.ToHashSet(), tasks.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(TaskFolders))]
    public void The_tasks_of_a_platform_are_compiled_ahead_for_it(string id, string folder)
    {
        using var package = ZipFile.OpenRead(feed.Package(id));
        foreach (var name in new[] { "CiAnon.dll", "Npgsql.dll" })
        {
            using var assembly = new MemoryStream();
            using (var file = package.GetEntry(folder + name)!.Open()) file.CopyTo(assembly);
            assembly.Position = 0;
            using var image = new PEReader(assembly);
            Assert.Equal(folder == Ahead, image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0);
        }
    }

    [Theory]
    [MemberData(nameof(AllPackages))]
    public void A_package_depends_on_no_other_and_tells_what_it_is(string id)
    {
        using var package = ZipFile.OpenRead(feed.Package(id));
        using var reader = new StreamReader(package.GetEntry($"{id}.nuspec")!.Open());
        var specification = reader.ReadToEnd();
        Assert.DoesNotContain("<dependency ", specification, StringComparison.Ordinal);
        Assert.Contains(">MIT<", specification, StringComparison.Ordinal);
        Assert.NotNull(package.GetEntry("README.md"));
    }

    [Fact]
    [Trait("When", "nightly")]
    public void Packing_again_gives_the_same_bytes()
    {
        var again = Path.Combine(feed.Root, "again");
        PackageFeed.Pack(again);
        foreach (var id in AllPackages.Select(row => row.Data))
            Assert.True(File.ReadAllBytes(feed.Package(id)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(again, Path.GetFileName(feed.Package(id))))), id);
    }
}
