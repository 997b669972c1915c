using System.Text;

namespace CiAnon.Residual.Encodings;

/// <summary>Undoes the escapes of JSON strings, of SQL strings, arrays and hstore, of bytea's old format, of C (\xe4) and of LDAP's names (\C3\A4).</summary>
internal static class BackslashEscapes
{
    private const int LongestBraces = 9;

    /// <summary>The text without its escapes.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> text, DecodedLevel level)
    {
        var target = level.Room(text.Length);
        var written = 0;
        var isRtf = RtfEscapes.MayBe(text);
        while (true)
        {
            var next = text.IndexOf((byte)'\\');
            if (next < 0 || next + 1 == text.Length) break;
            text[..next].CopyTo(target[written..]);
            written += next;
            text = text[(next + 1)..];
            written += isRtf ? RtfEscapes.One(ref text, target[written..]) : One(ref text, target[written..]);
        }
        text.CopyTo(target[written..]);
        return target[..(written + text.Length)];
    }

    private static int One(ref ReadOnlySpan<byte> text, Span<byte> target)
    {
        var character = text[0];
        if (character == 'u' && TryUnicode(ref text, target, out var written)) return written;
        if (character is >= (byte)'0' and <= (byte)'3' && text.Length >= 3 && text[1] is >= (byte)'0' and <= (byte)'7' && text[2] is >= (byte)'0' and <= (byte)'7')
        {
            target[0] = (byte)((character - '0') * 64 + (text[1] - '0') * 8 + text[2] - '0');
            text = text[3..];
            return 1;
        }
        if (character == 'x' && HexDigit.TryRead(text[1..], 2, out var value))
        {
            target[0] = (byte)value;
            text = text[3..];
            return 1;
        }
        if (LetterOfLdap(ref text, target) is > 0 and var length) return length;
        target[0] = character is (byte)'n' or (byte)'r' or (byte)'t' or (byte)'b' or (byte)'f' ? (byte)' ' : character;
        text = text[1..];
        return 1;
    }

    // A whole letter beyond ASCII, byte by byte: \ba alone is a backspace and an a.
    private static int LetterOfLdap(ref ReadOnlySpan<byte> text, Span<byte> target)
    {
        if (!HexDigit.TryRead(text, 2, out var value) || value is < 0xc2 or > 0xf4) return 0;
        target[0] = (byte)value;
        var rest = text[2..];
        var length = 1;
        while (rest.StartsWith("\\"u8) && HexDigit.TryRead(rest[1..], 2, out value) && value is >= 0x80 and < 0xc0 && length < 4)
        {
            target[length++] = (byte)value;
            rest = rest[3..];
        }
        if (length == 1) return 0;
        text = rest;
        return length;
    }

    private static bool TryUnicode(ref ReadOnlySpan<byte> text, Span<byte> target, out int written)
    {
        written = 0;
        if (text.Length > 2 && text[1] == '{') return TryBraces(ref text, target, out written);
        if (!HexDigit.TryRead(text[1..], 4, out var unit)) return false;
        text = text[5..];
        if (char.IsHighSurrogate((char)unit) && text.StartsWith("\\u"u8) && HexDigit.TryRead(text[2..], 4, out var low) && char.IsLowSurrogate((char)low))
        {
            text = text[6..];
            written = new Rune((char)unit, (char)low).EncodeToUtf8(target);
            return true;
        }
        written = (Rune.TryCreate((char)unit, out var rune) ? rune : new Rune(' ')).EncodeToUtf8(target);
        return true;
    }

    // \u{e4} of JavaScript, Ruby, PHP, Rust and Swift.
    private static bool TryBraces(ref ReadOnlySpan<byte> text, Span<byte> target, out int written)
    {
        written = 0;
        var end = text[..Math.Min(text.Length, LongestBraces)].IndexOf((byte)'}');
        if (end < 3 || !HexDigit.TryRead(text[2..], end - 2, out var code) || !Rune.TryCreate(code, out var rune)) return false;
        text = text[(end + 1)..];
        written = rune.EncodeToUtf8(target);
        return true;
    }
}
