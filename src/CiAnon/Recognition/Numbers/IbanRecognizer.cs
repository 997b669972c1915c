namespace CiAnon.Recognition.Numbers;

/// <summary>ISO 13616: country, its length, MOD 97-10; written in one run or in groups of four, either case.</summary>
internal sealed class IbanRecognizer : NumberRecognizer
{
    private const int Longest = 34;

    // The IBAN registry's length per country.
    private const string Lengths =
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 " +
        "FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 " +
        "MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 " +
        "SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";

    private static readonly byte[] ByCountry = ReadLengths();

    public override bool TakesAnyStart => false;

    public override bool CanStart(int letters, int digits, BehindDigits behind) => letters == 2 && digits >= 2;

    public override NumberMatch Match(ReadOnlySpan<byte> text, int start)
    {
        if (text.Length - start < 15 || !Bytes.IsLetter(text[start]) || !Bytes.IsLetter(text[start + 1])) return NumberMatch.None;
        var wanted = ByCountry[Country(text[start], text[start + 1])];
        if (wanted == 0 || !Bytes.StartsNumber(text, start)) return NumberMatch.None;

        Span<byte> characters = stackalloc byte[Longest];
        var position = start;
        var length = 0;
        var separators = 0;
        while (length < wanted && position < text.Length)
        {
            var one = text[position++];
            if (Bytes.IsAlphanumeric(one)) characters[length++] = Bytes.Upper(one);
            else if (one is not ((byte)' ' or (byte)'-' or (byte)'.') || length != 4 * ++separators) return NumberMatch.None;
        }
        // Groups of four throughout or none: a part of a UUID has some.
        if (separators > 0 && separators != (wanted - 1) / 4) return NumberMatch.None;
        if (length < wanted || Bytes.IsWordAt(text, position)) return NumberMatch.None;
        if (!Bytes.IsDigit(characters[2]) || !Bytes.IsDigit(characters[3])) return NumberMatch.None;
        var remainder = CheckDigits.Mod97(characters[..4], CheckDigits.Mod97(characters[4..length]));
        return new NumberMatch(position, remainder == 1, NeedsContext: false);
    }

    private static int Country(byte first, byte second) => (Bytes.Upper(first) - 'A') * 26 + Bytes.Upper(second) - 'A';

    private static byte[] ReadLengths()
    {
        var lengths = new byte[26 * 26];
        foreach (var country in Lengths.Split(' '))
            lengths[Country((byte)country[0], (byte)country[1])] = byte.Parse(country.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture);
        return lengths;
    }
}
