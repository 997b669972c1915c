using CiAnon.PackageTests.Image;
using CiAnon.Tests.Snapshots;

namespace CiAnon.PackageTests.Action;

/// <summary>The folders, variables and programs that a step finds on GitHub's runner.</summary>
internal sealed class RunnerMachine : IDisposable
{
    public const string Token = "ghs_token-canary";

    private readonly string _root = Directory.CreateTempSubdirectory("ci-anon-action-").FullName;

    /// <param name="folder">The workspace's name, as repositories may be called.</param>
    public RunnerMachine(ContainerImage image, string folder = "shop")
    {
        (Workspace, Temporary) = (Path.Combine(_root, "work", folder), Path.Combine(_root, "temp"));
        var programs = Path.Combine(_root, "bin");
        foreach (var name in new[] { Workspace, Temporary, programs }) Directory.CreateDirectory(name);
        var docker = Path.Combine(programs, "docker");
        // Tells what it was asked for; the machine's own network stands for the internet, where one is allowed.
        File.WriteAllText(docker, $$"""
            #!/usr/bin/env bash
            printf '%s\n' "$@" --end-- >>'{{Calls}}'
            if [ "$1" = run ] && [[ " $* " != *' --network '* ]]; then shift; set -- run --network host "$@"; fi
            exec '{{image.EnginePath}}' "$@"
            """);
        // The runner's user may become root; this one is already.
        var sudo = Path.Combine(programs, "sudo");
        File.WriteAllText(sudo, "#!/bin/sh\nexec \"$@\"\n");
        foreach (var program in new[] { docker, sudo }) File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
        File.WriteAllText(Event, """{"repository":{"full_name":"org/shop","private":true,"visibility":"private"}}""");
        Environment = new()
        {
            ["CI"] = "true",
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_ACTION_PATH"] = GeneratedFile.FullPath("."),
            ["GITHUB_WORKSPACE"] = Workspace,
            ["GITHUB_EVENT_PATH"] = Event,
            ["GITHUB_API_URL"] = "http://127.0.0.1:9",
            ["GITHUB_REPOSITORY"] = "org/shop",
            ["GITHUB_SHA"] = "0123456789012345678901234567890123456789",
            ["GITHUB_RUN_ID"] = "42",
            ["GITHUB_RUN_ATTEMPT"] = "1",
            ["GITHUB_ACTOR"] = "somebody",
            ["RUNNER_TEMP"] = Temporary,
            ["RUNNER_OS"] = "Linux",
            ["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = "oidc-token-canary",
            ["PRODUCTION_PASSWORD"] = "password-canary",
            ["PATH"] = $"{programs}:{System.Environment.GetEnvironmentVariable("PATH")}",
        };
    }

    public Dictionary<string, string> Environment { get; }

    public string Workspace { get; }

    public string Temporary { get; }

    public string Event => Path.Combine(_root, "event.json");

    private string Calls => Path.Combine(_root, "docker-calls");

    public string In(string name) => Path.Combine(Workspace, name);

    /// <summary>The arguments of every call of docker.</summary>
    public IReadOnlyList<string[]> DockerCalls => !File.Exists(Calls) ? []
        : [.. File.ReadAllText(Calls).Split("--end--\n", StringSplitOptions.RemoveEmptyEntries).Select(call => call.TrimEnd('\n').Split('\n'))];

    /// <summary>A file of this step's own.</summary>
    public string NewFile(string text = "")
    {
        var path = Path.Combine(_root, Path.GetRandomFileName());
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
