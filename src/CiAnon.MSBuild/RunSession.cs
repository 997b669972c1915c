using CiAnon.Diagnostics;
using CiAnon.Publishing;
using CiAnon.Reporting;
using Microsoft.Build.Framework;

namespace CiAnon.MSBuild;

/// <summary>
/// One run that the tasks of a build share. MSBuild keeps it between tasks, and disposes it with the build at the latest:
/// the sandbox never outlives it.
/// </summary>
internal sealed class RunSession : IDisposable
{
    private readonly Key _key = new(Guid.NewGuid().ToString("n"));
    private readonly CancellationTokenSource _cancellation = new();
    private readonly TaskObserver _observer;
    private readonly Lock _ending = new();
    private bool _ended;

    public RunSession(IBuildEngine4 engine, AnonymizeOptions options, IReadOnlyCollection<string> failingWarnings)
    {
        Options = options;
        _observer = new TaskObserver(failingWarnings);
        Run = new AnonymizationRun(options, _observer, _cancellation.Token);
        engine.RegisterTaskObject(_key, this, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
    }

    /// <summary>What the tasks hand on to one another.</summary>
    public string Id => _key.Id;

    public AnonymizeOptions Options { get; }

    public AnonymizationRun Run { get; }

    /// <summary>The session of an earlier task of this build, or null.</summary>
    public static RunSession? Find(IBuildEngine4 engine, string id) =>
        (RunSession?)engine.GetRegisteredTaskObject(new Key(id), RegisteredTaskObjectLifetime.Build);

    /// <summary>From now on the run speaks through this task.</summary>
    public void Attach(Microsoft.Build.Utilities.Task task) => _observer.Speak(task);

    /// <summary>Kills the sandbox's server, so that whatever the run waits for ends. Any thread, any time.</summary>
    public void Cancel()
    {
        lock (_ending)
        {
            if (!_ended) _cancellation.Cancel();
        }
    }

    /// <summary>The last word of a run that failed a check, as an error: quiet logs show nothing else.</summary>
    public void TellVerdict(Microsoft.Build.Utilities.TaskLoggingHelper log)
    {
        if (Run.WrittenReport is not { Status: ReportStatus.Failed } report) return;
        log.Tell(new Diagnostic(DiagnosticCodes.RunFailed,
            $"failed: {Verdict.InShort(report)}; nothing was published; report {Options.ReportPath ?? OutputPaths.ReportBeside(Options.OutputPath!)}"));
    }

    /// <summary>Ends the sandbox now, instead of with the build.</summary>
    /// <param name="engine">Of the task that works now: that of an earlier one is gone.</param>
    public void End(IBuildEngine4 engine)
    {
        engine.UnregisterTaskObject(_key, RegisteredTaskObjectLifetime.Build);
        Dispose();
    }

    public void Dispose()
    {
        lock (_ending)
        {
            if (_ended) return;
            _ended = true;
        }
        Run.Dispose();
        _observer.Speak(null);
        _cancellation.Dispose();
    }

    // A type of its own: other packages' keys can't equal it.
    private sealed record Key(string Id);
}
