using System.Buffers.Binary;
using System.Text;

namespace CiAnon.Residual.Encodings;

/// <summary>Text in four-byte units, as C programs on Linux leave it in bytea.</summary>
internal static class Utf32Text
{
    private const int Shortest = 16;

    /// <summary>Two of three bytes are zero, as in Western texts, or of eight units seven or more are characters, which other bytes hardly are; what is filled with zeros counts for none.</summary>
    public static bool MayBe(ReadOnlySpan<byte> bytes, bool isLittle)
    {
        var zeros = bytes.Count((byte)0);
        if (bytes.Length < Shortest || zeros * 3 < bytes.Length) return false;
        if (zeros * 3 >= bytes.Length * 2 && IsLittle(bytes) == isLittle) return true;
        var (units, letters) = (0, 0);
        for (var i = 0; i + 3 < bytes.Length; i += 4)
        {
            var unit = Unit(bytes[i..], isLittle);
            units += unit == 0 ? 0 : 1;
            letters += unit != 0 && Rune.IsValid(unit) ? 1 : 0;
        }
        return letters > 0 && letters * 8 >= units * 7;
    }

    // Where the highest byte is, which is always zero, tells the order.
    private static bool IsLittle(ReadOnlySpan<byte> bytes)
    {
        var last = 0;
        for (var i = 3; i < bytes.Length; i += 4) last += bytes[i] == 0 ? 1 : 0;
        return last * 4 >= bytes.Length - 3;
    }

    /// <summary>The text as UTF-8.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> bytes, bool isLittle, DecodedLevel level)
    {
        var target = level.Room(bytes.Length);
        var written = 0;
        for (var i = 0; i + 3 < bytes.Length; i += 4)
        {
            written += (Rune.TryCreate(Unit(bytes[i..], isLittle), out var rune) ? rune : new Rune(' ')).EncodeToUtf8(target[written..]);
        }
        return target[..written];
    }

    private static uint Unit(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
