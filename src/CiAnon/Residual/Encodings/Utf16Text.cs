using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace CiAnon.Residual.Encodings;

/// <summary>Text in two-byte units, as programs on Windows and Java's serialization leave it in bytea.</summary>
internal static class Utf16Text
{
    private const int Shortest = 8;

    // Bytes that tell for all.
    private const int Sample = 1024;

    // Units by which noise can be told from text.
    private const int FewestOfNoise = 64;

    // CJK Unified Ideographs Extension A: a tenth of all units.
    private const char FirstRare = '\u3400';
    private const char LastRare = '\u4dbf';

    /// <summary>Every third byte or more is zero, as in UTF-16 of Western texts.</summary>
    public static bool IsWestern(ReadOnlySpan<byte> bytes) => bytes.Length >= Shortest && bytes.Count((byte)0) * 3 >= bytes.Length;

    /// <summary>Where the zeros of Western texts are tells the order of the bytes.</summary>
    public static bool IsLittle(ReadOnlySpan<byte> bytes)
    {
        var odd = 0;
        for (var i = 1; i < bytes.Length; i += 2) odd += bytes[i] == 0 ? 1 : 0;
        return odd * 2 >= bytes.Count((byte)0);
    }

    /// <summary>
    /// Of eight units seven or more are what texts are made of; bytes that are text as they are count for none. Noise would pass for every second text, as most
    /// numbers are some character's: in a longer one it is told by halves of surrogates without the other and by ideographs that are hardly ever written.
    /// </summary>
    public static bool MayBe(ReadOnlySpan<byte> bytes, bool isLittle)
    {
        if (bytes.Length < Shortest) return false;
        bytes = bytes[..Math.Min(bytes.Length, Sample)];
        var (units, letters) = (bytes.Length / 2, 0);
        for (var i = 0; i < units; i++)
        {
            var unit = Unit(bytes[(2 * i)..], isLittle);
            if (char.IsHighSurrogate(unit) && i + 1 < units && char.IsLowSurrogate(Unit(bytes[(2 * i + 2)..], isLittle)))
            {
                letters += 2;
                i++;
            }
            else if (units < FewestOfNoise || (!char.IsSurrogate(unit) && unit is < FirstRare or > LastRare))
            {
                letters += IsOfTexts(unit) ? 1 : 0;
            }
        }
        return letters * 8 >= units * 7 && (bytes.Contains((byte)0) || !TokenText.IsReadable(bytes));
    }

    /// <summary>The text as UTF-8.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> bytes, bool isLittle, DecodedLevel level)
    {
        var target = level.Room(bytes.Length * 2);
        var written = 0;
        for (var i = 0; i + 1 < bytes.Length; i += 2)
        {
            written += (Rune.TryCreate(Unit(bytes[i..], isLittle), out var rune) ? rune : new Rune(' ')).EncodeToUtf8(target[written..]);
        }
        return target[..written];
    }

    private static char Unit(ReadOnlySpan<byte> bytes, bool isLittle) =>
        (char)(isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes));

    private static bool IsOfTexts(char unit) => char.GetUnicodeCategory(unit) switch
    {
        UnicodeCategory.Control => unit is '\t' or '\n' or '\r',
        UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
        _ => true,
    };
}
