using CiAnon.PostgresTests;

namespace CiAnon.PackageTests.Image;

/// <summary>The folders and variables that GitHub's runner gives a container step; they belong to the runner's user, not to root.</summary>
internal sealed class RunnerFolder : IDisposable
{
    /// <summary>The runner's user on GitHub's machines.</summary>
    public const string Owner = "1001:1001";

    private readonly string _root = Directory.CreateTempSubdirectory("ci-anon-image-").FullName;

    public RunnerFolder()
    {
        foreach (var name in new[] { "workspace", "home", "workflow", "file_commands", "runner_temp" }) Directory.CreateDirectory(Path.Combine(_root, name));
        foreach (var file in new[] { "output", "summary", "env", "path", "state" }) File.WriteAllText(Path.Combine(_root, "file_commands", file), "");
        TestProcess.Run("chmod", ["755", _root]);
    }

    public string Workspace => Path.Combine(_root, "workspace");

    public string Output => File.ReadAllText(Path.Combine(_root, "file_commands", "output"));

    public string Summary => File.ReadAllText(Path.Combine(_root, "file_commands", "summary"));

    public string Temporary => Path.Combine(_root, "runner_temp");

    /// <summary>As ContainerActionHandler mounts them.</summary>
    public IEnumerable<string> Mounts =>
    [
        "--workdir", "/github/workspace",
        .. new[] { "workspace", "home", "workflow", "file_commands", "runner_temp" }.SelectMany(name => new[] { "-v", $"{Path.Combine(_root, name)}:/github/{name}" }),
    ];

    public Dictionary<string, string> Environment { get; } = new()
    {
        ["CI"] = "true",
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_WORKSPACE"] = "/github/workspace",
        ["GITHUB_OUTPUT"] = "/github/file_commands/output",
        ["GITHUB_STEP_SUMMARY"] = "/github/file_commands/summary",
        ["GITHUB_ENV"] = "/github/file_commands/env",
        ["GITHUB_REPOSITORY"] = "org/shop",
        ["GITHUB_SHA"] = "0123456789012345678901234567890123456789",
        ["GITHUB_RUN_ID"] = "42",
        ["GITHUB_ACTOR"] = "somebody",
        ["RUNNER_TEMP"] = "/github/runner_temp",
        ["HOME"] = "/github/home",
        ["ACTIONS_RUNTIME_TOKEN"] = "runtime-token-canary",
    };

    public string In(string name) => Path.Combine(Workspace, name);

    /// <summary>From now on everything belongs to the runner's user.</summary>
    public void HandToRunner() => TestProcess.Run("chown", ["-R", Owner, Path.Combine(_root, "workspace"), Path.Combine(_root, "home"),
        Path.Combine(_root, "workflow"), Path.Combine(_root, "file_commands"), Path.Combine(_root, "runner_temp")]);

    /// <summary>Owner of each entry of the workspace, by name.</summary>
    public Dictionary<string, string> Owners() => TestProcess.Run("find", [Workspace, "-mindepth", "1", "-printf", "%P %U:%G\n"]).Text
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToDictionary(pair => pair[0], pair => pair[1]);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
