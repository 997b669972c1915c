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

    // A sign that no mail would hold as it is (RFC 2045, 6.7), with its digits in capitals; several in a row may be anything. The others
    // are keys and what they stand for: page=41, etag=9e03.
    private static bool IsQuoted(ReadOnlySpan<byte> rest, int value, bool isBehind)
    {
        if (value is < ' ' and not (0 or '\t' or '\n' or '\r') or 0x7f) return false;
        return isBehind || (rest.Length > 2 && rest[2] == '=')
            || (!char.IsAsciiLetterOrDigit((char)value) && !rest[..2].ContainsAnyInRange((byte)'a', (byte)'f'));
    }

    private static int SoftEnd(ReadOnlySpan<byte> rest) => rest.StartsWith("\r\n"u8) ? 2 : rest.StartsWith("\n"u8) ? 1 : 0;
}
