using System.IO.Compression;
using System.Text.Json;

namespace CiAnon.PackageTests.Packages;

/// <summary>What is in the packages: all that the tasks need, and nothing that the host brings.</summary>
public class PackageContentTests(PackageFeed feed)
{
    public static TheoryData<string> TaskPackages => ["CiAnon.MSBuild", "CiAnon.Sdk"];

    public static TheoryData<string> AllPackages => ["CiAnon.MSBuild", "CiAnon.Sdk", "CiAnon.Tool"];

    [Theory]
    [MemberData(nameof(TaskPackages))]
    public void Every_dependency_is_inside_and_nothing_of_msbuild(string id)
    {
        using var package = ZipFile.OpenRead(feed.Package(id));
        var tasks = package.Entries.Where(entry => entry.FullName.StartsWith("tasks/net10.0/", StringComparison.Ordinal)).Select(entry => entry.Name).ToList();
        Assert.DoesNotContain(tasks, name => name.StartsWith("Microsoft.Build", StringComparison.Ordinal));
        using var dependencies = JsonDocument.Parse(package.GetEntry("tasks/net10.0/CiAnon.MSBuild.deps.json")!.Open());
        var needed = dependencies.RootElement.GetProperty("targets").EnumerateObject().Single().Value.EnumerateObject()
            .Where(library => library.Value.TryGetProperty("runtime", out _))
            .SelectMany(library => library.Value.GetProperty("runtime").EnumerateObject().Select(file => Path.GetFileName(file.Name))).ToList();
        Assert.Contains("Npgsql.dll", needed);
        Assert.Superset(needed.ToHashSet(), tasks.ToHashSet());
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
    public void Packing_again_gives_the_same_bytes()
    {
        var again = Path.Combine(feed.Root, "again");
        PackageFeed.Pack(again);
        foreach (var id in AllPackages.Select(row => row.Data))
            Assert.True(File.ReadAllBytes(feed.Package(id)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(again, Path.GetFileName(feed.Package(id))))), id);
    }
}
