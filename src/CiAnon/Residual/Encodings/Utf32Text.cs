using System.Buffers.Binary;
using System.Text;

namespace CiAnon.Residual.Encodings;

/// <summary>Text in four-byte units, as C programs on Linux leave it in bytea.</summary>
internal static class Utf32Text
{
    /// <summary>Two of three bytes or more are zero: every unit of a letter has two or three.</summary>
    public static bool MayBe(ReadOnlySpan<byte> bytes) => bytes.Length >= 16 && bytes.Count((byte)0) * 3 >= bytes.Length * 2;

    /// <summary>The text as UTF-8.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> bytes, DecodedLevel level)
    {
        // Where the highest byte is, which is always zero, tells the order.
        var last = 0;
        for (var i = 3; i < bytes.Length; i += 4) last += bytes[i] == 0 ? 1 : 0;
        var isLittle = last * 4 >= bytes.Length - 3;

        var target = level.Room(bytes.Length);
        var written = 0;
        for (var i = 0; i + 3 < bytes.Length; i += 4)
        {
            var unit = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[i..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]);
            written += (Rune.TryCreate(unit, out var rune) ? rune : new Rune(' ')).EncodeToUtf8(target[written..]);
        }
        return target[..written];
    }
}
