using System.Collections.Frozen;
using System.Text;
using CiAnon.Discovery.Lexicon.Languages;
using CiAnon.Recognition.Names;
using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon;

/// <summary>All words that names of columns are made of, by language; the data is in the classes of the languages.</summary>
internal static class NameLexicon
{
    public const double Strong = 0.9;
    public const double Often = 0.6;
    public const double Rarely = 0.3;

    private const string English = "English";
    private const int FewLanguages = 2;

    // A word inside a longer one may be there by chance.
    private const double InsideFactor = 0.8;

    // Words of so many letters stand in none by chance.
    private const int LongInside = 7;

    private static readonly IReadOnlyList<Entry> Entries =
    [
        .. EnglishNames.All.Concat(ProductNames.All).Concat(GermanNames.All).Concat(SapNames.All).Concat(FrenchNames.All).Concat(SpanishNames.All)
            .Concat(ItalianNames.All).Concat(DutchNames.All).Concat(PortugueseNames.All).Concat(PolishNames.All).Concat(SwedishNames.All)
            .Concat(DanishNames.All).Concat(NorwegianNames.All).Concat(FinnishNames.All).Concat(CzechNames.All).Concat(HungarianNames.All).Concat(RomanianNames.All).Concat(TurkishNames.All)
            .Concat(RussianNames.All).Concat(CyrillicNames.All).Concat(JapaneseNames.All).Concat(JapaneseScriptNames.All)
            .Concat(KoreanNames.All).Concat(ChineseNames.All).Concat(GreekNames.All).Concat(SemiticNames.All).Concat(SouthAsianNames.All).Concat(VietnameseIndonesianNames.All).SelectMany(Parse),
    ];

    private static readonly FrozenDictionary<string, Entry> Whole =
        Entries.GroupBy(entry => entry.Text).ToFrozenDictionary(group => group.Key, Strongest);

    private static readonly Entry[] Inside =
        [.. Entries.Where(entry => entry.CountsInside).Select(entry => entry with { Languages = Whole[entry.Text].Languages }).OrderByDescending(entry => entry.Text.Length)];

    // By what people write for them in Latin letters; never a word that some language has as it is.
    private static readonly FrozenDictionary<string, Entry> Transliterated =
        Entries.Where(entry => entry.Text.Length >= Transliteration.Shortest).SelectMany(entry => Transliteration.Of(entry.Text).Where(form => form.Length >= Transliteration.Shortest).Distinct().Select(form => (form, entry)))
            .GroupBy(pair => pair.form, pair => pair.entry).ToFrozenDictionary(group => group.Key, Strongest);

    private static readonly FrozenDictionary<string, Entry[]> ByText = Entries.GroupBy(entry => entry.Text).Where(group => group.Select(entry => entry.Kind).Distinct().Count() > 1)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    // Of scripts without blanks, what a run of letters is taken apart by.
    private static readonly FrozenSet<string> Runs = Entries.Where(entry => entry.CountsInside).Select(entry => entry.Text).Where(UnspacedScripts.Has).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words that entries are made of, one by one, with their language.</summary>
    public static IEnumerable<(string Text, string Language)> Words => Entries.SelectMany(entry => entry.Phrase.Split(' ').Select(word => (NameParts.Folded(word), entry.Language)));

    /// <summary>The languages that there are words of.</summary>
    public static IEnumerable<string> Languages => Entries.Select(entry => entry.Language).Distinct();

    /// <summary>The entry that a run of words makes up exactly, joined without separators.</summary>
    public static Entry? Find(string joined) => Whole.GetValueOrDefault(joined);

    /// <summary>What the language has for words that mean another thing in others; null where they agree.</summary>
    public static Entry? FindIn(string language, string joined) => ByText.TryGetValue(joined, out var spellings) ? Array.Find(spellings, entry => entry.Language == language) : null;

    /// <summary>The entry of another script that a Latin word is written for.</summary>
    public static Entry? FindTransliterated(string joined) => joined.Length < Transliteration.Shortest ? null
        : Transliteration.Readings(joined).Select(Transliterated.GetValueOrDefault).FirstOrDefault(entry => entry is not null) is { } found ? found with { Phrase = joined } : null;

    /// <summary>An Arabic word in Latin letters behind its article: <c>aljawal</c>.</summary>
    public static Entry? FindWithArticle(string joined) => joined.Length > Transliteration.Shortest && joined.StartsWith("al", StringComparison.Ordinal) && Find(joined[2..]) is { Languages: ["Arabic"] } entry ? entry : null;

    /// <summary>An entry of a script that writes no blanks between words.</summary>
    public static bool IsRun(string text) => Runs.Contains(text);

    /// <summary>The longest entry inside a longer word: as its first or its last part.</summary>
    public static Entry? FindInside(string word) =>
        Inside.FirstOrDefault(entry => entry.Text.Length < word.Length && IsPart(entry, word)) is { } entry
            ? entry with { Strength = entry.Strength * InsideFactor }
            : null;

    // Letters in the middle of a word of the alphabet are there by chance: con-firma-tion.
    private static bool IsPart(Entry entry, string word) => Ascii.IsValid(entry.Text) && entry.Text.Length < LongInside
        ? word.StartsWith(entry.Text, StringComparison.Ordinal) || word.EndsWith(entry.Text, StringComparison.Ordinal) || word.EndsWith(entry.Text + "s", StringComparison.Ordinal) || word.EndsWith(entry.Text + "n", StringComparison.Ordinal)
        : word.Contains(entry.Text, StringComparison.Ordinal);

    // What English has is in databases of every country, and what several languages have speaks for none of them alone.
    private static Entry Strongest(IEnumerable<Entry> spellings)
    {
        var strongest = spellings.MaxBy(entry => entry.Strength)!;
        var languages = spellings.Where(entry => entry.Kind == strongest.Kind).Select(entry => entry.Language).Distinct().ToList();
        return languages.Contains(English) ? strongest with { Language = English, Languages = [English] } : strongest with { Languages = languages };
    }

    private static IEnumerable<Entry> Parse(ColumnWords words)
    {
        foreach (var written in words.Words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var text = written.TrimStart('*', '?', '~');
            var marks = written[..^text.Length];
            var strength = marks.Contains('~', StringComparison.Ordinal) ? Rarely : marks.Contains('?', StringComparison.Ordinal) ? Often : Strong;
            var entry = new Entry(NameParts.Folded(text), text, words.Kind, words.Language, strength, marks.Contains('*', StringComparison.Ordinal));
            yield return entry;
            // strasse is one spelling; empfaenger is also written empfänger, which arrives here as empfanger.
            if (words.Language == "German" && WithoutUmlauts(entry.Text) is var plain && plain != entry.Text) yield return entry with { Text = plain };
        }
    }

    private static string WithoutUmlauts(string text) =>
        text.Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal);

    /// <param name="Text">Joined without blanks: what names are compared with.</param>
    /// <param name="Phrase">As written in the data.</param>
    internal sealed record Entry(string Text, string Phrase, PersonalKind Kind, string Language, double Strength, bool CountsInside)
    {
        /// <summary>All that write it so and mean this kind; English alone where that is among them.</summary>
        public IReadOnlyList<string> Languages { get; init; } = [Language];

        /// <summary>Whose word it is, for people.</summary>
        public string Spoken => Languages.Count <= FewLanguages ? string.Join(" or ", Languages) : $"{Languages.Count} languages";
    }
}
