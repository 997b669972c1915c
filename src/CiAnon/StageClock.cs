using System.Diagnostics;
using CiAnon.Diagnostics;
using CiAnon.Reporting.Sections;
using CiAnon.Sandboxes;

namespace CiAnon;

/// <summary>Runs the stages of a run one after the other: times them, tells the observer, and says what a failure was.</summary>
/// <param name="checkFailed">Told of a failed check before it goes on to the caller.</param>
internal sealed class StageClock(IRunObserver observer, Action<CiAnonException> checkFailed, CancellationToken cancellation)
{
    private readonly List<StageSection> _done = [];

    /// <summary>Stages that ended, the one that failed included.</summary>
    public IReadOnlyList<StageSection> Done => [.. _done];

    public T Run<T>(RunStage stage, Func<T> work)
    {
        cancellation.ThrowIfCancellationRequested();
        observer.StageStarted(stage);
        var clock = Stopwatch.StartNew();
        try
        {
            var result = work();
            Add(stage, clock);
            observer.StageFinished(stage, clock.Elapsed);
            return result;
        }
        catch (CiAnonException exception) when (exception.Exit == ExitCode.CheckFailed && !cancellation.IsCancellationRequested)
        {
            Add(stage, clock);
            checkFailed(exception);
            throw;
        }
        catch (Exception exception) when (exception is not OperationCanceledException && cancellation.IsCancellationRequested)
        {
            // Cancelling kills the server: whatever broke then broke because of it.
            throw new OperationCanceledException(cancellation);
        }
        catch (Exception exception) when (SandboxErrors.IsFromServer(exception))
        {
            throw SandboxErrors.FromServer(exception, $"go on with stage {Word(stage)}");
        }
    }

    private void Add(RunStage stage, Stopwatch clock) => _done.Add(new StageSection(Word(stage), Math.Round(clock.Elapsed.TotalSeconds, 3)));

    private static string Word(RunStage stage) => stage.ToString().ToLowerInvariant();
}
