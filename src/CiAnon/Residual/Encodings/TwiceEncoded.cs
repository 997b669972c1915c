using System.Buffers;
using System.Text;

namespace CiAnon.Residual.Encodings;

/// <summary>Undoes UTF-8 that was taken for Windows-1252 and encoded again: <c>KÃ¤the</c> for Käthe.</summary>
internal static class TwiceEncoded
{
    private const byte Lead = 0xc3;

    // What accented Western letters begin with, then.
    private static ReadOnlySpan<byte> Mark => "Ã"u8;

    public static bool MayBe(ReadOnlySpan<byte> text) => text.IndexOf(Mark) >= 0;

    /// <summary>The text as it was meant; empty when nothing in it was encoded twice.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> text, DecodedLevel level)
    {
        var target = level.Room(text.Length);
        var (written, found) = (0, false);
        while (text.IndexOf(Mark) is >= 0 and var next)
        {
            text[..next].CopyTo(target[written..]);
            written += next;
            text = text[(next + Mark.Length)..];
            if (Rune.DecodeFromUtf8(text, out var rune, out var length) == OperationStatus.Done && Windows1252.TryByte(rune.Value, out var trail) && trail is >= 0x80 and < 0xc0)
            {
                target[written++] = Lead;
                target[written++] = trail;
                text = text[length..];
                found = true;
            }
            else
            {
                Mark.CopyTo(target[written..]);
                written += Mark.Length;
            }
        }
        if (!found) return default;
        text.CopyTo(target[written..]);
        return target[..(written + text.Length)];
    }
}
