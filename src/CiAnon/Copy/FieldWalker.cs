using System.Buffers;

namespace CiAnon.Copy;

/// <summary>Shows the fields of COPY rows to a sink, decoded. One instance per table and thread; nothing is allocated per row.</summary>
public sealed class FieldWalker
{
    private static readonly SearchValues<byte> Ends = SearchValues.Create("\t\n"u8);

    private readonly IFieldSink _sink;
    private readonly bool[] _wanted;
    private readonly int _lastWanted;
    private byte[] _decoded = new byte[256];

    /// <param name="wanted">One per field of the COPY column list: whether the sink sees it.</param>
    public FieldWalker(IReadOnlyList<bool> wanted, IFieldSink sink)
    {
        _sink = sink;
        _wanted = [.. wanted];
        _lastWanted = Array.LastIndexOf(_wanted, true);
    }

    /// <summary>Walks whole rows; <paramref name="rows"/> ends with a row end.</summary>
    public void Walk(ReadOnlySpan<byte> rows)
    {
        if (_lastWanted < 0) return;
        var position = 0;
        while (position < rows.Length)
        {
            var isLast = false;
            for (var field = 0; field <= _lastWanted && !isLast; field++)
            {
                var end = position + rows[position..].IndexOfAny(Ends);
                if (_wanted[field]) Show(field, rows[position..end]);
                isLast = rows[end] == CopyText.RowEnd;
                position = end + 1;
            }
            if (!isLast) position += rows[position..].IndexOf(CopyText.RowEnd) + 1;
            _sink.EndRow();
        }
    }

    private void Show(int field, ReadOnlySpan<byte> raw)
    {
        if (raw.IsEmpty || CopyText.IsNull(raw)) return;
        if (raw.Contains((byte)'\\'))
        {
            if (_decoded.Length < raw.Length) _decoded = new byte[raw.Length + raw.Length / 4];
            raw = _decoded.AsSpan(0, CopyText.Decode(raw, _decoded));
        }
        _sink.Field(field, raw);
    }
}
