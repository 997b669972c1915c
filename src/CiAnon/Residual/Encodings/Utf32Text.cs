using System.Buffers.Binary;
using System.Text;

namespace CiAnon.Residual.Encodings;

/// <summary>Text in four-byte units, as C programs on Linux leave it in bytea.</summary>
internal static class Utf32Text
{
    private const int Shortest = 16;

    /// <summary>Of eight units seven or more are characters, which other bytes hardly are: the highest is zero, the next at most 16.</summary>
    public static bool MayBe(ReadOnlySpan<byte> bytes, bool isLittle)
    {
        if (bytes.Length < Shortest || bytes.Count((byte)0) * 3 < bytes.Length) return false;
        var (units, letters) = (bytes.Length / 4, 0);
        for (var i = 0; i < units; i++) letters += Unit(bytes[(4 * i)..], isLittle) is not 0 and var unit && Rune.IsValid(unit) ? 1 : 0;
        return letters * 8 >= units * 7;
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
