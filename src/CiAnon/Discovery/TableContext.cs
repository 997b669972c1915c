using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using CiAnon.Catalogs;
using CiAnon.Discovery.Lexicon;
using CiAnon.Recognition.Names;
using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>What a table's other columns say of its rows.</summary>
/// <param name="IsOfPeople">They hold what only people have: first and last names, births, gender.</param>
/// <param name="IsReachable">They hold an e-mail address or a phone number: of a person, or of whatever else can be written to.</param>
/// <param name="HasPlaces">They hold parts of postal addresses.</param>
/// <param name="HasCards">They hold numbers of payment cards.</param>
/// <param name="HasProviders">They say by which provider somebody logs in.</param>
/// <param name="HasFirstNames">They hold first names.</param>
/// <param name="HasLastNames">They hold last names.</param>
/// <param name="HasBanks">They hold more of bank accounts than a number: an IBAN, a bank.</param>
/// <param name="Prefix">The word that most names of columns begin with, which says nothing: <c>cp_name</c>, <c>cp_street</c>.</param>
/// <param name="Stem">The same without a mark behind it: <c>OXFNAME</c>, <c>OXSTREET</c>.</param>
/// <param name="BehindStreets">The names of those that stand behind a street or another part of an address.</param>
/// <param name="Language">Whose words the names of its columns are, where most are one language's other than English.</param>
/// <param name="HasBirths">They hold days of birth.</param>
/// <param name="HasKeys">They hold keys of a browser's push service.</param>
internal sealed record TableContext(bool IsOfPeople, bool IsReachable, bool HasPlaces, bool HasCards, bool HasProviders, bool HasKeys, bool HasFirstNames, bool HasLastNames, bool HasBanks, string? Prefix, string? Stem, FrozenSet<string> BehindStreets, string? Language, bool HasBirths)
{
    public static readonly TableContext None = new(false, false, false, false, false, false, false, false, false, null, null, FrozenSet<string>.Empty, null, false);

    private const int FewestColumns = 5;
    private const double Most = 0.8;
    private const int FewestVoices = 2;
    private const int ShortestStem = 2;
    private const int LongestStem = 12;

    private static readonly ConditionalWeakTable<Table, TableContext> Known = [];

    public static TableContext Of(Table table) => Known.GetValue(table, static table => Read(table));

    /// <summary>A name of the table's without the letters that nearly all of its columns begin with.</summary>
    public string Bare(string name) => WithoutStem(name, Stem);

    private static TableContext Read(Table table)
    {
        var stem = StemOf(table);
        var names = table.Columns.Select(column => WithoutStem(column.Name, stem)).ToList();
        var language = LanguageOf(names);
        var kinds = names.Select(name => ColumnNames.Plain(name, language)).OfType<NameLexicon.Entry>().Where(entry => entry.Strength >= NameLexicon.Strong)
            .Select(entry => entry.Kind).ToHashSet();
        return new TableContext(
            kinds.Overlaps([PersonalKind.FirstName, PersonalKind.LastName, PersonalKind.BirthDate, PersonalKind.Gender]),
            kinds.Overlaps([PersonalKind.Email, PersonalKind.Phone]),
            kinds.Overlaps([PersonalKind.City, PersonalKind.PostalCode]),
            kinds.Contains(PersonalKind.Card),
            names.Exists(name => NameParts.Of(name) is [.., "provider"] or [.., "idp"] or [.., "authservice"] or ["auth", "service"] or [.., "issuer"]),
            table.Columns.Any(column => column.Name.Contains("p256dh", StringComparison.OrdinalIgnoreCase)),
            kinds.Contains(PersonalKind.FirstName),
            kinds.Contains(PersonalKind.LastName),
            names.Exists(name => NameParts.Of(name).Any(word => word is "iban" or "bic" or "swift" or "bank" or "blz" or "routing" or "rib")) || NameParts.Of(table.Name).Any(word => word is "bank" or "banks" or "savings" or "loan" or "loans"),
            PrefixOf(table),
            stem,
            names.Skip(1).Where((_, before) => ColumnNames.Plain(names[before], language)?.Kind == PersonalKind.Address).ToFrozenSet(StringComparer.Ordinal),
            language,
            kinds.Contains(PersonalKind.BirthDate));
    }

    // nik is a nickname in Russian and a number of an identity in Indonesian: the other columns tell which.
    private static string? LanguageOf(IEnumerable<string> names)
    {
        var voices = names.Select(name => ColumnNames.Plain(name)).OfType<NameLexicon.Entry>().Where(entry => entry.Languages is [not "English"]).GroupBy(entry => entry.Languages[0]).OrderByDescending(group => group.Count()).ToList();
        return voices is [var most, ..] && most.Count() >= FewestVoices && (voices.Count == 1 || most.Count() > voices[1].Count()) ? most.Key : null;
    }

    private static string WithoutStem(string name, string? stem) => stem is not null && name.Length > stem.Length && name.StartsWith(stem, StringComparison.OrdinalIgnoreCase) ? name[stem.Length..] : name;

    // The letters that nearly all names begin with, where most go on within the word; of marks and capitals PrefixOf makes words.
    private static string? StemOf(Table table)
    {
        if (table.Columns.Count < FewestColumns) return null;
        for (var length = LongestStem; length >= ShortestStem; length--)
        {
            var most = table.Columns.Select(column => column.Name).Where(name => name.Length > length).GroupBy(name => name[..length], StringComparer.OrdinalIgnoreCase).MaxBy(names => names.Count());
            if (most is null || most.Count() < table.Columns.Count * Most) continue;
            return IsWord(most.Key) || most.Count(name => NameParts.Of(name) is [{ } word, ..] && word.Length > length) < table.Columns.Count * Most ? null : most.Key;
        }
        return null;
    }

    private static bool IsWord(string stem) => stem.ToLowerInvariant() is var word && (NameLexicon.Find(word) is not null || NameContext.FactsBefore.Contains(word) || NameContext.Speaks(NameContext.People, word) || NameContext.Speaks(NameContext.Companies, word));

    private static string? PrefixOf(Table table)
    {
        if (table.Columns.Count < FewestColumns) return null;
        var most = table.Columns.Select(column => NameParts.Of(column.Name)).Where(words => words.Count > 1).GroupBy(words => words[0], StringComparer.Ordinal).MaxBy(words => words.Count());
        return most is not null && most.Count() >= table.Columns.Count * Most && !NameContext.Speaks(NameContext.People, most.Key) && !NameContext.Speaks(NameContext.Companies, most.Key) ? most.Key : null;
    }
}
