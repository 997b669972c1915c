using System.Security.Cryptography;
using CiAnon.Copy;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Policies;
using CiAnon.Sandboxes;
using Npgsql;

namespace CiAnon.Stages;

/// <summary>Writes the artefact: masked tables as the verified database holds them, all other blocks as they were.</summary>
internal sealed class ArchiveBackup(RunState run, DumpWriter writer)
{
    private const int ProgressEveryBytes = 4 << 20;

    public void Write(int jobs, Action<TableTask, long, long, bool> progress, CancellationToken cancellation)
    {
        // Untouched blocks are one file copy each: they go along with the reading of the others.
        var tables = run.Tables.OrderByDescending(task => task.IsRewritten).ThenByDescending(task => task.StoredBytes).ToList();
        ParallelTables.ForEach(tables, jobs, run.Connect, (task, connection) =>
        {
            if (task is { LoadsViaRoot: false, RowsToStore: 0 } && task.Facts.RowsStored == 0) WriteEmpty(task);
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
        block.Write(Dump.RowsEnd);
        task.Facts.Digest = SHA256.HashData([]);
    }

    private void WriteRows(TableTask task, NpgsqlConnection connection, Action<TableTask, long, long, bool> progress, CancellationToken cancellation)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var block = writer.OpenBlock(task.Entry);
        try
        {
            using var copied = CopyChannel.OpenRead(connection, task.ReadSql(run.Encoding));
            var reader = new RowReader(copied, isMarked: false);
            var search = run.Scan.Open(task);
            long told = 0, count = 0;
            for (var rows = reader.Next(); !rows.IsEmpty; rows = reader.Next())
            {
                cancellation.ThrowIfCancellationRequested();
                digest.AppendData(rows);
                block.Write(rows);
                search.Walk(rows);
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
        block.Write(Dump.RowsEnd);
        task.Facts.Digest = digest.GetHashAndReset();
    }
}
