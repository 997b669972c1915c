using System.Text;

namespace CiAnon.Residual.Encodings;

/// <summary>Undoes the escapes of JSON strings, of SQL strings, arrays and hstore, of bytea's old format and of C (\xe4).</summary>
internal static class BackslashEscapes
{
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
        target[0] = character is (byte)'n' or (byte)'r' or (byte)'t' or (byte)'b' or (byte)'f' ? (byte)' ' : character;
        text = text[1..];
        return 1;
    }

    private static bool TryUnicode(ref ReadOnlySpan<byte> text, Span<byte> target, out int written)
    {
        written = 0;
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
}
