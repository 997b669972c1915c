using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Tables;

namespace CiAnon.Verification.Anonymity;

/// <summary>
/// Counts, while the artefact is read, how many rows of a table that PostgreSQL doesn't see share a combination of columns. Keeps 8 bytes per
/// row, until the last of its blocks was read.
/// </summary>
/// <param name="blocks">Of the table, its partitions and children.</param>
internal sealed class GroupCounter(Table table, IReadOnlyList<Column> columns, int blocks, long mostRows)
{
    private readonly SipHash _hash = new(RunKey.Forgotten().Derive("groups").Hash);
    private readonly List<GroupScan> _scans = [];
    private long _rows;
    private int _open = blocks;

    public Table Table => table;

    /// <summary>False where there are more rows than are measured unasked.</summary>
    public bool IsWhole => Volatile.Read(ref _rows) <= mostRows;

    /// <summary>Null until all blocks were read, and where there are too many rows.</summary>
    public AnonymityMeasure? Measure { get; private set; }

    /// <summary>Sees the rows of one block.</summary>
    public GroupScan Open(TableTask task)
    {
        var fields = columns.Select(column => task.Columns.Index().First(field => field.Item == column.Name).Index);
        var scan = new GroupScan([.. fields], _hash, rows => Interlocked.Add(ref _rows, rows) <= mostRows);
        lock (_scans) _scans.Add(scan);
        return scan;
    }

    /// <summary>A block was read to its end.</summary>
    public void Close()
    {
        if (Interlocked.Decrement(ref _open) > 0) return;
        var hashes = _scans.SelectMany(scan => scan.Take()).ToArray();
        if (IsWhole) Measure = Of(hashes);
    }

    private AnonymityMeasure Of(ulong[] hashes)
    {
        Array.Sort(hashes);
        var classes = AnonymityQuery.Classes;
        var sizes = new SortedDictionary<long, AnonymitySize>();
        for (int start = 0, end; start < hashes.Length; start = end)
        {
            for (end = start + 1; end < hashes.Length && hashes[end] == hashes[start];) end++;
            long size = end - start;
            var from = classes.Last(least => least <= size);
            var before = sizes.GetValueOrDefault(from) ?? new AnonymitySize(from, 0, 0, size, 0);
            sizes[from] = new AnonymitySize(from, before.Groups + 1, before.Rows + size, Math.Min(before.Least, size), before.RowsBelow + (size < AnonymityMeasure.UsualK ? size : 0));
        }
        return new AnonymityMeasure(table, columns, RequiredK: null, [], Position: null, [.. sizes.Values]);
    }
}
