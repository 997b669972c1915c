using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Policies;
using CiAnon.Stages;
using CiAnon.Stages.Batches;
using CiAnon.Stages.Prose;
using CiAnon.Verification;
using CiAnon.Verification.Residual;

namespace CiAnon;

/// <summary>Streams every table through its masks into the sandbox, then creates what proves that the rows hold together.</summary>
/// <param name="policyFolder">Where programs and assemblies that the policy names lie.</param>
internal sealed class RowLoad(RunState run, string policyFolder, string? searchPath, int jobs, IRunObserver observer, CancellationToken cancellation)
{
    /// <param name="entries">Keys, constraints and triggers.</param>
    public void Run(IReadOnlyList<TocEntry> entries)
    {
        observer.TablesPlanned(RunStage.Anonymize, [.. run.Tables.Select(Work)]);
        var loader = new TableLoader(run.Dump, run.Encoding, run.Scan, new BatchRoom(run.Sandbox, run.Schema.Database, policyFolder, searchPath, cancellation));
        var readsProse = run.Plan.Tables.SelectMany(table => table.Columns).Any(ResultScan.HasInsertions);
        if (readsProse) KnowOriginals();
        // What is looked for must be known before anything is searched.
        Load(loader, [.. run.Tables.Where(ResultScan.HasOriginals)]);
        if (!readsProse) run.Scan.BeginSearch();
        Load(loader, [.. run.Tables.Where(task => !ResultScan.HasOriginals(task))]);
        foreach (var entry in run.Dump.Toc.Where(entry => entry.IsLargeObjects))
            loader.CheckLargeObjects(entry, run.Policy.LargeObjects == LargeObjectMode.Keep, cancellation);
        run.Scan.SearchContents(run.Dump.Texts);
        SequenceValues.Set(run.Dump, run.Sandbox, Preparation.Database);
        var postData = new PostData(run.Dump, run.Sandbox, Preparation.Database, entries);
        postData.Run(jobs, entry => observer.Activity(RunStage.Anonymize, entry.FullName), cancellation);
        run.KeyViolations = postData.Violations;
        run.PostDataEntries = entries.Count;
    }

    // A text may name whoever has a row in any table, and only who is known is named by a pseudonym.
    private void KnowOriginals()
    {
        observer.Activity(RunStage.Anonymize, "reading columns that identify people, to know them in texts");
        new OriginalsPass(run, cancellation).Run(jobs);
        run.Scan.BeginSearch();
        if (run.Scan.Originals.Share < 1)
            throw new CiAnonException(DiagnosticCodes.TooManyOriginals, $"the columns that identify people hold more than {Originals.DefaultLimit} different originals. {DiagnosticCodes.TooManyOriginals.Help}");
        if (run.Prose.Pseudonyms.Forgotten > 0)
            observer.Notice(new Diagnostic(DiagnosticCodes.PseudonymsForgotten, $"there is no room for the pseudonyms of all originals: texts name {run.Prose.Pseudonyms.Forgotten} forms of them by their kind"));
        run.Prose.Know(run.Scan.Originals);
    }

    public static TableWork Work(TableTask task) => new(task.Name, task.StoredBytes, task.KeepsRows && task.IsRewritten, !task.KeepsRows || task.Kept is { Count: 0 });

    private void Load(TableLoader loader, IReadOnlyList<TableTask> tables) => ParallelTables.ForEach(tables, jobs, run.Connect, (task, connection) =>
    {
        void Tell(long rows, long bytes) => observer.TableProgress(RunStage.Anonymize, task.Name, rows, bytes, finished: false);
        if (task is { KeepsRows: true, Kept: not { Count: 0 } }) loader.Load(task, connection, Tell, cancellation);
        else loader.Skip(task, cancellation);
        observer.TableProgress(RunStage.Anonymize, task.Name, task.Facts.RowsRead, task.Facts.BytesRead, finished: true);
    }, cancellation);
}
