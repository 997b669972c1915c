using System.Diagnostics;
using System.Globalization;
using CiAnon.Sandboxes;

namespace CiAnon.PostgresTests.Sandboxes;

/// <summary>Another process that owns a sandbox, for tests to kill.</summary>
internal sealed class OwnerProcess : IDisposable
{
    private readonly Process _process;

    private OwnerProcess(Process process) => _process = process;

    public string Sandbox { get; private set; } = "";

    public string Data => Path.Combine(Sandbox, "data");

    /// <summary>Returns while the sandbox may still be starting.</summary>
    public static OwnerProcess Begin(string workDirectory)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "CiAnon.TestHost.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["exec", host, workDirectory]) { UseShellExecute = false, RedirectStandardOutput = true };
        if (!IsDotnet(Environment.ProcessPath!)) start.FileName = "dotnet";
        return new OwnerProcess(Process.Start(start)!);
    }

    /// <summary>Returns when the sandbox runs.</summary>
    public static OwnerProcess Start(string workDirectory)
    {
        var owner = Begin(workDirectory);
        owner.Sandbox = owner._process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The owner ended without a word.");
        return owner;
    }

    /// <summary>SIGKILL, to that process only.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>A signal to the shell that guards the sandbox.</summary>
    public void SignalWatchdog(int signal)
    {
        var watchdog = Directory.EnumerateDirectories("/proc")
            .Where(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _))
            .Single(folder => CommandLine(folder).Contains("ci-anon-watchdog\0" + Sandbox, StringComparison.Ordinal));
        Assert.True(Libc.Signal(int.Parse(Path.GetFileName(watchdog)), signal));
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }

    private static bool IsDotnet(string path) => Path.GetFileNameWithoutExtension(path) == "dotnet";

    private static string CommandLine(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline"));
        }
        catch (IOException)
        {
            return "";
        }
    }
}
