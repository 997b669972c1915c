using CiAnon.Diagnostics;
using CiAnon.Hosts;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace CiAnon.MSBuild;

/// <summary>What a build's log shows of a run: a line per stage always, one per table in normal logs, the rest in detailed ones.</summary>
internal sealed class TaskObserver : IRunObserver
{
    /// <summary>Of the task that works now; null between tasks, when nothing may be said.</summary>
    public TaskLoggingHelper? Log { get; set; }

    public void StageStarted(RunStage stage) => Say(MessageImportance.Low, $"{Word(stage)} begins");

    public void StageFinished(RunStage stage, TimeSpan elapsed) => Say(MessageImportance.High, $"{Word(stage)} finished in {Printable.Seconds(elapsed)}");

    public void TablesPlanned(RunStage stage, IReadOnlyList<TableWork> tables) => Say(MessageImportance.Normal,
        $"{Word(stage)} {tables.Count} tables, {Printable.Bytes(tables.Sum(table => table.StoredBytes))} stored, {tables.Count(table => table.IsMasked)} with masked columns");

    public void TableProgress(RunStage stage, string table, long rows, long bytes, bool finished)
    {
        if (finished) Say(MessageImportance.Normal, $"{Word(stage)} {table}: {Printable.Count(rows)} rows, {Printable.Bytes(bytes)}");
    }

    public void Activity(RunStage stage, string what) => Say(MessageImportance.Low, $"{Word(stage)} {what}");

    public void Notice(Diagnostic diagnostic) => Log?.Tell(diagnostic);

    private void Say(MessageImportance importance, string text) => Log?.LogMessage(importance, Printable.Line($"ci-anon: {text}"));

    private static string Word(RunStage stage) => stage.ToString().ToLowerInvariant();
}
