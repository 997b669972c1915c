using System.Diagnostics;
using System.Text;
using CiAnon.PostgresTests;

namespace CiAnon.PackageTests.Packages;

/// <summary>A program as a user starts it: without what the test runner and a CI system leave in the environment.</summary>
internal sealed class Command : IDisposable
{
    // Each of them changes how MSBuild, the SDK or we behave.
    private static readonly string[] Toxic = ["MSBUILD", "DOTNET_", "VSTEST", "NUGET_", "GITHUB_", "GITLAB_", "CI", "BUILD_", "SYSTEM_", "AGENT_", "TF_", "PG", "Use"];
    private static readonly string[] Kept = ["DOTNET_ROOT", "NUGET_HTTP_CACHE_PATH"];

    private readonly Process _process;
    private readonly StringBuilder _printed = new();

    private Command(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
    }

    public int Id => _process.Id;

    /// <summary>Standard output and error, as they came.</summary>
    public string Printed
    {
        get
        {
            lock (_printed) return _printed.ToString();
        }
    }

    public static Command Start(string program, IEnumerable<string> arguments, string folder, Dictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Except(Kept).Where(name => Toxic.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // psql and pg_restore, in the version that the tests use.
        start.Environment["PATH"] = PostgresTools.Installed.BinDirectory + Path.PathSeparator + start.Environment["PATH"];
        foreach (var (name, value) in environment ?? []) start.Environment[name] = value;
        return new Command(Process.Start(start)!);
    }

    /// <summary>Waits for the end and all output; the exit code.</summary>
    public int Finish()
    {
        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <summary>Waits until something is true; fails when the program ends before.</summary>
    public void WaitUntil(Func<bool> condition)
    {
        while (!condition())
        {
            if (_process.HasExited) throw new InvalidOperationException($"ended with {Finish()}: {Printed}");
            Thread.Sleep(20);
        }
    }

    /// <param name="name">INT or TERM.</param>
    public void Signal(string name) => TestProcess.Run("/bin/sh", ["-c", "kill -s \"$1\" \"$2\"", "sh", name, _process.Id.ToString()]);

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        // A stream's end, which comes as null, is no line.
        if (line is null) return;
        lock (_printed) _printed.AppendLine(line);
    }
}
