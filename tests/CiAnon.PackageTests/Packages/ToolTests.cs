namespace CiAnon.PackageTests.Packages;

/// <summary>The command as a .NET tool, from the package alone.</summary>
public sealed class ToolTests(PackageFeed feed) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ci-anon-tool-").FullName;

    [Fact]
    public void It_installs_and_runs()
    {
        var installed = Dotnet("tool", "install", "CiAnon.Tool", "--tool-path", Path.Combine(_folder, "tools"), "--source", feed.Folder);
        Assert.True(installed.ExitCode == 0, installed.Printed);
        using var command = Command.Start(Path.Combine(_folder, "tools", "ci-anon"), ["--version"], _folder);
        Assert.Equal((0, PackageFeed.Version), (command.Finish(), command.Printed.Trim()));
    }

    [Fact]
    public void It_runs_without_being_installed()
    {
        var ran = Dotnet("tool", "exec", "CiAnon.Tool", "--yes", "--source", feed.Folder, "--", "strategies", "email");
        Assert.True(ran.ExitCode == 0, ran.Printed);
        Assert.Contains("email", ran.Printed, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (int ExitCode, string Printed) Dotnet(params string[] arguments)
    {
        using var command = Command.Start("dotnet", arguments, _folder, new() { ["NUGET_PACKAGES"] = Path.Combine(_folder, "cache"), ["DOTNET_CLI_HOME"] = _folder });
        return (command.Finish(), command.Printed);
    }
}
