using System.Buffers;
using CiAnon.Copy;

namespace CiAnon.Stages.Selection;

/// <summary>The first fields of one row of COPY text, as they stand. One per reader; nothing is allocated per row.</summary>
/// <param name="fields">Of every row.</param>
/// <param name="last">The last one that is looked at; -1 for none.</param>
internal sealed class RowView(int fields, int last)
{
    private static readonly SearchValues<byte> Ends = SearchValues.Create("\t\n"u8);

    private readonly (int Start, int Length)[] _places = new (int, int)[last + 1];
    private byte[] _decoded = new byte[256];

    /// <param name="row">Without its end.</param>
    /// <exception cref="InvalidDataException">It has another number of fields.</exception>
    public void Read(ReadOnlySpan<byte> row, int number)
    {
        if (fields > 0 && row.Count((byte)'\t') != fields - 1) throw new InvalidDataException($"row {number + 1L} has another number of fields than its {fields} columns");
        var start = 0;
        for (var field = 0; field < _places.Length; field++)
        {
            var length = row[start..].IndexOfAny(Ends);
            if (length < 0) length = row.Length - start;
            _places[field] = (start, length);
            start += length + 1;
        }
    }

    public ReadOnlySpan<byte> Raw(ReadOnlySpan<byte> row, int field) => row.Slice(_places[field].Start, _places[field].Length);

    /// <summary>The value, not NULL, until the next call.</summary>
    public ReadOnlySpan<byte> Value(ReadOnlySpan<byte> row, int field)
    {
        var raw = Raw(row, field);
        if (!raw.Contains((byte)'\\')) return raw;
        if (_decoded.Length < raw.Length) _decoded = new byte[raw.Length * 2];
        return _decoded.AsSpan(0, CopyText.Decode(raw, _decoded));
    }
}
