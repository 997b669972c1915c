using CiAnon.PackageTests.Packages;
using CiAnon.PostgresTests;

namespace CiAnon.PackageTests.MSBuild;

/// <summary>Whichever way a warning becomes an error, nothing is published after it; the warning here comes up in the last stage.</summary>
public class WarningsAsErrorsTests(PackageFeed feed, TestCluster cluster)
{
    private const string Code = "CIANON5005";
    private const string Items = """<ItemGroup><CiAnonDump Include="prod.dump;other.dump" /></ItemGroup>""";

    private static string Library(string properties) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework>{properties}</PropertyGroup>
          <ItemGroup><PackageReference Include="CiAnon.MSBuild" Version="{PackageFeed.Version}" PrivateAssets="all" /></ItemGroup>{Items}
        </Project>
        """;

    private static string Sdk(string properties) => $"""<Project Sdk="CiAnon.Sdk/{PackageFeed.Version}"><PropertyGroup>{properties}</PropertyGroup>{Items}</Project>""";

    /// <summary>Every way with every mode of MSBuild at least once, most of them at night.</summary>
    [Theory]
    // Sets no codes of its own.
    [InlineData("sdk", "", "-warnaserror", Traits = ["When", "nightly"])]
    [InlineData("sdk", "", "-warnaserror -m:2", Traits = ["When", "nightly"])]
    [InlineData("sdk", "", "-warnaserror:CIANON5005 -m:2", Traits = ["When", "nightly"])]
    [InlineData("sdk", "", "-warnaserror:CIANON5005 -mt", Traits = ["When", "nightly"])]
    [InlineData("sdk", "<MSBuildWarningsAsErrors>CIANON5005</MSBuildWarningsAsErrors>", "-m:2", Traits = ["When", "nightly"])]
    // Every .NET project makes an error of NU1605, for one.
    [InlineData("library", "", "-warnaserror")]
    [InlineData("library", "", "-warnaserror -m:2", Traits = ["When", "nightly"])]
    [InlineData("library", "", "-warnaserror -m:2 -mt", Traits = ["When", "nightly"])]
    [InlineData("library", "", "-warnaserror -m:2 -graph", Traits = ["When", "nightly"])]
    [InlineData("library", "", "-warnaserror MSBUILDFORCEALLTASKSOUTOFPROC=1", Traits = ["When", "nightly"])]
    [InlineData("library", "", "-warnaserror -m:2 MSBUILDNOINPROCNODE=1", Traits = ["When", "nightly"])]
    [InlineData("library", "", "-warnaserror:CIANON5005", Traits = ["When", "nightly"])]
    [InlineData("library", "", "-p:MSBuildTreatWarningsAsErrors=true", Traits = ["When", "nightly"])]
    [InlineData("library", "<MSBuildTreatWarningsAsErrors>true</MSBuildTreatWarningsAsErrors>", "-m:2", Traits = ["When", "nightly"])]
    [InlineData("library", "<WarningsAsErrors>CIANON5005</WarningsAsErrors>", "-m:2 -graph", Traits = ["When", "nightly"])]
    [InlineData("library", "<CiAnonFailOnWarnings>true</CiAnonFailOnWarnings>", "-m:2")]
    public void Nothing_is_published_after_a_warning_that_is_an_error(string kind, string properties, string arguments)
    {
        var (exit, warnings, errors, files) = Build(kind, properties, arguments);
        Assert.Equal((1, 0, Array.Empty<string>()), (exit, properties.Contains("FailOnWarnings", StringComparison.Ordinal) ? 0 : warnings, files));
        Assert.True(errors > 0, "no error says which warning it was");
    }

    [Theory]
    [InlineData("library", "", "-m:2", Traits = ["When", "nightly"])]
    // The compiler's own property, which MSBuild's warnings don't follow.
    [InlineData("library", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "", Traits = ["When", "nightly"])]
    [InlineData("library", "<WarningsNotAsErrors>CIANON5005</WarningsNotAsErrors>", "-warnaserror -m:2", Traits = ["When", "nightly"])]
    [InlineData("library", "", "-warnaserror -warnnotaserror:CIANON5005", Traits = ["When", "nightly"])]
    [InlineData("library", "<NoWarn>$(NoWarn);CIANON5005</NoWarn>", "-warnaserror", Traits = ["When", "nightly"])]
    public void A_warning_that_stays_one_stops_nothing(string kind, string properties, string arguments)
    {
        var (exit, _, errors, files) = Build(kind, properties, arguments);
        Assert.Equal((0, 0), (exit, errors));
        Assert.True(files.Length >= 8, string.Join(' ', files));
    }

    [Fact]
    [Trait("When", "nightly")]
    public void An_editorconfig_makes_no_error_of_a_warning_of_MSBuild() =>
        Assert.Equal((0, 2, 0), Build("library", "", "", "root = true\n[*]\ndotnet_diagnostic.CIANON5005.severity = error\n") is var (exit, warnings, errors, _) ? (exit, warnings, errors) : default);

    private (int Exit, int Warnings, int Errors, string[] Published) Build(string kind, string properties, string arguments, string? editorConfig = null)
    {
        using var workspace = new Workspace(feed, cluster);
        File.Copy(workspace.In("prod.dump"), workspace.In("other.dump"));
        workspace.Write("ci-anon.yml", Workspace.Policy + "\nverify:\n  allow:\n    - { object: public.posts.body, kind: account, check: patterns, reason: nothing of the kind is there }\n");
        workspace.Write("team.csproj", kind == "sdk" ? Sdk(properties) : Library(properties));
        if (editorConfig is not null) workspace.Write(".editorconfig", editorConfig);
        var words = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToLookup(word => word.StartsWith('-'));
        var build = workspace.Build(["team.csproj", .. kind == "sdk" ? [] : (string[])["-restore"], "-t:AnonymizeDump", "-p:CiAnonPublishDirectory=staging", .. words[true]],
            words[false].Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]));
        var log = BinaryLog.Read(build.BinaryLog);
        Assert.Equal(build.ExitCode == 0, !build.Printed.Contains("error ", StringComparison.Ordinal));
        string[] published = [.. new[] { "bin/ci-anon", "staging" }.Select(workspace.In).Where(Directory.Exists).SelectMany(Directory.GetFiles)
            .Where(file => file.EndsWith(".dump", StringComparison.Ordinal) || File.ReadAllText(file).Contains("\n  \"status\": \"passed\"", StringComparison.Ordinal))
            .Select(file => Path.GetFileName(file)!)];
        return (build.ExitCode, log.Warnings.Count(warning => warning.Code == Code), log.Errors.Count(error => error.Code is Code or "CIANON5010"), published);
    }
}
