using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CiAnon.Tests.Reporting;

namespace CiAnon.Tests.Publishing.GitHub;

/// <summary>
/// Prism (npm) between a client and a server: a request or an answer that GitHub's description doesn't allow becomes an error, whatever
/// the server says.
/// </summary>
internal sealed class PrismProxy : IDisposable
{
    private readonly string _description = Path.GetTempFileName();
    private readonly Process _process;

    public PrismProxy(int upstream)
    {
        File.WriteAllText(_description, GitHubDescription.Json);
        var program = Path.Combine(NpmPackage.Modules("@stoplight/prism-cli", "5.16.0"), "@stoplight", "prism-cli", "dist", "index.js");
        Port = FreePort();
        var start = new ProcessStartInfo("node", [program, "proxy", _description, $"http://127.0.0.1:{upstream}", "--errors", "-h", "127.0.0.1", "-p", $"{Port}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        var listening = new TaskCompletionSource<bool>();
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null || line.Data.Contains("Prism is listening", StringComparison.Ordinal)) listening.TrySetResult(line.Data is not null);
        };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        if (!listening.Task.GetAwaiter().GetResult()) throw new InvalidOperationException("prism ended before it listened");
    }

    public int Port { get; }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        File.Delete(_description);
    }
}
