using System.Diagnostics;
using System.Text;
using CiAnon.Sandboxes;

namespace CiAnon.PostgresTests.Signals;

/// <summary>The real command as a process of its own.</summary>
internal sealed class CommandProcess : IDisposable
{
    /// <summary>What tells a hang from a slow machine; how long it takes is no test's to judge.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _printed = new();
    private readonly Lock _gate = new();

    public CommandProcess(params string[] arguments) : this(new Dictionary<string, string>(), arguments)
    {
    }

    /// <param name="environment">Variables besides our own.</param>
    public CommandProcess(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "ci-anon"), arguments)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>Its standard input, for what a dump's source would write.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    public string Printed
    {
        get
        {
            lock (_gate) return _printed.ToString();
        }
    }

    /// <summary>Waits until something is true of what runs; fails the test when the command ends before.</summary>
    public void WaitUntil(Func<bool> condition)
    {
        while (!condition())
        {
            if (_process.HasExited) throw new InvalidOperationException($"ended with {_process.ExitCode}: {Printed}");
            Thread.Sleep(5);
        }
    }

    public void Signal(int signal) => Libc.Signal(_process.Id, signal);

    /// <summary>The exit code, or null when the command hangs.</summary>
    public int? Exit()
    {
        if (!_process.WaitForExit(Patience)) return null;
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (_gate) _printed.Append(line).Append('\n');
    }
}
