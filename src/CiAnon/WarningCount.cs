using CiAnon.Diagnostics;

namespace CiAnon;

/// <summary>Passes on what a run tells, and counts the warnings after which nothing may be published.</summary>
/// <param name="all">Every warning is one.</param>
internal sealed class WarningCount(IRunObserver next, bool all) : IRunObserver
{
    private int _stopping;

    /// <exception cref="CiAnonException">CIANON2nnn: there were some.</exception>
    public void Require()
    {
        var stopping = Volatile.Read(ref _stopping);
        if (stopping == 0) return;
        throw new CiAnonException(DiagnosticCodes.WarningsFail, $"{stopping} warning{(stopping == 1 ? "" : "s")}, and warnings were to stop the run; nothing was published");
    }

    public bool Stops(Diagnostic warning) => all || next.Stops(warning);

    public void Notice(Diagnostic diagnostic)
    {
        next.Notice(diagnostic);
        if (diagnostic.Severity == Severity.Warning && (all || next.Stops(diagnostic))) Interlocked.Increment(ref _stopping);
    }

    public void StageStarted(RunStage stage) => next.StageStarted(stage);

    public void StageFinished(RunStage stage, TimeSpan elapsed) => next.StageFinished(stage, elapsed);

    public void TablesPlanned(RunStage stage, IReadOnlyList<TableWork> tables) => next.TablesPlanned(stage, tables);

    public void TableProgress(RunStage stage, string table, long rows, long bytes, bool finished) => next.TableProgress(stage, table, rows, bytes, finished);

    public void Activity(RunStage stage, string what) => next.Activity(stage, what);
}
