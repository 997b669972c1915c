using System.Text;

namespace CiAnon.Residual.Forms;

/// <summary>Words of addresses that are written in full or short: <c>Deichstraße 17</c> and <c>Deichstr. 17</c>, <c>High Street</c> and <c>High St</c>.</summary>
internal static class StreetWords
{
    /// <summary>How many times longer words may become.</summary>
    public const int Growth = 7;

    private static readonly (string Full, string Brief)[] Pairs =
    [
        .. "street=st avenue=ave road=rd drive=dr lane=ln boulevard=blvd square=sq court=ct place=pl calle=c avenida=avda plaza=pza"
            .Split(' ').Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1])),
    ];

    private static readonly Dictionary<string, byte[]>.AlternateLookup<ReadOnlySpan<char>> Words = Pairs.Concat(Pairs.Select(pair => (Full: pair.Brief, Brief: pair.Full)))
        .ToDictionary(pair => pair.Full, pair => Encoding.ASCII.GetBytes(pair.Brief), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static ReadOnlySpan<byte> Strasse => "strasse"u8;

    private static ReadOnlySpan<byte> Str => "str"u8;

    /// <summary>The words end to end with each such word in its other length; empty when there is none.</summary>
    /// <param name="target">At least <see cref="Growth"/> times as long.</param>
    public static ReadOnlySpan<byte> Other(ReadOnlySpan<byte> folded, ReadOnlySpan<int> starts, int words, Span<byte> target)
    {
        var (written, found) = (0, false);
        for (var word = 0; word < words; word++)
        {
            var text = ShorterName.Word(folded, starts, word);
            var ending = Ending(text, out var kept);
            found |= kept < text.Length;
            text[..kept].CopyTo(target[written..]);
            ending.CopyTo(target[(written + kept)..]);
            written += kept + ending.Length;
        }
        return found ? target[..written] : default;
    }

    private static ReadOnlySpan<byte> Ending(ReadOnlySpan<byte> word, out int kept)
    {
        kept = 0;
        Span<char> letters = stackalloc char[16];
        if (word.Length <= letters.Length && Words.TryGetValue(letters[..Encoding.Latin1.GetChars(word, letters)], out var other)) return other;
        kept = word.Length - Strasse.Length;
        if (word.EndsWith(Strasse)) return Str;
        kept = word.Length - Str.Length;
        if (word.EndsWith(Str)) return Strasse;
        kept = word.Length;
        return default;
    }
}
