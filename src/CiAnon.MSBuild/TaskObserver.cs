using CiAnon.Diagnostics;
using CiAnon.Hosts;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace CiAnon.MSBuild;

/// <summary>What a build's log shows of a run: a line per stage always, one per table in normal logs, the rest in detailed ones.</summary>
/// <param name="failingWarnings">Codes of warnings that the command line makes errors of.</param>
internal sealed class TaskObserver(IReadOnlyCollection<string> failingWarnings) : IRunObserver
{
    /// <summary>Of the task that works now; null between tasks, when nothing may be said.</summary>
    public TaskLoggingHelper? Log { get; private set; }

    /// <summary>What the engine says of warnings in the project of the task that works now.</summary>
    private IBuildEngine8? Engine { get; set; }

    public void Speak(Microsoft.Build.Utilities.Task? task) => (Log, Engine) = (task?.Log, task?.BuildEngine as IBuildEngine8);

    public void StageStarted(RunStage stage) => Say(MessageImportance.Low, $"{Word(stage)} begins");

    public void StageFinished(RunStage stage, TimeSpan elapsed) => Say(MessageImportance.High, $"{Word(stage)} finished in {Printable.Seconds(elapsed)}");

    public void TablesPlanned(RunStage stage, IReadOnlyList<TableWork> tables) => Say(MessageImportance.Normal,
        $"{Word(stage)} {tables.Count} tables, {Printable.Bytes(tables.Sum(table => table.StoredBytes))} stored, {tables.Count(table => table.IsMasked)} with masked columns");

    public void TableProgress(RunStage stage, string table, long rows, long bytes, bool finished)
    {
        if (finished) Say(MessageImportance.Normal, $"{Word(stage)} {table}: {Printable.Count(rows)} rows, {Printable.Bytes(bytes)}");
    }

    public void Activity(RunStage stage, string what) => Say(MessageImportance.Low, $"{Word(stage)} {what}");

    // As an error when it is one: MSBuild, which would see to that, asks the project's own codes alone.
    public void Notice(Diagnostic diagnostic) => Log?.Tell(
        diagnostic.Severity == Severity.Warning && Stops(diagnostic) ? Severity.Error : diagnostic.Severity,
        diagnostic.Code.Id, DiagnosticDocs.Link(diagnostic.Code), diagnostic.Position, diagnostic.Message);

    public bool Stops(Diagnostic warning) =>
        failingWarnings.Contains(warning.Code.Id) || Engine?.ShouldTreatWarningAsError(warning.Code.Id) == true;

    private void Say(MessageImportance importance, string text) => Log?.LogMessage(importance, Printable.Line($"ci-anon: {text}"));

    private static string Word(RunStage stage) => stage.ToString().ToLowerInvariant();
}
