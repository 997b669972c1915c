using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Policies;
using CiAnon.Residual;
using CiAnon.Stages;
using CiAnon.Stages.Batches;
using CiAnon.Stages.Entries;
using CiAnon.Stages.Loading;
using CiAnon.Stages.Prose;
using CiAnon.Tables;
using CiAnon.Verification.Search;

namespace CiAnon;

/// <summary>
/// The one pass over the dump: every table's rows go through their masks, into the artefact or, where PostgreSQL must see them, into the
/// sandbox; then comes what proves that these hold together.
/// </summary>
/// <param name="policyFolder">Where programs and assemblies that the policy names lie.</param>
internal sealed class RowLoad(RunState run, string policyFolder, string? searchPath, int jobs, IRunObserver observer, CancellationToken cancellation)
{
    private const int TextEffort = 4;

    /// <param name="entries">Keys, constraints and triggers.</param>
    /// <param name="archive">Gets all tables and large objects; null where all tables are loaded, and what becomes of them is decided later.</param>
    public void Run(IReadOnlyList<TocEntry> entries, ArchiveBackup? archive = null)
    {
        observer.TablesPlanned(RunStage.Anonymize, [.. run.Tables.Select(task => Work(task, run.Dump.IsLive))]);
        var pass = new RowPass(run.Dump, run.Scan, new BatchRoom(run.Sandbox, run.Schema.Database, policyFolder, searchPath, cancellation));
        var loader = new TableLoader(run.Dump, run.Encoding, pass);
        var readsProse = run.Plan.Tables.SelectMany(table => table.Columns).Any(ResultScan.HasInsertions);
        if (readsProse) KnowOriginals();
        // What PostgreSQL must see goes first: it creates keys, and gives back what it made of the rows, while those of other tables go on.
        var tables = run.Tables.OrderByDescending(task => task.IsLoaded).ThenByDescending(Effort).ToList();
        var unproven = tables.Count(task => task.IsLoaded || HasBatches(task));
        using var proof = new BackgroundWork(stop => Prove(entries, archive, stop), cancellation);
        if (unproven == 0) proof.Start();
        ParallelTables.ForEach(tables, jobs, run.Connect, (task, connection) =>
        {
            void Tell(long rows, long bytes) => observer.TableProgress(RunStage.Anonymize, task.Name, rows, bytes, finished: false);
            if (!task.IsLoaded) (archive ?? throw new InvalidOperationException($"{task.Name} has no place to go to")).Write(task, pass, Tell, cancellation);
            else if (task is { KeepsRows: true, Kept: not { Count: 0 } }) loader.Load(task, connection, Tell, cancellation);
            else RowErrors.Guard(run.Dump, task, () => pass.Skip(task, cancellation));
            observer.TableProgress(RunStage.Anonymize, task.Name, task.Facts.RowsRead, task.Facts.BytesRead, finished: true);
            if ((task.IsLoaded || HasBatches(task)) && Interlocked.Decrement(ref unproven) == 0) proof.Start();
        }, cancellation);
        // Whether they are kept or dropped, a damaged dump is no dump; those that are kept are read in the artefact.
        if (run.Policy.LargeObjects != LargeObjectMode.Keep) DroppedLargeObjects.Read(run.Dump, cancellation);
        // All originals are known.
        if (!readsProse) run.Scan.BeginSearch();
        proof.Wait();
    }

    private void Prove(IReadOnlyList<TocEntry> entries, ArchiveBackup? archive, CancellationToken stop)
    {
        SequenceValues.Set(run.Dump, run.Sandbox, Preparation.Database);
        var proving = ProvingEntries.Of(run, entries);
        var postData = new PostData(run.Schema, run.Sandbox, proving.Entries, proving.Refreshes);
        postData.Run(jobs, entry => observer.Activity(RunStage.Anonymize, entry.FullName), stop);
        run.KeyViolations = postData.Violations;
        archive?.WriteLoaded(jobs, static (_, _, _, _) => { }, stop);
    }

    // What is written anew takes all of the time, and of texts a few times as long: who comes last, nobody helps.
    private static long Effort(TableTask task) =>
        task.Way == BlockWay.Copied ? 0 : task.StoredBytes * (task.Columns.Any(column => ResultScan.HasInsertions(task.Plan.Find(column)!)) ? TextEffort : 1);

    // A team's own SQL may read other tables, which creating keys locks.
    private static bool HasBatches(TableTask task) => task.Masks.Any(mask => mask?.Batch is not null);

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

    // Of a live database all rows are written anew, masked or not.
    public static TableWork Work(TableTask task, bool isLive) =>
        new(task.Name, task.StoredBytes, task.KeepsRows && (isLive ? task.ChangesRows : task.IsRewritten), !task.KeepsRows || task.Kept is { Count: 0 }) { IsStoredAsIs = isLive, IsCopied = task is { IsLoaded: false, Way: BlockWay.Copied } };
}
