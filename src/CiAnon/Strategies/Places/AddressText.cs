namespace CiAnon.Strategies.Places;

/// <summary>
/// The end of an address in one text: town, region, postal code and country, each a piece of the text. What isn't recognized with certainty
/// isn't there; the first piece, and whatever stands between it and the town, is the street's.
/// </summary>
internal ref struct AddressText
{
    private const int LongestTown = 80;
    private const int LongestCity = 50;
    private const int LongestPostalCode = 10;
    private const int FewestOfPostalCode = 4;
    private const int LongestParticle = 4;

    private readonly Regions _regions;
    private readonly bool _lineBreaks;
    private readonly PersonJudge? _mayBePerson;

    public AddressText(ReadOnlySpan<byte> text, Regions regions, PersonJudge? mayBePerson)
    {
        _regions = regions;
        _mayBePerson = mayBePerson;
        _lineBreaks = text.Contains((byte)'\n');
        var rest = text;
        if (Last(rest, out var before) is var last && !before.IsEmpty && CountryNames.Contains(last))
        {
            Country = last;
            rest = before;
        }
        var town = Last(rest, out before);
        // A text of one piece is no address, or nothing but a street.
        if (before.IsEmpty || town.Length > LongestTown) return;
        var city = Last(before, out var street);
        if (IsCity(city) && HasDigit(street) && Codes(town))
        {
            City = city;
            RegionFollows = true;
        }
        else if (!CodeFirst(town) && HasDigit(before)) CodeLast(town);
    }

    public ReadOnlySpan<byte> City { get; private set; }

    public ReadOnlySpan<byte> Region { get; private set; }

    public ReadOnlySpan<byte> PostalCode { get; private set; }

    public ReadOnlySpan<byte> Country { get; }

    /// <summary>The postal code stands before the city.</summary>
    public bool CodeIsFirst { get; private set; }

    /// <summary>A comma stands between the city and what follows.</summary>
    public bool RegionFollows { get; }

    public readonly ReadOnlySpan<byte> Separator => _lineBreaks ? "\n"u8 : ", "u8;

    // IL 62704; IL; SW1A 1AA.
    private bool Codes(ReadOnlySpan<byte> piece)
    {
        for (var blank = piece.Length; blank > 0; blank = piece[..blank].LastIndexOf((byte)' '))
        {
            if (!_regions.Contains(piece[..blank])) continue;
            var code = piece[blank..].Trim((byte)' ');
            // Where a country's regions are called like its towns, a name alone says nothing.
            if (code.IsEmpty ? !_regions.IsCode(piece) : !IsPostalCode(code)) continue;
            Region = piece[..blank];
            PostalCode = code;
            return true;
        }
        // Behind a town, numbers alone stand with a region: what is before them may be anybody.
        if (!IsPostalCode(piece) || !piece.ContainsAnyInRange((byte)'A', (byte)'Z')) return false;
        PostalCode = piece;
        return true;
    }

    // 12345 Berlin; 1012 AB Amsterdam.
    private bool CodeFirst(ReadOnlySpan<byte> piece)
    {
        if (piece.IsEmpty || !HasDigit(piece[..Math.Max(0, piece.IndexOf((byte)' '))])) return false;
        for (var blank = piece.Length - 1; blank > 0; blank--)
        {
            if (piece[blank] != ' ' || !IsPostalCode(piece[..blank]) || !IsCity(piece[(blank + 1)..])) continue;
            PostalCode = piece[..blank];
            City = piece[(blank + 1)..];
            CodeIsFirst = true;
            return true;
        }
        return false;
    }

    // Springfield IL 62704; London SW1A 1AA.
    private void CodeLast(ReadOnlySpan<byte> piece)
    {
        for (var blank = piece.IndexOf((byte)' '); blank > 0 && blank < piece.Length; blank = Next(piece, blank))
        {
            if (!IsCity(piece[..blank]) || _regions.IsCode(piece[..blank]) || !Codes(piece[(blank + 1)..])) continue;
            if (!PostalCode.IsEmpty)
            {
                City = piece[..blank];
                return;
            }
            Region = default;
        }
    }

    private static int Next(ReadOnlySpan<byte> piece, int blank) => piece[(blank + 1)..].IndexOf((byte)' ') is >= 0 and var next ? blank + 1 + next : piece.Length;

    private static ReadOnlySpan<byte> Last(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> before)
    {
        var end = text.TrimEnd(" .\r\n"u8);
        var separator = end.LastIndexOfAny(",;\n"u8);
        before = separator < 0 ? default : end[..separator];
        return end[(separator + 1)..].Trim(" \r"u8);
    }

    private static bool IsPostalCode(ReadOnlySpan<byte> text)
    {
        if (text.Length > LongestPostalCode || !HasDigit(text)) return false;
        var characters = 0;
        foreach (var one in text)
        {
            if (one is >= (byte)'0' and <= (byte)'9' or >= (byte)'A' and <= (byte)'Z') characters++;
            else if (one is not ((byte)' ' or (byte)'-')) return false;
        }
        return characters >= FewestOfPostalCode && text.Count((byte)' ') <= 1;
    }

    private readonly bool IsCity(ReadOnlySpan<byte> text)
    {
        if (text.Length is < 2 or > LongestCity) return false;
        foreach (var one in text)
            if (one < 0x80 && !char.IsAsciiLetter((char)one) && one is not ((byte)' ' or (byte)'-' or (byte)'.' or (byte)'\'')) return false;
        return AreNames(text) && _mayBePerson?.Invoke(text) != true;
    }

    // Words of a sentence are no town; am Main, sur Mer and upon Tyne are.
    private static bool AreNames(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)' ');
            var word = end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
            if (word.Length > LongestParticle && word[0] is >= (byte)'a' and <= (byte)'z') return false;
        }
        return true;
    }

    private static bool HasDigit(ReadOnlySpan<byte> text) => text.ContainsAnyInRange((byte)'0', (byte)'9');
}
