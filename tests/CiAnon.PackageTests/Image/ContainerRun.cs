using System.Diagnostics;
using System.Text;

namespace CiAnon.PackageTests.Image;

/// <summary>One container, from its start to its end.</summary>
public sealed class ContainerRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ContainerImage _image;
    private readonly string _name;
    private readonly Process _client;
    private readonly StringBuilder _log = new();
    private readonly Lock _gate = new();

    internal ContainerRun(ContainerImage image, string name, ProcessStartInfo start)
    {
        (_image, _name) = (image, name);
        _client = Process.Start(start)!;
        _client.StandardInput.Close();
        _client.OutputDataReceived += (_, line) => Keep(line.Data);
        _client.ErrorDataReceived += (_, line) => Keep(line.Data);
        _client.BeginOutputReadLine();
        _client.BeginErrorReadLine();
    }

    /// <summary>Both streams, as a runner reads them.</summary>
    public string Log
    {
        get
        {
            lock (_gate) return _log.ToString();
        }
    }

    /// <summary>Waits for the container's exit code.</summary>
    public int Exit()
    {
        Assert.True(_client.WaitForExit(Patience), $"the container is still running: {Log}");
        _client.WaitForExit();
        return _client.ExitCode;
    }

    public void WaitFor(string text)
    {
        for (var clock = Stopwatch.StartNew(); !Log.Contains(text, StringComparison.Ordinal);)
        {
            Assert.False(_client.HasExited, $"ended before it said '{text}': {Log}");
            Assert.True(clock.Elapsed < Patience, $"never said '{text}': {Log}");
            Thread.Sleep(20);
        }
    }

    /// <summary>A signal to the container's first process, from outside.</summary>
    public void Signal(string name) => _image.Engine("kill", "--signal", name, _name);

    /// <summary>What a shell in the running container prints.</summary>
    public string Shell(string script) => _image.Engine("exec", _name, "/bin/sh", "-c", script);

    public void Dispose()
    {
        if (!_client.HasExited) Signal("KILL");
        _client.WaitForExit();
        _client.Dispose();
    }

    private void Keep(string? line)
    {
        lock (_gate) _log.Append(line).Append('\n');
    }
}
