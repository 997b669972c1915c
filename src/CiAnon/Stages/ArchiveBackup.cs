using System.Security.Cryptography;
using CiAnon.Copy;
using CiAnon.Dumps;
using CiAnon.Dumps.Streams;
using CiAnon.Policies;
using CiAnon.Sandboxes;
using CiAnon.Tables;
using Npgsql;

namespace CiAnon.Stages;

/// <summary>The artefact as a sink of rows: masked ones straight from the dump, those that PostgreSQL saw as it holds them, all other blocks as they were.</summary>
/// <param name="beside">Gets the same rows; null for none.</param>
internal sealed class ArchiveBackup(RunState run, DumpWriter writer, IRowsBeside? beside = null)
{
    private const int ProgressEveryBytes = 4 << 20;

    /// <summary>A block that the sandbox has nothing to do with.</summary>
    public void Write(TableTask task, RowPass pass, Action<long, long> progress, CancellationToken cancellation) =>
        RowErrors.Guard(run.Dump, task, () =>
        {
            if (task.Way == BlockWay.Copied)
            {
                writer.CopyBlock(task.Entry);
                return;
            }
            using var block = writer.OpenBlock(task.Entry);
            using var copy = beside?.Open(task.Entry);
            using var rows = new HashingStream(copy is null ? block : new TeeStream(block, copy));
            if (task is { KeepsRows: true, Kept: not { Count: 0 } }) pass.Run(task, rows, progress, cancellation);
            else pass.Skip(task, cancellation);
            task.Facts.Digest = rows.Sha256();
            copy?.Complete();
            block.Write(Dump.RowsEnd);
        });

    /// <summary>The blocks of tables that are in the sandbox, and large objects.</summary>
    public void WriteLoaded(int jobs, Action<TableTask, long, long, bool> progress, CancellationToken cancellation)
    {
        var tables = run.Tables.Where(task => task.IsLoaded).OrderByDescending(task => task.IsRewritten).ThenByDescending(task => task.StoredBytes).ToList();
        ParallelTables.ForEach(tables, jobs, run.Connect, (task, connection) =>
        {
            if (task is { LoadsViaRoot: false, RowsToStore: 0 } && task.Facts.RowsStored == 0 && task.IsRewritten) WriteEmpty(task);
            else if (task.IsRewritten) WriteRows(task, connection, progress, cancellation);
            else writer.CopyBlock(task.Entry);
            progress(task, task.Facts.RowsStored, task.KeepsRows ? task.Facts.BytesRead : 0, true);
        }, cancellation);
        foreach (var entry in run.Dump.Toc.Where(entry => entry.IsLargeObjects))
        {
            if (run.Policy.LargeObjects == LargeObjectMode.Keep) writer.CopyBlock(entry);
            else writer.EmptyLargeObjects(entry);
        }
    }

    private void WriteEmpty(TableTask task)
    {
        using var block = writer.OpenBlock(task.Entry);
        using var copy = beside?.Open(task.Entry);
        copy?.Complete();
        block.Write(Dump.RowsEnd);
        task.Facts.Digest = SHA256.HashData([]);
    }

    private void WriteRows(TableTask task, NpgsqlConnection connection, Action<TableTask, long, long, bool> progress, CancellationToken cancellation)
    {
        using var block = writer.OpenBlock(task.Entry);
        using var copy = beside?.Open(task.Entry);
        using var digested = new HashingStream(copy is null ? block : new TeeStream(block, copy));
        try
        {
            using var copied = CopyChannel.OpenRead(connection, task.ReadSql(run.Encoding));
            var reader = new RowReader(copied, isMarked: false);
            long told = 0, count = 0;
            for (var rows = reader.Next(); !rows.IsEmpty; rows = reader.Next())
            {
                cancellation.ThrowIfCancellationRequested();
                digested.Write(rows);
                count += rows.Count(CopyText.RowEnd);
                if (reader.Total - told < ProgressEveryBytes) continue;
                told = reader.Total;
                progress(task, count, told, false);
            }
        }
        catch (NpgsqlException exception)
        {
            throw SandboxErrors.From(exception, $"read {task.Name} back");
        }
        task.Facts.Digest = digested.Sha256();
        copy?.Complete();
        block.Write(Dump.RowsEnd);
    }
}
