using System.Diagnostics;
using CiAnon.PackageTests.Image;
using CiAnon.PackageTests.Servers;
using CiAnon.Tests.Snapshots;
using DotNet.Testcontainers.Configurations;

[assembly: AssemblyFixture(typeof(ServerEngine))]

namespace CiAnon.PackageTests.Servers;

/// <summary>What Testcontainers speaks to: Docker where it answers, else podman's service on a socket, for as long as the tests run.</summary>
public sealed class ServerEngine : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ci-anon-engine-").FullName;
    private readonly Lock _starting = new();
    private Process? _service;

    private string Socket => Path.Combine(_folder, "engine.sock");

    /// <summary>The service's address, where postgres:17 is a stand-in; null for Docker's own, which has the official image.</summary>
    public string? Endpoint(ContainerImage image)
    {
        if (image.EnginePath == "docker") return null;
        lock (_starting)
        {
            if (_service is null) Start(image);
            return "unix://" + Socket;
        }
    }

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

    private void Start(ContainerImage image)
    {
        image.Engine("build", "--pull=never", "--format", "docker", "-t", "docker.io/library/postgres:17", GeneratedFile.FullPath("tests/CiAnon.PackageTests/Servers/image"));
        // Ryuk, which ends what a killed run leaves, would have to come from a registry.
        TestcontainersSettings.ResourceReaperEnabled = false;
        _service = Process.Start(new ProcessStartInfo(image.EnginePath, ["system", "service", "--time", "0", "unix://" + Socket]) { UseShellExecute = false, RedirectStandardInput = true })!;
        while (!File.Exists(Socket))
        {
            if (_service.HasExited) throw new InvalidOperationException($"podman's service ended with {_service.ExitCode}.");
            Thread.Sleep(50);
        }
    }
}
