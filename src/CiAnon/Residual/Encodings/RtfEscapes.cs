using System.Text;
using CiAnon.Residual.Numbers;

namespace CiAnon.Residual.Encodings;

/// <summary>Undoes the escapes of RTF, as word processors and practice software leave texts: <c>\'e4</c>, <c>\u228?</c>, and words of its own such as <c>\par</c>.</summary>
internal static class RtfEscapes
{
    /// <summary>Whether backslashes are RTF's; elsewhere <c>\'e</c> begins a word in quotes, or a French one.</summary>
    public static bool MayBe(ReadOnlySpan<byte> text) => text.IndexOf("\\rtf"u8) >= 0 || text.IndexOf("\\par"u8) >= 0;

    /// <param name="text">Behind the backslash; moves on behind what was read.</param>
    public static int One(ref ReadOnlySpan<byte> text, Span<byte> target)
    {
        if (text[0] == '\'' && HexDigit.TryRead(text[1..], 2, out var value))
        {
            target[0] = (byte)value;
            text = text[3..];
            return 1;
        }
        if (!char.IsAsciiLetter((char)text[0]))
        {
            target[0] = text[0];
            text = text[1..];
            return 1;
        }
        var letters = text.IndexOfAnyExceptInRange((byte)'a', (byte)'z');
        var digits = letters < 0 ? default : text[letters..];
        var end = digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        digits = end < 0 ? digits : digits[..end];
        var isCharacter = letters == 1 && text[0] == 'u' && digits.Length is > 1 and < 6 && DigitRun.TryRead(digits, out _);
        text = letters < 0 ? default : text[(Math.Max(letters, 1) + digits.Length)..];
        // What stands behind is for readers that know no such character, or ends the word.
        if (text.StartsWith("?"u8) || text.StartsWith(" "u8)) text = text[1..];
        if (isCharacter && DigitRun.TryRead(digits, out var code) && Rune.TryCreate((int)code, out var rune)) return rune.EncodeToUtf8(target);
        target[0] = (byte)' ';
        return 1;
    }
}
