using System.Text;

namespace CiAnon.Residual.Encodings;

/// <summary>Undoes %40 of URLs and forms, %u0040 of old scripts, and =40 of mails (quoted-printable, with its soft line ends).</summary>
internal static class PercentEscapes
{
    /// <summary>The text without its escapes; empty when it has none.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> text, DecodedLevel level)
    {
        var target = level.Room(text.Length);
        var written = 0;
        var found = false;
        while (true)
        {
            var next = text.IndexOfAny((byte)'%', (byte)'=');
            if (next < 0) break;
            text[..next].CopyTo(target[written..]);
            written += next;
            var rest = text[(next + 1)..];
            if (HexDigit.TryRead(rest, 2, out var value) && (text[next] == '%' || IsQuoted(rest, value, isBehind: found && next == 0)))
            {
                target[written++] = (byte)value;
                text = rest[2..];
                found = true;
            }
            else if (text[next] == '%' && rest.StartsWith("u"u8) && HexDigit.TryRead(rest[1..], 4, out var unit))
            {
                written += (Rune.TryCreate((char)unit, out var rune) ? rune : new Rune(' ')).EncodeToUtf8(target[written..]);
                text = rest[5..];
                found = true;
            }
            else if (text[next] == '=' && SoftEnd(rest) is var end and > 0)
            {
                text = rest[end..];
                found = true;
            }
            else
            {
                target[written++] = text[next];
                text = rest;
            }
        }
        if (!found) return default;
        text.CopyTo(target[written..]);
        return target[..(written + text.Length)];
    }

    // RFC 2045, 6.7 has digits in capitals; small ones are taken where two come in a row, as a letter beyond ASCII needs. What no text
    // holds was never quoted: key=12 and etag=9e03 are what they are.
    private static bool IsQuoted(ReadOnlySpan<byte> rest, int value, bool isBehind) =>
        value is 0 or '\t' or '\n' or '\r' or >= ' ' and not 0x7f
        && (isBehind || !rest[..2].ContainsAnyInRange((byte)'a', (byte)'f') || (rest.Length > 2 && rest[2] == '='));

    private static int SoftEnd(ReadOnlySpan<byte> rest) => rest.StartsWith("\r\n"u8) ? 2 : rest.StartsWith("\n"u8) ? 1 : 0;
}
