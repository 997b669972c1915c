using CiAnon.Copy;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Outside;
using CiAnon.Stages.Selection;
using CiAnon.Strategies;
using CiAnon.Strategies.Sets;
using CiAnon.Tables;

namespace CiAnon.Stages.Batches;

/// <summary>What answers for the masks of one table whose results are no function of one row.</summary>
internal sealed class TableBatches : IDisposable
{
    private readonly TableTask _task;
    private readonly SqlSession _session;

    private TableBatches(TableTask task, IReadOnlyList<IBatch?> batches, BatchRoom room)
    {
        (_task, All) = (task, batches);
        _session = new SqlSession(room.Sandbox, room.Database);
    }

    /// <summary>One per field of the rows; null where a mask needs nobody.</summary>
    public IReadOnlyList<IBatch?> All { get; }

    /// <summary>Null where no mask of the table needs it.</summary>
    public static TableBatches? Open(TableTask task, BatchRoom room)
    {
        if (task.Masks.All(mask => mask?.Batch is null)) return null;
        var batches = new IBatch?[task.Masks.Count];
        var opened = new TableBatches(task, batches, room);
        try
        {
            for (var field = 0; field < batches.Length; field++)
                if (task.Masks[field]?.Batch is { } mask) batches[field] = opened.Open(field, mask, room);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Reads the block once more, and first, for those that need all values of a column.</summary>
    public void ReadWhole(Dump dump, CancellationToken cancellation)
    {
        IReadOnlyList<IBatch?> shuffled = [.. All.Select(batch => batch as ShuffledColumn)];
        if (shuffled.All(batch => batch is null)) return;
        using var block = dump.OpenData(_task.Entry);
        var reader = new RowReader(block);
        var walker = new BatchWalker(_task.Masks, shuffled);
        // Rows that are left out give nobody their values.
        var sieve = _task.Kept is { } kept ? new RowSieve(kept, walker.Ask, walker.LeaveOut) : null;
        for (var rows = reader.Next(); !rows.IsEmpty; rows = reader.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            if (sieve is null) walker.Ask(rows);
            else sieve.Pass(rows);
        }
        foreach (var column in shuffled.OfType<ShuffledColumn>()) column.Seal();
    }

    public void Dispose()
    {
        foreach (var batch in All) batch?.Dispose();
        _session.Dispose();
    }

    private IBatch Open(int field, BatchMask mask, BatchRoom room)
    {
        var task = _task;
        var column = new BatchColumn(task.Name, task.Columns[field], field, task.Plan.Find(task.Columns[field])?.Position);
        return mask switch
        {
            ShuffleMask shuffle => new ShuffledColumn(column, shuffle, room.Sandbox.Directory),
            SqlMask sql => new SqlBatch(column, SqlStatement.Of(task.Table, task.Table.Find(column.Name)!, sql.Expression, sql.Names), sql.Reads, _session, sql.Timeout),
            CommandMask command => new CommandBatch(column, [.. command.Columns.Zip(command.Reads)], command.IsCsv ? new CsvRecords() : new JsonLines(),
                TeamProgram.Find(command.Command, room.PolicyFolder, room.SearchPath) ?? throw column.Refuses(DiagnosticCodes.ProgramMissing, $"the program {command.Command[0]} is gone"),
                TimeSpan.FromSeconds(command.Timeout), room.Cancellation),
            _ => throw new InvalidOperationException($"Nothing answers for {mask.GetType().Name}."),
        };
    }
}
