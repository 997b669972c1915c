using System.Buffers;
using CiAnon.Strategies;

namespace CiAnon.Copy;

/// <summary>Some fields of the current row, decoded. One per transformer; nothing is allocated per row once the buffer is large enough.</summary>
internal sealed class RowFields : Row
{
    private static readonly SearchValues<byte> Ends = SearchValues.Create("\t\n"u8);

    private readonly bool[] _wanted;
    private readonly int _lastWanted;
    private readonly (int Start, int Length)[] _places;
    private byte[] _bytes = new byte[256];

    /// <param name="count">Fields of a row.</param>
    /// <param name="wanted">Those that are looked at.</param>
    public RowFields(int count, IReadOnlyCollection<int> wanted)
    {
        _wanted = new bool[count];
        foreach (var field in wanted) _wanted[field] = true;
        _lastWanted = Array.LastIndexOf(_wanted, true);
        _places = new (int, int)[count];
    }

    public bool IsEmpty => _lastWanted < 0;

    public override bool IsNull(int field) => _places[field].Length < 0;

    public override ReadOnlySpan<byte> this[int field] =>
        _places[field] is (var start, > 0 and var length) ? _bytes.AsSpan(start, length) : default;

    /// <param name="rows">Begins with the row. One with too few fields is left to who transforms it.</param>
    public void Read(ReadOnlySpan<byte> rows)
    {
        var used = 0;
        for (var field = 0; field <= _lastWanted; field++)
        {
            var end = rows.IndexOfAny(Ends);
            var raw = rows[..end];
            if (_wanted[field])
            {
                if (_bytes.Length - used < raw.Length) Array.Resize(ref _bytes, _bytes.Length * 2 + raw.Length);
                var length = CopyText.IsNull(raw) ? -1 : CopyText.Decode(raw, _bytes.AsSpan(used));
                _places[field] = (used, length);
                used += Math.Max(0, length);
            }
            if (rows[end] == CopyText.RowEnd) return;
            rows = rows[(end + 1)..];
        }
    }
}
