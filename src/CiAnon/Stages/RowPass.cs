using CiAnon.Copy;
using CiAnon.Dumps;
using CiAnon.Stages.Batches;
using CiAnon.Stages.Prose;
using CiAnon.Stages.Selection;
using CiAnon.Tables;
using CiAnon.Verification.Search;

namespace CiAnon.Stages;

/// <summary>One table's rows, from the dump through their masks to a sink. Clear text exists a buffer at a time.</summary>
/// <param name="scan">Sees masked values before they are masked; null where nothing is masked.</param>
/// <param name="room">For masks that answer for many rows at once; null where no row is masked.</param>
/// <param name="known">Sees them with their pseudonyms instead, where texts are to name people by them.</param>
internal sealed class RowPass(Dump dump, ResultScan? scan, BatchRoom? room, KnownOriginals? known = null)
{
    private const int ProgressEveryBytes = 4 << 20;

    /// <param name="sink">Gets the rows that stay, without an end mark.</param>
    /// <param name="progress">Rows and bytes of the block so far.</param>
    /// <exception cref="RowException">A mask can't take a value.</exception>
    /// <exception cref="InvalidDataException">The block is damaged.</exception>
    public void Run(TableTask task, Stream sink, Action<long, long> progress, CancellationToken cancellation)
    {
        using var batches = room is null ? null : TableBatches.Open(task, room);
        batches?.ReadWhole(dump, cancellation);
        var pseudonyms = known?.Open(task);
        var originals = pseudonyms is null ? scan?.Remember(task) : null;
        var transformer = new RowTransformer(task.Masks, originals, scan?.WatchKept(task), pseudonyms, batches?.All);
        var walker = batches is null ? null : new BatchWalker(task.Masks, batches.All);
        var asked = walker is not null && task.Kept is { } few ? new RowSieve(few, walker.Ask, walker.LeaveOut) : null;
        using var block = dump.OpenData(task.Entry);
        var reader = new RowReader(block, isFilled: batches is not null);
        var output = new CopyBuffer(sink);
        var sieve = task.Kept is { } kept ? new RowSieve(kept, piece => transformer.Transform(piece, output), transformer.LeaveOut) : null;
        long told = 0;
        for (var rows = reader.Next(); !rows.IsEmpty; rows = reader.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            if (asked is null) walker?.Ask(rows);
            else asked.Pass(rows);
            walker?.Answer();
            if (sieve is null) transformer.Transform(rows, output);
            else sieve.Pass(rows);
            // The block was read to its end once, and nothing more of it is wanted.
            if (sieve is { IsDone: true } && originals is null && pseudonyms is null) break;
            if (reader.Total - told < ProgressEveryBytes) continue;
            told = reader.Total;
            progress(transformer.Rows, told);
        }
        output.Flush();
        progress(transformer.Rows, reader.Total);
        task.Facts.RowsRead = task.Kept?.Rows ?? transformer.Rows;
        task.Facts.BytesRead = task.Kept?.Bytes ?? reader.Total;
        task.Facts.RowsStored = transformer.Rows;
        task.Facts.Counts = transformer.Counts;
    }

    /// <summary>Reads rows of which none stays, so that the report can say how many: their originals are looked for, too, where the table has masks.</summary>
    public void Skip(TableTask task, CancellationToken cancellation)
    {
        var pseudonyms = known?.Open(task);
        var originals = pseudonyms is null ? scan?.Remember(task) : null;
        var isLookedAt = originals is not null || pseudonyms is not null;
        if (!isLookedAt && dump.CountRows(task.Entry) is { } counted)
        {
            task.Facts.RowsRead = counted;
            return;
        }
        if (!isLookedAt && task.Kept is { } kept)
        {
            (task.Facts.RowsRead, task.Facts.BytesRead) = (kept.Rows, kept.Bytes);
            return;
        }
        var transformer = new RowTransformer(task.Masks, originals, pseudonyms: pseudonyms);
        using var block = dump.OpenData(task.Entry);
        var reader = new RowReader(block);
        for (var rows = reader.Next(); !rows.IsEmpty; rows = reader.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            transformer.LeaveOut(rows);
        }
        task.Facts.RowsRead = transformer.RowsLeftOut;
        task.Facts.BytesRead = reader.Total;
    }
}
