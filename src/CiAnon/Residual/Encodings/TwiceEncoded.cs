using System.Buffers;
using System.Text;

namespace CiAnon.Residual.Encodings;

/// <summary>Undoes UTF-8 that was taken for Windows-1252 or Latin-1 and encoded again: <c>KÃ¤the</c> for Käthe.</summary>
internal static class TwiceEncoded
{
    // What U+00C0 to U+00FF begin with in UTF-8, and so whatever a letter's first byte became.
    private const byte Mark = 0xc3;

    // What those begin with that a letter's other bytes became.
    private static readonly SearchValues<byte> Trails = SearchValues.Create(0xc2, 0xc5, 0xc6, 0xcb, 0xe2);

    public static bool MayBe(ReadOnlySpan<byte> text)
    {
        while (text.IndexOf(Mark) is >= 0 and var next && next + 2 < text.Length)
        {
            if (text[next + 1] is >= 0x82 and <= 0xb4 && Trails.Contains(text[next + 2])) return true;
            text = text[(next + 1)..];
        }
        return false;
    }

    /// <summary>The text as it was meant; empty when nothing in it was encoded twice.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> text, DecodedLevel level)
    {
        var target = level.Room(text.Length);
        var (written, found) = (0, false);
        while (text.IndexOf(Mark) is >= 0 and var next)
        {
            text[..next].CopyTo(target[written..]);
            written += next;
            text = text[next..];
            var letter = Letter(text, target[written..], out var length);
            if (letter == 0)
            {
                target[written++] = Mark;
                text = text[1..];
                continue;
            }
            written += letter;
            text = text[length..];
            found = true;
        }
        if (!found) return default;
        text.CopyTo(target[written..]);
        return target[..(written + text.Length)];
    }

    // The bytes of the letter that characters there were; 0 when they were none.
    private static int Letter(ReadOnlySpan<byte> text, Span<byte> target, out int length)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        length = 0;
        while (count < bytes.Length && Rune.DecodeFromUtf8(text[length..], out var rune, out var read) == OperationStatus.Done && TryByte(rune.Value, out bytes[count]))
        {
            length += read;
            switch (Rune.DecodeFromUtf8(bytes[..++count], out _, out _))
            {
                case OperationStatus.Done when count > 1:
                    bytes[..count].CopyTo(target);
                    return count;
                case OperationStatus.NeedMoreData:
                    continue;
                default:
                    return 0;
            }
        }
        return 0;
    }

    private static bool TryByte(int character, out byte value)
    {
        if (Windows1252.TryByte(character, out value)) return true;
        value = (byte)character;
        return character is >= 0x80 and < 0xa0;
    }
}
