using CiAnon.Copy;
using CiAnon.Dumps;
using CiAnon.Tables;

namespace CiAnon.Verification.Comparison;

/// <summary>The rows of a table, or of all partitions of a tree, one after the other, with their fields in the order of the first block.</summary>
internal ref struct ComparedRows(Dump dump, IReadOnlyList<OriginalBlock> blocks, CancellationToken cancellation)
{
    private const int CancellationEveryRows = 1 << 16;

    private readonly long[] _counts = new long[blocks.Count];
    private int[] _fields = [];
    private int _opened;
    private Stream? _block;
    private RowCursor _rows;

    /// <summary>Rows so far.</summary>
    public long Rows { get; private set; }

    /// <summary>The same by block.</summary>
    public readonly IReadOnlyList<long> Counts => _counts;

    /// <summary>The field of the row, valid until the next call of <see cref="Next"/>.</summary>
    public readonly ReadOnlySpan<byte> this[int field] => _rows[_fields[field]];

    /// <summary>Goes to the next row; false when there is none.</summary>
    /// <exception cref="InvalidDataException">A row has another number of fields, or a block other columns.</exception>
    public bool Next()
    {
        while (_block is null || !_rows.Next())
        {
            if (_opened == blocks.Count) return false;
            Open(blocks[_opened++]);
        }
        _counts[_opened - 1]++;
        if (++Rows % CancellationEveryRows == 0) cancellation.ThrowIfCancellationRequested();
        return true;
    }

    public readonly void Dispose() => _block?.Dispose();

    private void Open(OriginalBlock block)
    {
        _block?.Dispose();
        var places = block.Copy.Columns.Index().ToDictionary(column => column.Item, column => column.Index);
        _fields = [.. blocks[0].Copy.Columns.Select(column => places.TryGetValue(column, out var place) ? place : throw new InvalidDataException($"{block.Entry.FullName} has no column {column}"))];
        _block = dump.OpenData(block.Entry);
        _rows = new RowCursor(new RowReader(_block), places.Count);
    }
}
