using System.Text;
using CiAnon.Residual.Numbers;

namespace CiAnon.Residual.Encodings;

/// <summary>Undoes the entities of XML and the letters among those of HTML.</summary>
internal static class XmlEntities
{
    private const int LongestName = 10;

    private const string Names =
        """
        amp=& lt=< gt=> quot=" apos=' shy= zwj= zwnj= szlig=ß Agrave=À Aacute=Á Acirc=Â Atilde=Ã Auml=Ä Aring=Å AElig=Æ Ccedil=Ç Egrave=È
        Eacute=É Ecirc=Ê Euml=Ë Igrave=Ì Iacute=Í Icirc=Î Iuml=Ï ETH=Ð Ntilde=Ñ Ograve=Ò Oacute=Ó Ocirc=Ô Otilde=Õ Ouml=Ö Oslash=Ø
        Ugrave=Ù Uacute=Ú Ucirc=Û Uuml=Ü Yacute=Ý THORN=Þ agrave=à aacute=á acirc=â atilde=ã auml=ä aring=å aelig=æ ccedil=ç egrave=è
        eacute=é ecirc=ê euml=ë igrave=ì iacute=í icirc=î iuml=ï eth=ð ntilde=ñ ograve=ò oacute=ó ocirc=ô otilde=õ ouml=ö oslash=ø
        ugrave=ù uacute=ú ucirc=û uuml=ü yacute=ý thorn=þ yuml=ÿ commat=@ period=. plus=+ hyphen=- num=# sol=/ lowbar=_
        """;

    private static readonly string[] Spaces = ["nbsp", "ensp", "emsp", "thinsp", "Tab", "NewLine"];

    private static readonly Dictionary<string, byte[]>.AlternateLookup<ReadOnlySpan<char>> Letters = Read();

    /// <summary>The text without its entities; empty when it has none.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> text, DecodedLevel level)
    {
        var target = level.Room(text.Length);
        var written = 0;
        var found = false;
        while (true)
        {
            var next = text.IndexOf((byte)'&');
            if (next < 0) break;
            text[..next].CopyTo(target[written..]);
            written += next;
            text = text[(next + 1)..];
            var end = text[..Math.Min(text.Length, LongestName + 1)].IndexOf((byte)';');
            if (end > 0 && TryOne(text[..end], target[written..], out var length))
            {
                written += length;
                text = text[(end + 1)..];
                found = true;
            }
            else
            {
                target[written++] = (byte)'&';
            }
        }
        if (!found) return default;
        text.CopyTo(target[written..]);
        return target[..(written + text.Length)];
    }

    private static bool TryOne(ReadOnlySpan<byte> name, Span<byte> target, out int length)
    {
        length = 0;
        if (name[0] == '#')
        {
            if (!TryCode(name[1..], out var code) || !Rune.TryCreate(code, out var rune)) return false;
            length = rune.EncodeToUtf8(target);
            return true;
        }
        Span<char> text = stackalloc char[LongestName];
        if (!Letters.TryGetValue(text[..Encoding.Latin1.GetChars(name, text)], out var letter)) return false;
        letter.CopyTo(target);
        length = letter.Length;
        return true;
    }

    private static bool TryCode(ReadOnlySpan<byte> digits, out int code)
    {
        code = 0;
        if (digits.Length is < 2 or > 7) return false;
        if ((digits[0] | 32) == 'x') return HexDigit.TryRead(digits[1..], digits.Length - 1, out code);
        if (!DigitRun.TryRead(digits, out var value)) return false;
        code = (int)value;
        return true;
    }

    private static Dictionary<string, byte[]>.AlternateLookup<ReadOnlySpan<char>> Read() =>
        Names.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
            .Concat(Spaces.Select(name => new[] { name, " " }))
            .ToDictionary(pair => pair[0], pair => Encoding.UTF8.GetBytes(pair[1]), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
