using System.Collections.Concurrent;
using Bogus;
using Bogus.DataSets;

namespace CiAnon.Strategies.Drawing;

/// <summary>
/// Bogus's data sets, drawn from once per process and locale with fixed seeds: every process has the same pools. A locale
/// that has hardly any values of its own (Swedish last names) is filled up with English ones.
/// </summary>
internal static class Pools
{
    private const int Seed = 20240229;

    private static readonly ConcurrentDictionary<(string Kind, string Locale), string[]> Filled = new();

    public static IReadOnlyList<string> FirstNames(string locale) =>
        Values("first_name", locale, name => Distinct(With(new Name(name)), 12_000, set => set.FirstName()));

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

    private static string[] Values(string kind, string locale, Func<string, string[]> draw, int fewest = Pool.Fewest)
    {
        var name = Locales.Find(locale) ?? throw new ArgumentException(Locales.Problem(locale), nameof(locale));
        return Filled.GetOrAdd((kind, name), _ =>
        {
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
            .Select(_ => draw(set).Trim())
            .Where(value => value.Length > 0 && !value.Any(char.IsControl))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];
}
