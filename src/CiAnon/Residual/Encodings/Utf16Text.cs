using System.Buffers.Binary;
using System.Text;

namespace CiAnon.Residual.Encodings;

/// <summary>Text in two-byte units, as programs on Windows and Java's serialization leave it in bytea.</summary>
internal static class Utf16Text
{
    /// <summary>Every third byte or more is zero, as in UTF-16 of Western texts.</summary>
    public static bool MayBe(ReadOnlySpan<byte> bytes) => bytes.Length >= 8 && bytes.Count((byte)0) * 3 >= bytes.Length;

    /// <summary>The text as UTF-8.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> bytes, DecodedLevel level)
    {
        // Where the zeros are tells the order of the bytes.
        var odd = 0;
        for (var i = 1; i < bytes.Length; i += 2) odd += bytes[i] == 0 ? 1 : 0;
        var isLittle = odd * 2 >= bytes.Count((byte)0);

        var target = level.Room(bytes.Length * 2);
        var written = 0;
        for (var i = 0; i + 1 < bytes.Length; i += 2)
        {
            var unit = (char)(isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[i..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[i..]));
            written += (Rune.TryCreate(unit, out var rune) ? rune : new Rune(' ')).EncodeToUtf8(target[written..]);
        }
        return target[..written];
    }
}
