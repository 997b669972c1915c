using System.Diagnostics;
using CiAnon.PackageTests.Servers;
using CiAnon.PostgresTests;
using CiAnon.Tests.Snapshots;
using DotNet.Testcontainers.Configurations;

[assembly: AssemblyFixture(typeof(ServerEngine))]

namespace CiAnon.PackageTests.Servers;

/// <summary>What Testcontainers speaks to: Docker where it answers, else podman's service on a socket, for as long as the tests run.</summary>
public sealed class ServerEngine : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ci-anon-engine-").FullName;
    private readonly Lazy<string?> _endpoint;
    private Process? _service;

    public ServerEngine() => _endpoint = new(Start);

    /// <summary>The service's address; null for Docker's own.</summary>
    public string? Endpoint => _endpoint.Value;

    public void Dispose()
    {
        if (_service is not null)
        {
            _service.Kill(entireProcessTree: true);
            _service.WaitForExit();
            _service.Dispose();
        }
        Directory.Delete(_folder, recursive: true);
    }

    private string? Start()
    {
        var engine = TestProcess.Run(GeneratedFile.FullPath("eng/servers"), []).Text.TrimEnd().Split('\n')[^1];
        if (engine == "docker") return null;

        // Ryuk, which ends what a killed run leaves, would have to come from a registry.
        TestcontainersSettings.ResourceReaperEnabled = false;
        var socket = Path.Combine(_folder, "engine.sock");
        _service = Process.Start(new ProcessStartInfo(engine, ["system", "service", "--time", "0", "unix://" + socket]) { UseShellExecute = false, RedirectStandardInput = true })!;
        while (!File.Exists(socket))
        {
            if (_service.HasExited) throw new InvalidOperationException($"podman's service ended with {_service.ExitCode}.");
            Thread.Sleep(50);
        }
        return "unix://" + socket;
    }
}
