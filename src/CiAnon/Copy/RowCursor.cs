using System.Buffers;

namespace CiAnon.Copy;

/// <summary>Goes through COPY rows one by one and gives their fields as they stand, escapes and all. Nothing is allocated per row.</summary>
/// <param name="fields">Of every row.</param>
public ref struct RowCursor(RowReader reader, int fields)
{
    private static readonly SearchValues<byte> Ends = SearchValues.Create("\t\n"u8);

    private readonly int[] _ends = new int[fields];
    private ReadOnlySpan<byte> _rows;
    private int _start;
    private int _next;

    /// <summary>Rows so far.</summary>
    public long Rows { get; private set; }

    /// <summary>The field of the row, valid until the next call of <see cref="Next"/>.</summary>
    public readonly ReadOnlySpan<byte> this[int field]
    {
        get
        {
            var start = field == 0 ? _start : _ends[field - 1] + 1;
            return _rows[start.._ends[field]];
        }
    }

    /// <summary>Goes to the next row; false when there is none.</summary>
    /// <exception cref="InvalidDataException">The row has another number of fields.</exception>
    public bool Next()
    {
        if (_next == _rows.Length)
        {
            _rows = reader.Next();
            _next = 0;
            if (_rows.IsEmpty) return false;
        }
        _start = _next;
        Rows++;
        for (var field = 0; field < _ends.Length; field++)
        {
            var end = _next + _rows[_next..].IndexOfAny(Ends);
            if (_rows[end] == CopyText.RowEnd != (field == _ends.Length - 1))
                throw new InvalidDataException($"row {Rows} has {(field < _ends.Length - 1 ? "fewer" : "more")} fields than its {_ends.Length} columns");
            _ends[field] = end;
            _next = end + 1;
        }
        // A table without columns has rows that are only their end.
        if (_ends.Length == 0) _next += _rows[_next..].IndexOf(CopyText.RowEnd) + 1;
        return true;
    }
}
