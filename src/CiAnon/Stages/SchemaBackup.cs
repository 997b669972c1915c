using System.Collections.Concurrent;
using System.Security.Cryptography;
using CiAnon.Catalogs;
using CiAnon.Copy;
using CiAnon.Dumps;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Sandboxes;
using CiAnon.Verification;
using Npgsql;

namespace CiAnon.Stages;

/// <summary>The backup after declared changes of the schema: pg_dump writes it, and we prove it.</summary>
internal sealed class SchemaBackup(RunState run)
{
    private readonly ConcurrentBag<Finding> _findings = [];

    public void Write(string path, DumpFormat format, int level, int jobs) => DumpProgram.Run(run.Sandbox, run.Schema.Database, path,
    [
        format == DumpFormat.Custom ? "--format=custom" : "--format=directory",
        $"--compress={level}",
        .. format == DumpFormat.Directory ? [$"--jobs={jobs}"] : Array.Empty<string>(),
    ]);

    /// <summary>Every block holds what the verified database holds, and the whole restores into an empty one, keys and indexes included.</summary>
    public CheckResult Prove(Dump written, int jobs, CancellationToken cancellation)
    {
        var tables = written.Toc.Where(entry => entry.IsTableData).Select(entry => Table(written, entry)).ToList();
        ParallelTables.ForEach(tables, jobs, run.Connect, (task, connection) => Compare(written, task, connection, cancellation), cancellation);
        var restored = new RestoreProof(run, written, [.. tables.Select(task => (task.ForProof(task.Entry), task.Facts.RowsWritten))]).Restore(jobs, cancellation);
        TellReport(tables);
        return CheckDefinition.Restorable.Result(tables.Count, [.. _findings, .. restored]) with
        {
            Note = "written by pg_dump after declared changes of the schema; restored into a second, empty database, with all keys and indexes",
        };
    }

    // The catalog of the plan knows nothing of new tables: what the archive says of its own blocks is enough to compare and restore them.
    private static TableTask Table(Dump written, TocEntry entry)
    {
        var copy = CopyStatement.Parse(entry)!;
        var table = new Table(0, entry.Namespace ?? copy.Schema, entry.Tag, TableKind.Ordinary, IsPartition: false, [], [], [], new HashSet<string>());
        return new TableTask(entry, copy, table, new TablePlan(table, RowsMode.All, []), written.StoredBytes(entry), isProof: true);
    }

    private void Compare(Dump written, TableTask task, NpgsqlConnection connection, CancellationToken cancellation)
    {
        using var block = written.OpenData(task.Entry);
        using var stored = CopyChannel.OpenRead(connection, task.ReadSql(run.Encoding));
        var (inArchive, rows) = Digest(new RowReader(block), cancellation);
        var (inDatabase, _) = Digest(new RowReader(stored, isMarked: false), cancellation);
        task.Facts.RowsWritten = rows;
        if (!inArchive.AsSpan().SequenceEqual(inDatabase)) _findings.Add(new Finding(task.Name, 1, "the archive's rows are not the verified ones"));
    }

    private static (byte[] Sha256, long Rows) Digest(RowReader reader, CancellationToken cancellation)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long count = 0;
        for (var rows = reader.Next(); !rows.IsEmpty; rows = reader.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            digest.AppendData(rows);
            count += rows.Count(CopyText.RowEnd);
        }
        return (digest.GetHashAndReset(), count);
    }

    // The report speaks of the dump's tables: a table that hooks removed has no rows any more.
    private void TellReport(List<TableTask> written)
    {
        var rows = written.ToDictionary(task => task.Name, task => task.Facts.RowsWritten);
        foreach (var task in run.Tables) task.Facts.RowsStored = rows.GetValueOrDefault(task.Name);
    }
}
