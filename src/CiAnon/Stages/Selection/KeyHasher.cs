using System.Buffers.Binary;
using System.Text;
using CiAnon.Copy;
using CiAnon.Keys;

namespace CiAnon.Stages.Selection;

/// <summary>Keyed 64-bit hashes of keys: equal for keys that PostgreSQL finds equal, as far as text tells.</summary>
internal sealed class KeyHasher(SipHash hash)
{
    /// <summary>In place of a hash: a part of the key is NULL, or the row has none.</summary>
    public const ulong None = 0;

    private byte[] _joined = new byte[256];

    public ulong Hash(KeySpec key, byte[]? wanted, ReadOnlySpan<byte> row, RowView view)
    {
        if (key.Case is { } rows && (CopyText.IsNull(view.Raw(row, rows.Field)) || !view.Value(row, rows.Field).SequenceEqual(wanted))) return None;
        if (key.Fields.Count == 1)
            return CopyText.IsNull(view.Raw(row, key.Fields[0])) ? None : NotNone(hash.Hash(Folded(key.Forms[0], key.Forms[0].Trim(view.Value(row, key.Fields[0])))));
        var length = 0;
        for (var i = 0; i < key.Fields.Count; i++)
        {
            if (CopyText.IsNull(view.Raw(row, key.Fields[i]))) return None;
            var value = Folded(key.Forms[i], key.Forms[i].Trim(view.Value(row, key.Fields[i])));
            if (_joined.Length < length + value.Length + sizeof(int)) Array.Resize(ref _joined, (length + value.Length + sizeof(int)) * 2);
            BinaryPrimitives.WriteInt32LittleEndian(_joined.AsSpan(length), value.Length);
            value.CopyTo(_joined.AsSpan(length + sizeof(int)));
            length += value.Length + sizeof(int);
        }
        return NotNone(hash.Hash(_joined.AsSpan(0, length)));
    }

    /// <summary>Of a row that nothing else tells from others.</summary>
    public ulong Hash(ulong block, int row)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, block);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], row);
        return NotNone(hash.Hash(bytes));
    }

    public ulong Hash(string text) => NotNone(hash.Hash(Encoding.UTF8.GetBytes(text)));

    private static ReadOnlySpan<byte> Folded(KeyForm form, ReadOnlySpan<byte> value) =>
        form == KeyForm.Folded ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(value).ToLowerInvariant()) : value;

    private static ulong NotNone(UInt128 hash) => (ulong)hash is not None and var low ? low : 1;
}
