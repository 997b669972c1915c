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
        Amacr=Ā amacr=ā Abreve=Ă abreve=ă Aogon=Ą aogon=ą Cacute=Ć cacute=ć Ccirc=Ĉ ccirc=ĉ Cdot=Ċ cdot=ċ Ccaron=Č ccaron=č Dcaron=Ď dcaron=ď Dstrok=Đ
        dstrok=đ Emacr=Ē emacr=ē Edot=Ė edot=ė Eogon=Ę eogon=ę Ecaron=Ě ecaron=ě Gbreve=Ğ gbreve=ğ Gcedil=Ģ Imacr=Ī imacr=ī Iogon=Į iogon=į Idot=İ
        imath=ı inodot=ı Kcedil=Ķ kcedil=ķ Lacute=Ĺ lacute=ĺ Lcedil=Ļ lcedil=ļ Lcaron=Ľ lcaron=ľ Lstrok=Ł lstrok=ł Nacute=Ń nacute=ń Ncedil=Ņ ncedil=ņ
        Ncaron=Ň ncaron=ň Odblac=Ő odblac=ő OElig=Œ oelig=œ Racute=Ŕ racute=ŕ Rcaron=Ř rcaron=ř Sacute=Ś sacute=ś Scedil=Ş scedil=ş Scaron=Š scaron=š
        Tcedil=Ţ tcedil=ţ Tcaron=Ť tcaron=ť Umacr=Ū umacr=ū Uring=Ů uring=ů Udblac=Ű udblac=ű Uogon=Ų uogon=ų Yuml=Ÿ Zacute=Ź zacute=ź Zdot=Ż zdot=ż
        Zcaron=Ž zcaron=ž Alpha=Α Beta=Β Gamma=Γ Delta=Δ Epsilon=Ε Zeta=Ζ Eta=Η Theta=Θ Iota=Ι Kappa=Κ Lambda=Λ Mu=Μ Nu=Ν Xi=Ξ Omicron=Ο Pi=Π Rho=Ρ
        Sigma=Σ Tau=Τ Upsilon=Υ Phi=Φ Chi=Χ Psi=Ψ Omega=Ω alpha=α beta=β gamma=γ delta=δ epsilon=ε zeta=ζ eta=η theta=θ iota=ι kappa=κ lambda=λ mu=μ
        nu=ν xi=ξ omicron=ο pi=π rho=ρ sigma=σ tau=τ upsilon=υ phi=φ chi=χ psi=ψ omega=ω sigmaf=ς comma=,
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
