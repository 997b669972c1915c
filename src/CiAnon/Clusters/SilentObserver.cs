using CiAnon.Diagnostics;

namespace CiAnon.Clusters;

/// <summary>Of what is planned beside the thing that somebody asked for, nothing is told.</summary>
internal sealed class SilentObserver : IRunObserver
{
    public void StageStarted(RunStage stage)
    {
    }

    public void StageFinished(RunStage stage, TimeSpan elapsed)
    {
    }

    public void TablesPlanned(RunStage stage, IReadOnlyList<TableWork> tables)
    {
    }

    public void TableProgress(RunStage stage, string table, long rows, long bytes, bool finished)
    {
    }

    public void Notice(Diagnostic diagnostic)
    {
    }

    public void Activity(RunStage stage, string what)
    {
    }
}
