using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using CiAnon.Copy;
using CiAnon.Keys;

namespace CiAnon.Stages.Selection;

/// <summary>64 bits for a key, equal for keys that PostgreSQL finds equal, as far as text tells: an integer itself, of others a keyed hash.</summary>
internal sealed class KeyHasher(SipHash hash)
{
    // Integers in their order, beginning at zero.
    private const ulong Zero = 1UL << 63;

    /// <summary>In place of a hash: a part of the key is NULL, or the row has none.</summary>
    public const ulong None = 0;

    private byte[] _joined = new byte[256];

    public ulong Hash(KeySpec key, byte[]? wanted, ReadOnlySpan<byte> row, RowView view)
    {
        if (key.Case is { } rows && (CopyText.IsNull(view.Raw(row, rows.Field)) || !view.Value(row, rows.Field).SequenceEqual(wanted))) return None;
        if (key.Fields.Count == 1)
            return CopyText.IsNull(view.Raw(row, key.Fields[0])) ? None : One(key.Forms[0], view.Value(row, key.Fields[0]));
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
        return NotNone((ulong)hash.Hash(_joined.AsSpan(0, length)));
    }

    /// <summary>Of a row that nothing else tells from others.</summary>
    public ulong Hash(ulong block, int row)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, block);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], row);
        return NotNone((ulong)hash.Hash(bytes));
    }

    public ulong Hash(string text) => NotNone((ulong)hash.Hash(Encoding.UTF8.GetBytes(text)));

    // What isn't written as PostgreSQL writes integers equals what is written alike.
    private ulong One(KeyForm form, ReadOnlySpan<byte> value) => form == KeyForm.Integer && Utf8Parser.TryParse(value, out long number, out var length) && length == value.Length
        ? NotNone(unchecked((ulong)number + Zero)) : NotNone((ulong)hash.Hash(Folded(form, form.Trim(value))));

    private static ReadOnlySpan<byte> Folded(KeyForm form, ReadOnlySpan<byte> value) =>
        form == KeyForm.Folded ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(value).ToLowerInvariant()) : value;

    private static ulong NotNone(ulong key) => key is not None ? key : 1;
}
