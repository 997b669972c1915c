using System.Diagnostics;
using System.Text.Json;
using CiAnon.PackageTests.Image;
using CiAnon.Tests.Snapshots;

[assembly: AssemblyFixture(typeof(ContainerImage))]

// Whoever needs the image waits for it: others shall go on meanwhile, on a machine of two cores, too.
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]

namespace CiAnon.PackageTests.Image;

/// <summary>The image as eng/image builds it, once for all tests, and the engine that runs it: docker, or its stand-in.</summary>
public sealed class ContainerImage
{
    public const string Name = "ci-anon:test";

    /// <summary>What the Dockerfile says a container needs, and nothing more.</summary>
    public static IReadOnlyList<string> Capabilities { get; } = ["CHOWN", "DAC_OVERRIDE", "KILL", "SETGID", "SETUID"];

    private readonly Lazy<string> _engine = new(() => PostgresTests.TestProcess.Run(GeneratedFile.FullPath("eng/image"), []).Text.TrimEnd().Split('\n')[^1]);

    public string EnginePath => _engine.Value;

    /// <summary>No network, nothing to write to but memory, no right beyond the named ones.</summary>
    public static IEnumerable<string> Hardened(params IEnumerable<string> capabilities) =>
    [
        "--network", "none", "--read-only", "--tmpfs", "/tmp", "--security-opt", "no-new-privileges", "--cap-drop", "ALL",
        .. capabilities.SelectMany(capability => new[] { "--cap-add", capability }),
    ];

    /// <summary>The engine's own command, to its end.</summary>
    public string Engine(params IEnumerable<string> arguments) => PostgresTests.TestProcess.Run(EnginePath, arguments).Text.TrimEnd('\n');

    public JsonElement Inspect() => JsonDocument.Parse(Engine("image", "inspect", Name)).RootElement[0];

    /// <summary>A container's programs print this.</summary>
    public string Shell(string script) => Engine("run", "--rm", "--network", "none", "--entrypoint", "/bin/sh", Name, "-c", script);

    /// <summary>A container that starts now; variables are passed by name, as GitHub's runner does.</summary>
    public ContainerRun Start(IEnumerable<string> options, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments)
    {
        var name = "ci-anon-test-" + Guid.NewGuid().ToString("N");
        var start = new ProcessStartInfo(EnginePath,
            ["run", "--rm", "--name", name, .. options, .. environment.Keys.SelectMany(variable => new[] { "-e", variable }), Name, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (variable, value) in environment) start.Environment[variable] = value;
        return new ContainerRun(this, name, start);
    }
}
