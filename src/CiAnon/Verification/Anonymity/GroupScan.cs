using CiAnon.Copy;
using CiAnon.Keys;

namespace CiAnon.Verification.Anonymity;

/// <summary>Hashes a combination of fields of every row, as COPY writes them: NULL is a value like others. One per block and thread.</summary>
/// <param name="isWanted">Told of the rows that came; false when there are too many.</param>
internal sealed class GroupScan(int[] fields, SipHash hash, Func<int, bool> isWanted)
{
    private readonly int _last = fields.Max();
    private List<ulong>? _hashes = [];
    private byte[] _combination = new byte[256];

    /// <param name="rows">Whole rows.</param>
    public void Walk(ReadOnlySpan<byte> rows)
    {
        if (_hashes is null) return;
        var before = _hashes.Count;
        while (!rows.IsEmpty)
        {
            var end = rows.IndexOf(CopyText.RowEnd);
            Add(rows[..end]);
            rows = rows[(end + 1)..];
        }
        if (!isWanted(_hashes.Count - before)) _hashes = null;
    }

    /// <summary>All hashes; empty where there were too many. The scan holds none any more.</summary>
    public IReadOnlyList<ulong> Take()
    {
        IReadOnlyList<ulong> taken = _hashes ?? [];
        _hashes = null;
        return taken;
    }

    private void Add(ReadOnlySpan<byte> row)
    {
        if (_combination.Length < row.Length + fields.Length) _combination = new byte[2 * (row.Length + fields.Length)];
        var length = 0;
        for (var field = 0; field <= _last; field++)
        {
            var end = row.IndexOf((byte)'\t');
            var value = end < 0 ? row : row[..end];
            if (fields.Contains(field))
            {
                value.CopyTo(_combination.AsSpan(length));
                length += value.Length;
                _combination[length++] = (byte)'\t';
            }
            if (end < 0) break;
            row = row[(end + 1)..];
        }
        _hashes!.Add((ulong)hash.Hash(_combination.AsSpan(0, length)));
    }
}
