using System.Text.Json;
using CiAnon.Tests.Reporting;
using CiAnon.Tests.Snapshots;

namespace CiAnon.PackageTests.Image;

/// <summary>What is in the image, and what it says of itself.</summary>
public sealed class ContentTests(ContainerImage image)
{
    private const long MostBytes = 350_000_000;

    [Fact]
    public void It_is_small() => Assert.InRange(image.Inspect().GetProperty("Size").GetInt64(), 1, MostBytes);

    [Fact]
    public void It_starts_the_command_as_root_without_a_shell()
    {
        var config = image.Inspect().GetProperty("Config");
        Assert.Equal(["/opt/ci-anon/ci-anon"], config.GetProperty("Entrypoint").EnumerateArray().Select(word => word.GetString()));
        Assert.Equal("", config.TryGetProperty("User", out var user) ? user.GetString() : "");
        Assert.False(config.TryGetProperty("Volumes", out var volumes) && volumes.ValueKind == JsonValueKind.Object);
    }

    [Fact]
    public void Its_labels_say_what_it_is()
    {
        var labels = image.Inspect().GetProperty("Config").GetProperty("Labels");
        string Label(string name) => labels.GetProperty($"org.opencontainers.image.{name}").GetString()!;
        Assert.Equal(("ci-anon", "MIT", "docker.io/library/debian:trixie-slim"), (Label("title"), Label("licenses"), Label("base.name")));
        Assert.Equal(image.Engine("run", "--rm", "--network", "none", ContainerImage.Name, "--version"), Label("version"));
        Assert.Matches(@"^[0-9a-f]{40}$", Label("revision"));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", Label("created"));
    }

    [Fact]
    public void Nothing_of_the_build_is_left_in_it() =>
        Assert.Equal("", image.Shell("ls -d /source /root/.nuget /var/lib/apt/lists/* /var/cache/apt/archives/*.deb /var/lib/postgresql/*/* /sbom /packages.tsv 2>/dev/null; find / -xdev -name '*.pdb'"));

    [Fact]
    public void A_shell_and_the_command_are_found_by_hosts_that_bring_their_own_entry_point() =>
        Assert.Matches(@"^\d+\.\d+\.\d+\ngit version ", image.Shell("ci-anon --version; git --version; command -v bash >/dev/null"));

    [Fact]
    [Trait("When", "nightly")]
    public void The_bill_of_materials_is_valid_CycloneDX()
    {
        var modules = NpmPackage.Modules("@cyclonedx/cyclonedx-library", "8");
        Assert.Equal("valid\n", NpmPackage.Node(modules, """
            const cdx = require('@cyclonedx/cyclonedx-library');
            const text = require('fs').readFileSync(process.argv[1], 'utf8');
            new cdx.Validation.JsonStrictValidator('1.6').validate(text).then(error => console.log(error === null ? 'valid' : JSON.stringify(error)));
            """, Sbom()));
    }

    [Fact]
    public void The_bill_of_materials_names_every_package_and_library()
    {
        using var sbom = JsonDocument.Parse(File.ReadAllText(Sbom()));
        var named = sbom.RootElement.GetProperty("components").EnumerateArray()
            .Select(component => (Name: component.GetProperty("name").GetString()!, Version: component.GetProperty("version").GetString()!)).ToHashSet();
        var installed = image.Shell("dpkg-query --show --showformat '${Package} ${Version}\\n'").Split('\n').Select(line => line.Split(' ')).Select(pair => (pair[0], pair[1]));
        Assert.Empty(installed.Except(named));
        Assert.Superset(new HashSet<string> { "postgresql-17", "git", "age", "gpg", "Npgsql", "YamlDotNet", "Bogus", "Microsoft.NETCore.App.Runtime.linux-x64" }, named.Select(component => component.Name).ToHashSet());
    }

    private string Sbom()
    {
        _ = image.Inspect();
        return GeneratedFile.FullPath("artifacts/image/ci-anon.cdx.json");
    }
}
