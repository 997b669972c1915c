using CiAnon.Diagnostics;

namespace CiAnon.Clusters;

/// <summary>Tells what the run of one database tells, with the database's name.</summary>
/// <param name="told">What was told of it already, while it was planned.</param>
/// <param name="isPlanning">No stage of the whole begins or ends.</param>
internal sealed class PartObserver(IRunObserver next, string database, HashSet<Diagnostic> told, bool isPlanning) : IRunObserver
{
    public void StageStarted(RunStage stage)
    {
        if (!isPlanning) next.StageStarted(stage);
    }

    public void StageFinished(RunStage stage, TimeSpan elapsed)
    {
        if (!isPlanning) next.StageFinished(stage, elapsed);
    }

    public void TablesPlanned(RunStage stage, IReadOnlyList<TableWork> tables) => next.TablesPlanned(stage, [.. tables.Select(table => table with { Table = In(table.Table) })]);

    public void TableProgress(RunStage stage, string table, long rows, long bytes, bool finished) => next.TableProgress(stage, In(table), rows, bytes, finished);

    public void Notice(Diagnostic diagnostic)
    {
        lock (told)
        {
            if (!told.Add(diagnostic)) return;
        }
        next.Notice(Named(diagnostic));
    }

    public bool Stops(Diagnostic warning) => next.Stops(warning);

    public void Activity(RunStage stage, string what) => next.Activity(stage, $"{database}: {what}");

    /// <summary>What stopped the run of the database.</summary>
    public CiAnonException Named(CiAnonException exception) => new([.. exception.Diagnostics.Select(Named)], exception);

    private Diagnostic Named(Diagnostic diagnostic) => diagnostic with { Message = $"{database}: {diagnostic.Message}" };

    private string In(string table) => $"{database}.{table}";
}
