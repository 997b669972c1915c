using System.Text;

namespace CiAnon.Strategies.People;

/// <summary>
/// Phone numbers that are never assigned: ranges that a country's regulator keeps for films and books.
/// en: NANPA's 555-0100 to 555-0199 in every area code; en_GB: Ofcom; en_AU: ACMA; de: Bundesnetzagentur, Amtsblatt 7/2021,
/// Mitteilung 148; fr: ARCEP, decision 2018-0881. Other locales use the North American ones.
/// </summary>
internal sealed class FictionalNumbers
{
    private static readonly FictionalNumbers America = new("##", [.. AreaCodes().Select(area => $"+1 {area}-555-01")], trunk: "");

    private static readonly FictionalNumbers Australia = new("####",
        ["+61 2 5550 ", "+61 2 7010 ", "+61 3 5550 ", "+61 3 7010 ", "+61 7 5550 ", "+61 7 7010 ", "+61 8 5550 ", "+61 8 7010 "]);

    private static readonly FictionalNumbers Britain = new("###",
    [
        "+44 20 7946 0", "+44 113 496 0", "+44 114 496 0", "+44 115 496 0", "+44 116 496 0", "+44 117 496 0", "+44 118 496 0",
        "+44 121 496 0", "+44 131 496 0", "+44 141 496 0", "+44 151 496 0", "+44 161 496 0", "+44 191 498 0", "+44 1632 960", "+44 7700 900",
    ]);

    private static readonly FictionalNumbers France = new("## ##",
        ["+33 1 99 00 ", "+33 2 61 91 ", "+33 3 53 01 ", "+33 4 65 71 ", "+33 5 36 49 ", "+33 6 39 98 "]);

    private static readonly FictionalNumbers Germany = new("###",
        ["+49 30 23125", "+49 69 90009", "+49 40 66969", "+49 221 4710", "+49 89 99998"]);

    private static readonly (string Code, FictionalNumbers Numbers)[] ByCode = [("1", America), ("44", Britain), ("49", Germany), ("33", France), ("61", Australia)];

    private readonly byte[][] _prefixes;
    private readonly byte[] _pattern;
    private readonly byte[] _trunk;
    private readonly int _perPrefix;

    // What is dialled before a number at home.
    private FictionalNumbers(string pattern, IReadOnlyList<string> prefixes, string trunk = "0")
    {
        _trunk = Encoding.ASCII.GetBytes(trunk);
        _prefixes = [.. prefixes.Select(Encoding.ASCII.GetBytes)];
        _pattern = Encoding.ASCII.GetBytes(pattern);
        _perPrefix = (int)Math.Pow(10, pattern.Count(one => one == '#'));
        Length = prefixes.Max(prefix => prefix.Length) + pattern.Length;
    }

    /// <summary>How many numbers there are.</summary>
    public int Count => _prefixes.Length * _perPrefix;

    /// <summary>Characters of the longest.</summary>
    public int Length { get; }

    public static FictionalNumbers Of(string locale) => Locales.Find(locale) switch
    {
        "de" => Germany,
        "fr" => France,
        "en_GB" => Britain,
        "en_AU" => Australia,
        _ => America,
    };

    /// <summary>Those of the country whose code a number begins with; null where it keeps none, or the number has none.</summary>
    /// <param name="digits">Of the number, without + and 00.</param>
    public static FictionalNumbers? OfCode(ReadOnlySpan<byte> digits)
    {
        foreach (var (code, numbers) in ByCode)
            if (digits.Length > code.Length && Ascii.Equals(digits[..code.Length], code)) return numbers;
        return null;
    }

    /// <summary>Characters of the longest of all countries, whatever their format.</summary>
    public static int Longest { get; } = ByCode.Max(country => country.Numbers.Length);

    /// <summary>Whether <see cref="Of"/> gives numbers of the locale's own country; Canada's are of the same plan as America's.</summary>
    public static bool HasOwn(string locale) => Locales.Find(locale) is "en" or "en_US" or "en_CA" or "fr_CA" or "en_GB" or "en_AU" or "de" or "fr";

    /// <summary>Appends the number of that index, 0 to <see cref="Count"/> - 1.</summary>
    public void Append(int index, PhoneFormat format, MaskOutput output)
    {
        var (prefix, rest) = Math.DivRem(index, _perPrefix);
        Span<byte> number = stackalloc byte[Length];
        _prefixes[prefix].CopyTo(number);
        number = number[..(_prefixes[prefix].Length + _pattern.Length)];
        _pattern.CopyTo(number[_prefixes[prefix].Length..]);
        for (var i = number.Length - 1; i >= _prefixes[prefix].Length; i--)
        {
            if (number[i] != '#') continue;
            number[i] = (byte)('0' + rest % 10);
            rest /= 10;
        }
        if (format == PhoneFormat.National)
        {
            output.Append(_trunk);
            number = number[(number.IndexOf((byte)' ') + 1)..];
        }
        foreach (var one in number)
            if (format != PhoneFormat.E164 || one is (byte)'+' or >= (byte)'0') output.Append(one);
    }

    // NXX: 200 to 999 without the service codes N11 and the reserved N9X.
    private static IEnumerable<int> AreaCodes() =>
        Enumerable.Range(200, 800).Where(area => area % 100 != 11 && area / 10 % 10 != 9);
}
