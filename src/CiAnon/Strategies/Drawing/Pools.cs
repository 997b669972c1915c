using System.Collections.Concurrent;
using Bogus;
using Bogus.DataSets;

namespace CiAnon.Strategies.Drawing;

/// <summary>
/// Bogus's data sets, drawn from once per process and locale with fixed seeds: every process has the same pools. A locale
/// that has hardly any values of its own takes those of <see cref="ListedNames"/> or of a neighbour with its language, never English ones in their place.
/// </summary>
internal static class Pools
{
    private const int Seed = 20240229;

    // What Bogus has in English only: Swiss and Canadian streets and companies have the names of their language.
    private static readonly Dictionary<(string Kind, string Locale), string> Neighbours = new()
    {
        [("womens_name", "fr_CA")] = "fr",
        [("mens_name", "fr_CA")] = "fr",
        [("first_name", "fr_CA")] = "fr",
        [("last_name", "fr_CA")] = "fr",
        [("street", "fr_CA")] = "fr",
        [("company", "fr_CA")] = "fr",
        [("street", "fr_CH")] = "fr",
        [("company", "fr_CH")] = "fr",
        [("street", "de_CH")] = "de",
    };

    private static readonly string[] WomenInO = ["Amparo", "Consuelo", "Rocío", "Rosario", "Socorro"];

    private static readonly ConcurrentDictionary<(string Kind, string Locale), string[]> Filled = new();

    public static IReadOnlyList<string> FirstNames(string locale) =>
        Values("first_name", locale, name => Distinct(With(new Name(name)), 12_000, set => set.FirstName()));

    /// <summary>The same as <see cref="MensNames"/> where the locale's names aren't told apart.</summary>
    public static IReadOnlyList<string> WomensNames(string locale) => FirstNames(locale, "womens_name", Name.Gender.Female);

    public static IReadOnlyList<string> MensNames(string locale) => FirstNames(locale, "mens_name", Name.Gender.Male);

    public static IReadOnlyList<string> LastNames(string locale) =>
        Values("last_name", locale, name => Distinct(With(new Name(name)), 8_000, set => set.LastName()));

    public static IReadOnlyList<string> Cities(string locale) =>
        Values("city", locale, name => Distinct(With(new Address(name)), 5_000, set => set.City()));

    public static IReadOnlyList<string> Streets(string locale) =>
        Values("street", locale, name => Distinct(With(new Address(name)), 5_000, set => set.StreetName()));

    public static IReadOnlyList<string> Secondaries(string locale) =>
        Values("secondary", locale, name => Distinct(With(new Address(name)), 3_000, set => set.SecondaryAddress()));

    /// <summary>States, provinces and the like; cities where Bogus knows none of the country's own, as regions are called like their towns.</summary>
    public static IReadOnlyList<string> Regions(string locale)
    {
        var name = Locales.Find(locale) ?? throw new ArgumentException(Locales.Problem(locale), nameof(locale));
        return Filled.GetOrAdd(("region", name), _ =>
        {
            var own = Drawn(name);
            var isBorrowed = name is not (Locales.Default or "en_US" or "en_BORK") && own.SequenceEqual(Drawn(Locales.Default));
            return own.Length < 2 || isBorrowed ? [.. Cities(name)] : own;
        });

        static string[] Drawn(string name) => Distinct(With(new Address(name)), 3_000, set => set.State().TrimEnd(','));
    }

    public static IReadOnlyList<string> RegionCodes(string locale) =>
        Values("region_code", locale, name => Distinct(With(new Address(name)), 3_000, set => set.StateAbbr()), fewest: 2);

    public static IReadOnlyList<string> Companies(string locale) =>
        Values("company", locale, name => Distinct(With(new Company(name)), 5_000, set => set.CompanyName()));

    /// <summary>Jobs of the locale's language; none where nobody has listed any.</summary>
    public static IReadOnlyList<string> Jobs(string locale) => ListedNames.Find("job", (Locales.Find(locale) ?? locale).Split('_')[0]) ?? [];

    // Where hardly any are told apart, everybody's.
    private static string[] FirstNames(string locale, string kind, Name.Gender gender)
    {
        var own = Values(kind, locale, name => TellsByEnding(name)
            ? [.. FirstNames(name).Where(first => IsOf(gender, first, name))] : Distinct(With(new Name(name)), 12_000, set => set.FirstName(gender)), fewest: 0);
        return own.Length >= Pool.Fewest ? own : [.. FirstNames(locale)];
    }

    // Bogus doesn't tell Polish and Spanish names apart; their last letter does, and what it says nothing of is nobody's.
    private static bool TellsByEnding(string locale) => locale is "pl" or "es" or "es_MX";

    private static bool IsOf(Name.Gender gender, string first, string locale) => locale == "pl"
        ? first.EndsWith('a') == (gender == Name.Gender.Female)
        : !WomenInO.Contains(first) && first.EndsWith(gender == Name.Gender.Female ? 'a' : 'o');

    private static string[] Values(string kind, string locale, Func<string, string[]> draw, int fewest = Pool.Fewest)
    {
        var name = Locales.Find(locale) ?? throw new ArgumentException(Locales.Problem(locale), nameof(locale));
        return Filled.GetOrAdd((kind, name), _ =>
        {
            if (ListedNames.Find(kind, name) is { } listed) return listed;
            if (Neighbours.TryGetValue((kind, name), out var neighbour))
                return [.. Values(kind, neighbour, draw, fewest).Select(value => name == "de_CH" ? value.Replace("ß", "ss", StringComparison.Ordinal) : value).Order(StringComparer.Ordinal)];
            var values = draw(name);
            return values.Length >= fewest ? values : [.. values.Union(draw(Locales.Default)).Order(StringComparer.Ordinal)];
        });
    }

    // A randomizer of its own: the one that Bogus shares between all data sets would make pools depend on what else ran.
    private static T With<T>(T set)
        where T : DataSet
    {
        set.Random = new Randomizer(Seed);
        return set;
    }

    private static string[] Distinct<T>(T set, int draws, Func<T, string> draw) =>
    [
        .. Enumerable.Range(0, draws)
            .Select(_ => draw(set).Trim().TrimEnd(',').Replace('’', '\''))
            .Where(value => value.Length > 0 && !value.Any(char.IsControl))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];
}
