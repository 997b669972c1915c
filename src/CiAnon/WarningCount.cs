using CiAnon.Diagnostics;

namespace CiAnon;

/// <summary>Passes on what a run tells, and counts its warnings.</summary>
internal sealed class WarningCount(IRunObserver next) : IRunObserver
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Notice(Diagnostic diagnostic)
    {
        if (diagnostic.Severity == Severity.Warning) Interlocked.Increment(ref _count);
        next.Notice(diagnostic);
    }

    public void StageStarted(RunStage stage) => next.StageStarted(stage);

    public void StageFinished(RunStage stage, TimeSpan elapsed) => next.StageFinished(stage, elapsed);

    public void TablesPlanned(RunStage stage, IReadOnlyList<TableWork> tables) => next.TablesPlanned(stage, tables);

    public void TableProgress(RunStage stage, string table, long rows, long bytes, bool finished) => next.TableProgress(stage, table, rows, bytes, finished);

    public void Activity(RunStage stage, string what) => next.Activity(stage, what);
}
