using CiAnon.Catalogs;
using CiAnon.Copy;
using CiAnon.Dumps;
using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Streams;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Sandboxes;
using CiAnon.Strategies.Options;
using CiAnon.Tables;
using CiAnon.Verification;
using Npgsql;

namespace CiAnon.Stages;

/// <summary>The backup where changes of the schema are declared: pg_dump writes it, and we search, compare and restore what it wrote.</summary>
internal sealed class SchemaBackup(RunState run)
{
    private const int FirstWithMethods = 16;

    public void Write(string path, DumpFormat format, CompressionChoice compression, int jobs) =>
        DumpProgram.Run(run.Sandbox, run.Schema.Database, path,
        [
            $"--format={format.ToString().ToLowerInvariant()}",
            $"--compress={Words(compression)}",
            .. format == DumpFormat.Directory ? [$"--jobs={jobs}"] : Array.Empty<string>(),
        ]);

    // pg_dump knows levels of gzip in every version, and other words since 16.
    private string Words(CompressionChoice choice) => choice.Method is Compression.None or Compression.Gzip
        ? choice.Level.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : run.Sandbox.Major >= FirstWithMethods ? choice.ToString()
        : throw DumpErrors.Compression(run.Dump.Path, $"would be written with {choice} by pg_dump {run.Sandbox.Major}, which can't (16 and later can)");

    /// <summary>Every block holds what the verified database holds, and the whole restores into an empty one, keys and indexes included.</summary>
    public CheckResult Prove(Dump written, int jobs, Action<TableTask, long, long, bool> progress, CancellationToken cancellation)
    {
        var tables = Tables(written);
        ParallelTables.ForEach(tables, jobs, run.Connect, (task, connection) => task.Facts.Digest = Digest(task, connection, cancellation), cancellation);
        var unread = new ArchivePass(run, written, entry => entry).Run(tables, jobs, progress, cancellation);
        var proof = new RestoreProof(run, written, [.. tables.Select(task => (task.ForProof(task.Entry), task.Facts.RowsWritten))]);
        var restored = proof.Restore(jobs, cancellation).ToList();
        TellReport(tables);
        return CheckDefinition.Restorable.Result(tables.Count, [.. unread, .. tables.Where(IsChanged).Select(task => new Finding(task.Name, 1, "the archive's rows are not the verified ones")), .. restored]) with
        {
            Note = "written by pg_dump, as changes of the schema were declared; restored into a second, empty database, with all keys and indexes",
        };
    }

    // The tables as they are now, with the decisions that the policy took on them before hooks changed them.
    private List<TableTask> Tables(Dump written)
    {
        using var connection = run.Connect();
        var reader = new CatalogReader(connection);
        var catalog = reader.Read();
        var conditions = reader.DumpedExtensionTables();
        var plans = run.Plan.Tables.ToDictionary(plan => plan.Table.Oid);
        return [.. written.Toc.Where(entry => entry.IsTableData).Select(entry =>
        {
            var found = TableTasks.TableOf(entry, catalog);
            var table = found with { Where = conditions.GetValueOrDefault(found.Oid, "") };
            var before = plans.GetValueOrDefault(table.Oid);
            var columns = table.Columns.Select(column => before?.Find(column.Name) is { } known ? known with { Column = column } : MadeByHook(column));
            return new TableTask(entry, CopyStatement.Parse(entry)!, table, new TablePlan(table, RowsMode.All, [.. columns]), written.StoredBytes(entry));
        })];
    }

    private static ColumnPlan MadeByHook(Column column) =>
        new(column, ColumnAction.Kept, Strategy: null, OptionValues.None, Mask: null, "made by a hook", Ledger: null, Position: null);

    private static bool IsChanged(TableTask task) => !task.Facts.ProvenDigest.AsSpan().SequenceEqual(task.Facts.Digest);

    // Of what the database holds.
    private byte[] Digest(TableTask task, NpgsqlConnection connection, CancellationToken cancellation)
    {
        using var digest = new HashingStream();
        using var stored = CopyChannel.OpenRead(connection, task.ReadSql(run.Encoding));
        var buffer = new byte[CopyBuffer.DefaultCapacity];
        for (int count; (count = stored.Read(buffer)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            digest.Write(buffer.AsSpan(0, count));
        }
        return digest.Sha256();
    }

    // The report speaks of the dump's tables: a table that hooks removed has no rows any more.
    private void TellReport(List<TableTask> written)
    {
        var rows = written.GroupBy(task => task.Table.Oid).ToDictionary(group => group.Key, group => group.Sum(task => task.Facts.RowsWritten));
        foreach (var task in run.Tables) task.Facts.RowsStored = rows.GetValueOrDefault(task.Table.Oid);
    }
}
