using CiAnon.Diagnostics;

namespace CiAnon;

/// <summary>What a head may show while a run goes on. Called from several threads; must return at once.</summary>
public interface IRunObserver
{
    void StageStarted(RunStage stage);

    /// <summary>Not called for a stage that fails.</summary>
    void StageFinished(RunStage stage, TimeSpan elapsed);

    /// <summary>The tables that the stage will work on, with the bytes that it will read of each (an estimate where unknown).</summary>
    void TablesPlanned(RunStage stage, IReadOnlyList<TableWork> tables);

    void TableProgress(RunStage stage, string table, long rows, long bytes, bool finished);

    void Notice(Diagnostic diagnostic);

    /// <summary>Whether a warning counts as an error where it is told: then nothing may be published after it. Asked after <see cref="Notice"/>.</summary>
    bool Stops(Diagnostic warning) => false;

    /// <summary>One line about what is done right now, such as creating constraints.</summary>
    void Activity(RunStage stage, string what);
}

/// <summary>A table and the work that it is.</summary>
/// <param name="StoredBytes">Size in the archive.</param>
/// <param name="IsMasked">Rows stay, and some of their columns change.</param>
/// <param name="IsDropped">The policy leaves the rows out.</param>
public sealed record TableWork(string Table, long StoredBytes, bool IsMasked, bool IsDropped)
{
    /// <summary>The block is copied as it is stored: its rows are counted when the archive is read.</summary>
    public bool IsCopied { get; init; }

    /// <summary>The bytes aren't compressed: as many are read as are stored, more or less.</summary>
    public bool IsStoredAsIs { get; init; }
}

/// <summary>The four verbs of a run.</summary>
public enum RunStage
{
    Restore,
    Anonymize,
    Verify,
    Backup,
}
