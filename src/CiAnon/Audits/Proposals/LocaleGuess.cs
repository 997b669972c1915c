using CiAnon.Catalogs;
using CiAnon.Discovery;
using CiAnon.Strategies;

namespace CiAnon.Audits.Proposals;

/// <summary>The locale that a dump's names and values speak of.</summary>
/// <param name="Why">A phrase for people, without any value; null when somebody named the locale, or nothing speaks for one.</param>
public sealed record LocaleGuess(string Locale, string? Why)
{
    // A word or two of another language are in every schema.
    private const int FewestNames = 2;
    private const double SomeNames = 0.15;

    private const int FewestValues = 3;
    private const double MostValues = 0.6;

    private static readonly Dictionary<string, string> Codes = new()
    {
        ["Chinese"] = "zh_CN",
        ["Czech"] = "cz",
        ["Dutch"] = "nl",
        ["Finnish"] = "fi",
        ["French"] = "fr",
        ["German"] = "de",
        ["Greek"] = "el",
        ["Indonesian"] = "id_ID",
        ["Italian"] = "it",
        ["Japanese"] = "ja",
        ["Korean"] = "ko",
        ["Norwegian"] = "nb_NO",
        ["Polish"] = "pl",
        ["Portuguese"] = "pt",
        ["Romanian"] = "ro",
        ["Russian"] = "ru",
        ["Spanish"] = "es",
        ["Swedish"] = "sv",
        ["Turkish"] = "tr",
        ["Ukrainian"] = "uk",
        ["Vietnamese"] = "vi",
    };

    internal static LocaleGuess Of(Catalog catalog, ColumnCases cases)
    {
        var personal = catalog.Tables.Where(table => table is { IsPartition: false, IsFromExtension: false })
            .SelectMany(table => table.Columns.Select(column => cases.Of(table, column))).Where(column => column.Verdict.Kind is not null).ToList();
        var language = Language(personal, out var namesSay);
        var country = CountryOf(personal, out var valuesSay);
        var locale = (country, language) switch
        {
            (null, null) => Locales.Default,
            (null, { } code) => Locales.Find(code)!,
            ({ } known, { } code) when Locales.All.Contains($"{code}_{known.Code}") => $"{code}_{known.Code}",
            ({ } known, _) => known.Locale,
        };
        var why = string.Join("; ", new[] { valuesSay, namesSay }.Where(phrase => phrase is not null));
        return new LocaleGuess(locale, why.Length == 0 ? null : why);
    }

    // English words are in schemas of every country, and a word of several languages counts for each of them.
    private static string? Language(List<ColumnCase> personal, out string? why)
    {
        why = null;
        var languages = personal.Select(column => ColumnNames.Languages(column.Column.Name)).Where(known => known.Count > 0).ToList();
        var foreign = languages.SelectMany(known => known).Where(Codes.ContainsKey).GroupBy(name => name).OrderByDescending(group => group.Count()).ToList();
        if (foreign.Count == 0 || foreign[0].Count() < Math.Max(FewestNames, languages.Count * SomeNames)) return null;
        if (foreign.Count > 1 && foreign[1].Count() == foreign[0].Count()) return null;
        why = $"{foreign[0].Count()} of {languages.Count} personal columns have {foreign[0].Key} names";
        return Codes[foreign[0].Key];
    }

    private static Country? CountryOf(List<ColumnCase> personal, out string? why)
    {
        why = null;
        var columns = personal.Select(CountryIn).OfType<Country>().ToList();
        var most = columns.GroupBy(country => country).MaxBy(group => group.Count());
        if (most is null || most.Count() * 2 <= columns.Count) return null;
        why = $"phone numbers or bank accounts of {most.Count()} {(most.Count() == 1 ? "column" : "columns")} are of {most.Key.Code}";
        return most.Key;
    }

    private static Country? CountryIn(ColumnCase column)
    {
        if (column.Sample is not { } sample || column.Verdict.Kind is not (PersonalKind.Phone or PersonalKind.Account)) return null;
        var isPhone = column.Verdict.Kind == PersonalKind.Phone;
        var found = sample.Values.Select(value => isPhone ? Country.OfPhone(value) : Country.OfAccount(value)).OfType<Country>().ToList();
        var most = found.GroupBy(country => country).MaxBy(group => group.Count());
        return most is not null && most.Count() >= FewestValues && most.Count() >= found.Count * MostValues ? most.Key : null;
    }
}
