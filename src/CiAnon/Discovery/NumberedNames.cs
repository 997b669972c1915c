using CiAnon.Discovery.Lexicon;

namespace CiAnon.Discovery;

/// <summary>
/// Names of numbers that no list of records has: <c>Relatienummer</c>, <c>nr_skierowania</c>, <c>bescheid_nr</c>. What is numbered is
/// somebody's or somebody's affair, unless the word is that of a thing.
/// </summary>
internal static class NumberedNames
{
    private static readonly string[] Endings = ["nummeret", "nummer", "number", "numero", "zeichen", "identificatie", "azonosito", "szam", "bango", "nr"];

    /// <summary>The words that say so; null where they say nothing, or where things are numbered.</summary>
    public static string? Find(NamedColumn column)
    {
        var words = column.Words;
        if (words.Count == 0 || words.Any(IsThing) || NameContext.FactsAfter.Contains(words[^1]) || column.IsInTableOf(NameContext.Things) && !column.IsInTableOf(RecordWords.CaseTables) && !column.IsAboutPeople && !column.Context.HasPlaces) return null;
        if (words is [var word] && Stem(word) is { } stem) return IsThing(stem) ? null : word;
        if (words.Count is < 2 or > 4) return null;
        var isNumber = IsNumber(words[^1]) || IsNumber(words[0]) && !words[1].EndsWith('s') || words.Count == 2 && words[0] is "n";
        return isNumber ? string.Join(' ', words) : null;
    }

    private static bool IsNumber(string word) => word is "referencia" or "referenz" or "referentie" or "reference" or "zeichen" or "identificatie" or "identificativo" or "identificador" or "kenmerk" or "azonosito" or "tunniste" or "identyfikator" or "riferimento" || NumberNouns.Numbers.Contains(word);

    /// <summary>Goods, places, parts of a text, and what other kinds number.</summary>
    internal static bool IsThing(string word) => RecordWords.NumberedThings.Any(thing => thing.Length > 4 ? word.Contains(thing, StringComparison.Ordinal) : word == thing || word == thing + "s");

    // German, Dutch and Swedish write both as one word.
    private static string? Stem(string word)
    {
        foreach (var number in Endings)
            if (word.Length > number.Length + 1 && word.EndsWith(number, StringComparison.Ordinal)) return word[..^number.Length];
        return null;
    }
}
