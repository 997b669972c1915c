using System.Security.Cryptography;
using CiAnon.Copy;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Sandboxes;
using CiAnon.Stages.Batches;
using CiAnon.Stages.Selection;
using CiAnon.Verification;
using Npgsql;

namespace CiAnon.Stages;

/// <summary>Streams one table: dump → RowTransformer → COPY FROM STDIN. Clear text exists a buffer at a time.</summary>
/// <param name="scan">Sees masked values before they are masked, and the rows of tables that the artefact holds as they are; null for rows that were seen.</param>
/// <param name="room">For masks that answer for many rows at once; null where no row is masked.</param>
internal sealed class TableLoader(Dump dump, string encoding, ResultScan? scan = null, BatchRoom? room = null)
{
    private const int ProgressEveryBytes = 4 << 20;

    /// <param name="progress">Rows and bytes of the block so far.</param>
    public void Load(TableTask task, NpgsqlConnection connection, Action<long, long> progress, CancellationToken cancellation) =>
        Guard(task, () => LoadRows(task, connection, progress, cancellation), connection);

    /// <summary>Reads rows of which none stays, so that the report can say how many: their originals are looked for, too, where the table has masks.</summary>
    public void Skip(TableTask task, CancellationToken cancellation) => Guard(task, () => SkipRows(task, cancellation));

    /// <summary>Reads a block of large objects to its end: whether it is kept or dropped, a damaged dump is no dump.</summary>
    public void CheckLargeObjects(TocEntry entry, bool isKept, CancellationToken cancellation)
    {
        if (isKept && scan is not null)
        {
            scan.SearchLargeObjects(dump.ReadLargeObjects(entry), cancellation);
            return;
        }
        using var contents = dump.OpenData(entry);
        var buffer = new byte[CopyBuffer.DefaultCapacity];
        while (contents.Read(buffer) > 0) cancellation.ThrowIfCancellationRequested();
    }

    private void Guard(TableTask task, Action work, NpgsqlConnection? connection = null)
    {
        try
        {
            work();
        }
        catch (RowException exception)
        {
            throw new CiAnonException(DiagnosticCodes.RowCannotBeMasked,
                $"{task.Name}.{task.Columns[exception.Field - 1]}, row {exception.Row}: {exception.Reason}", task.Plan.Find(task.Columns[exception.Field - 1])?.Position);
        }
        catch (InvalidDataException exception)
        {
            throw new CiAnonException(DiagnosticCodes.DumpCorrupt, $"{task.Entry.FullName} can't be read: {exception.Message}");
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.BadCopyFileFormat)
        {
            // Masked values can't break a row: whoever has too few or too many fields came that way.
            throw new CiAnonException(DiagnosticCodes.DumpCorrupt, $"{task.Entry.FullName} can't be read: {Redaction.Describe(exception)}");
        }
        catch (PostgresException exception) when (connection is not null && ReadByNewer(task, exception, connection) is { } advice)
        {
            throw new CiAnonException(DiagnosticCodes.RowsOfNewerServer, $"PostgreSQL can't read a value of {task.Name}: {Redaction.Describe(exception)}; {advice}");
        }
        catch (PostgresException exception) when (exception.SqlState.StartsWith("22", StringComparison.Ordinal) || exception.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            throw new CiAnonException(DiagnosticCodes.DataDoesNotFit, $"PostgreSQL refused rows of {task.Name}: {Redaction.Describe(exception)}{OfExtension(task)}");
        }
        catch (NpgsqlException exception)
        {
            throw SandboxErrors.From(exception, $"load {task.Name}");
        }
    }

    // A masked value is ours, and what it doesn't fit is no question of versions.
    private string? ReadByNewer(TableTask task, PostgresException exception, NpgsqlConnection connection) =>
        exception.SqlState.StartsWith("22", StringComparison.Ordinal) && Redaction.CopiedColumn(exception) is { } column && !IsMasked(task, column)
            ? OtherMajor.AdviceIfNewer(dump.Header, connection.PostgreSqlVersion.Major) : null;

    private static bool IsMasked(TableTask task, string column) =>
        task.Columns.Select((name, field) => name == column && task.Masks[field] is not null).Any(isMasked => isMasked);

    private static string OfExtension(TableTask task) => task.Table.IsFromExtension
        ? "; the table belongs to an extension, which fills in rows of its own: the sandbox needs the version that the dump comes from" : "";

    private void SkipRows(TableTask task, CancellationToken cancellation)
    {
        var originals = scan?.Remember(task);
        if (originals is null && dump.CountRows(task.Entry) is { } counted)
        {
            task.Facts.RowsRead = counted;
            return;
        }
        if (originals is null && task.Kept is { } known)
        {
            (task.Facts.RowsRead, task.Facts.BytesRead) = (known.Rows, known.Bytes);
            return;
        }
        var transformer = new RowTransformer(task.Masks, originals);
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

    private void LoadRows(TableTask task, NpgsqlConnection connection, Action<long, long> progress, CancellationToken cancellation)
    {
        using var transaction = task.LoadsAtOnce ? null : connection.BeginTransaction();
        if (transaction is not null && !task.LoadsViaRoot)
        {
            using var prepare = new NpgsqlCommand(task.PrepareSql, connection);
            prepare.ExecuteNonQuery();
        }

        using var batches = room is null ? null : TableBatches.Open(task, room);
        batches?.ReadWhole(dump, cancellation);
        var originals = scan?.Remember(task);
        var transformer = new RowTransformer(task.Masks, originals, scan?.WatchKept(task), batches?.All);
        var walker = batches is null ? null : new BatchWalker(task.Masks, batches.All);
        var asked = walker is not null && task.Kept is { } few ? new RowSieve(few, walker.Ask, walker.LeaveOut) : null;
        var search = task.IsRewritten ? null : scan?.Open(task);
        using var digest = task.IsRewritten ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var block = dump.OpenData(task.Entry);
        var reader = new RowReader(block, isFilled: batches is not null);
        var sink = CopyChannel.OpenWrite(connection, task.LoadSql(encoding));
        try
        {
            var output = new CopyBuffer(sink);
            var sieve = task.Kept is { } kept ? new RowSieve(kept, piece => transformer.Transform(piece, output), transformer.LeaveOut) : null;
            long told = 0;
            for (var rows = reader.Next(); !rows.IsEmpty; rows = reader.Next())
            {
                cancellation.ThrowIfCancellationRequested();
                digest?.AppendData(rows);
                search?.Walk(rows);
                if (asked is null) walker?.Ask(rows);
                else asked.Pass(rows);
                walker?.Answer();
                if (sieve is null) transformer.Transform(rows, output);
                else sieve.Pass(rows);
                // The block was read to its end once, and nothing more of it is wanted.
                if (sieve is { IsDone: true } && originals is null) break;
                if (reader.Total - told < ProgressEveryBytes) continue;
                told = reader.Total;
                progress(transformer.Rows, told);
            }
            output.Flush();
            progress(transformer.Rows, reader.Total);
        }
        catch (Exception exception) when (exception is not NpgsqlException)
        {
            CopyChannel.Abort(sink);
            throw;
        }
        sink.Dispose();
        transaction?.Commit();
        task.Facts.RowsRead = task.Kept?.Rows ?? transformer.Rows;
        task.Facts.BytesRead = task.Kept?.Bytes ?? reader.Total;
        task.Facts.Counts = transformer.Counts;
        if (digest is not null) task.Facts.Digest = digest.GetHashAndReset();
    }
}
