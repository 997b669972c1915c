using CiAnon.Diagnostics;
using CiAnon.Dumps.Contents;
using CiAnon.Policies;
using CiAnon.Residual;
using CiAnon.Stages;
using CiAnon.Stages.Batches;
using CiAnon.Stages.Entries;
using CiAnon.Stages.Loading;
using CiAnon.Stages.Prose;
using CiAnon.Tables;

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
        var known = run.Tables.Any(KnownOriginals.HasTexts) ? new KnownOriginals(run, cancellation) : null;
        var pass = new RowPass(run.Dump, run.Scan, new BatchRoom(run.Sandbox, run.Schema.Database, policyFolder, searchPath, cancellation), known);
        var loader = new TableLoader(run.Dump, run.Encoding, pass);
        if (known is not null)
        {
            observer.Activity(RunStage.Anonymize, "reading columns that identify people, to know them in texts");
            known.ReadAhead(jobs);
            known.TellIfAll(KnowOriginals);
        }
        // Texts wait for all originals. What PostgreSQL must see goes first: it creates keys, and gives back what it made of the rows, while those of other tables go on.
        var tables = run.Tables.OrderByDescending(task => known?.IsAwaited(task) ?? false).ThenByDescending(task => task.IsLoaded).ThenByDescending(Effort).ToList();
        var unproven = tables.Count(task => task.IsLoaded || HasBatches(task));
        using var proof = new BackgroundWork(stop => Prove(entries, archive, stop), cancellation);
        if (unproven == 0) proof.Start();
        ParallelTables.ForEach(tables, jobs, run.Connect, (task, connection) =>
        {
            if (known is null) Move();
            else known.Pass(task, Move, KnowOriginals);
            if ((task.IsLoaded || HasBatches(task)) && Interlocked.Decrement(ref unproven) == 0) proof.Start();

            void Move()
            {
                void Tell(long rows, long bytes) => observer.TableProgress(RunStage.Anonymize, task.Name, rows, bytes, finished: false);
                if (!task.IsLoaded) (archive ?? throw new InvalidOperationException($"{task.Name} has no place to go to")).Write(task, pass, Tell, cancellation);
                else if (task is { KeepsRows: true, Kept: not { Count: 0 } }) loader.Load(task, connection, Tell, cancellation);
                else RowErrors.Guard(run.Dump, task, () => pass.Skip(task, cancellation));
                observer.TableProgress(RunStage.Anonymize, task.Name, task.Facts.RowsRead, task.Facts.BytesRead, finished: true);
            }
        }, cancellation, task => known?.IsReady(task) ?? true);
        // Whether they are kept or dropped, a damaged dump is no dump; those that are kept are read in the artefact.
        if (run.Policy.LargeObjects != LargeObjectMode.Keep) DroppedLargeObjects.Read(run.Dump, cancellation);
        // All originals are known.
        if (known is null) run.Scan.BeginSearch();
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
        task.Way == BlockWay.Copied ? 0 : task.StoredBytes * (KnownOriginals.HasTexts(task) ? TextEffort : 1);

    // A team's own SQL may read other tables, which creating keys locks.
    private static bool HasBatches(TableTask task) => task.Masks.Any(mask => mask?.Batch is not null);

    // Before the first text is written: only who is known is named by a pseudonym.
    private void KnowOriginals()
    {
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
