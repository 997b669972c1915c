using System.Collections.Concurrent;
using CiAnon.Diagnostics;

namespace CiAnon.PostgresTests.Runs;

/// <summary>Keeps what a run told its head.</summary>
internal sealed class RecordingObserver : IRunObserver
{
    public ConcurrentQueue<RunStage> Started { get; } = [];

    public ConcurrentQueue<RunStage> Finished { get; } = [];

    public ConcurrentQueue<Diagnostic> Notices { get; } = [];

    /// <summary>Called at the start of each stage, to interfere with a run.</summary>
    public Action<RunStage> OnStage { get; init; } = static _ => { };

    /// <summary>Called whenever a table comes on.</summary>
    public Action<RunStage> OnProgress { get; init; } = static _ => { };

    public void StageStarted(RunStage stage)
    {
        Started.Enqueue(stage);
        OnStage(stage);
    }

    public void StageFinished(RunStage stage, TimeSpan elapsed) => Finished.Enqueue(stage);

    public void TablesPlanned(RunStage stage, IReadOnlyList<TableWork> tables)
    {
    }

    public void TableProgress(RunStage stage, string table, long rows, long bytes, bool finished) => OnProgress(stage);

    public void Notice(Diagnostic diagnostic) => Notices.Enqueue(diagnostic);

    public void Activity(RunStage stage, string what)
    {
    }
}
