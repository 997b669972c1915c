using System.Text;
using CiAnon.Recognition.Names;
using CiAnon.Recognition.Numbers;

namespace CiAnon.Recognition.Places;

/// <summary>
/// A house number beside a street's word: 12 Main Street, Hauptstraße 5, 5 rue de la Paix, Calle Mayor 3, ul. Długa 7, Kirkegata 12 b.
/// </summary>
internal sealed class AddressRecognizer : NumberRecognizer
{
    private const int MostWords = 5;

    // Behind number and name.
    private static readonly WordSet English = new("street st road rd avenue ave lane ln drive dr court ct boulevard blvd place square terrace close crescent parkway pkwy highway".Split(' '));

    // Behind the number, before the name.
    private static readonly WordSet French = new("rue avenue av boulevard bd place chemin impasse allee quai route cours square passage".Split(' '));

    // Before name and number.
    private static readonly WordSet Leading = new(
        ("calle avenida plaza paseo carrer camino carretera via viale piazza corso vicolo largo rua travessa praca alameda ulica ul aleja al strada bulevardul " +
         "rue am an im in auf unter zum zur alte alter neue neuer").Split(' '));

    // These are prepositions as well: only with a line of an address's length and a capitalized name of a place behind them.
    private static readonly WordSet Prepositions = new("am an im in auf unter zum zur alte alter neue neuer al via".Split(' '));

    // Ends of a street's name before the number.
    private static readonly byte[][] Endings =
        [.. "strasse strase str weg platz allee gasse ufer damm straat laan gracht plein gatan vagen gata gaten veien vegen vej gade katu utca ulica".Split(' ').Select(Encoding.ASCII.GetBytes)];

    public override bool CanStart(int letters, int digits, BehindDigits behind) => letters == 0 && digits <= 4;

    public override NumberMatch Match(ReadOnlySpan<byte> text, int start)
    {
        var end = start;
        while (end < text.Length && Bytes.IsDigit(text[end])) end++;
        if (end < text.Length && Bytes.IsLetter(text[end]) && (end + 1 == text.Length || !Bytes.IsWord(text[end + 1]))) end++;
        if (end - start > 5 || end < text.Length && (Bytes.IsWord(text[end]) || text[end] is (byte)':' or (byte)'%' or (byte)'/')) return NumberMatch.None;
        if (start > 0 && text[start - 1] is (byte)'.' or (byte)'-' or (byte)'/' or (byte)':' or (byte)'#') return NumberMatch.None;
        if (Behind(text, end) is var last and > 0) return new NumberMatch(last, Passed: true, NeedsContext: false);
        return Before(text, start) is >= 0 and var street ? new NumberMatch(end, Passed: true, NeedsContext: false) { Lead = start - street } : NumberMatch.None;
    }

    private static int Behind(ReadOnlySpan<byte> text, int end)
    {
        if (end < text.Length && text[end] == ',') end++;
        var capitals = 0;
        for (var i = 0; i < MostWords; i++)
        {
            if (end + 1 >= text.Length || text[end] != ' ' || !NameText.IsLetter(text[end + 1])) return 0;
            var start = end + 1;
            end = NameText.WordEnd(text, start);
            var word = text[start..end];
            if (i == 0 && French.Contains(word) && end + 2 < text.Length && text[end] == ' ' && NameText.IsLetter(text[end + 1])) return NameText.WordEnd(text, end + 1);
            if (capitals > 0 && NameText.IsCapital(word[0]) && English.Contains(word)) return end;
            if (!NameText.IsCapital(word[0])) return 0;
            capitals++;
        }
        return 0;
    }

    // Where the street's name begins; -1 when there is none.
    private static int Before(ReadOnlySpan<byte> text, int start)
    {
        var end = start;
        if (end > 1 && text[end - 1] == ' ') end--;
        if (end > 1 && text[end - 1] is (byte)',' or (byte)'.') end--;
        if (end == start) return -1;
        for (var i = 0; i < MostWords; i++)
        {
            var from = end;
            while (from > 0 && (NameText.IsLetter(text[from - 1]) || text[from - 1] is (byte)'-' or (byte)'\'' && from < end)) from--;
            var word = text[from..end];
            if (word.IsEmpty) return -1;
            if (i == 0 && word.Length > 5 && NameText.IsCapital(word[0]) && EndsLikeStreet(word)) return from;
            if (i == 0 && word.Length == 3 && text[end] == '.' && word.SequenceEqual("Str"u8)) return from;
            if (i > 0 && Leading.Contains(word) && NameText.IsCapital(text[end + (text[end] == '.' ? 2 : 1)])) return !Prepositions.Contains(word) || IsAlone(text, from, start, word) ? from : -1;
            if (from == 0 || text[from - 1] != ' ') return -1;
            end = from - 1;
            if (end > 0 && text[end - 1] == '.') end--;
        }
        return -1;
    }

    // "Am Wasserturm 5" as a whole value, or after a comma or a line's end; never in the middle of a sentence.
    private static bool IsAlone(ReadOnlySpan<byte> text, int from, int number, ReadOnlySpan<byte> word) => NameText.IsCapital(word[0]) && number - from < 40
        && (from == 0 || from > 1 && text[from - 1] == ' ' && text[from - 2] == ',' || text[from - 1] is (byte)'\n' or (byte)'"');

    private static bool EndsLikeStreet(ReadOnlySpan<byte> word)
    {
        Span<byte> folded = stackalloc byte[Folding.Longest];
        folded = folded[..Folding.Fold(word, folded)];
        foreach (var ending in Endings)
        {
            if (folded.EndsWith(ending)) return true;
        }
        return false;
    }
}
