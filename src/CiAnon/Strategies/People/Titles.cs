namespace CiAnon.Strategies.People;

/// <summary>How people are addressed, by language or locale: a woman's titles and a man's, the most usual first.</summary>
internal sealed record Titles(IReadOnlyList<string> Women, IReadOnlyList<string> Men)
{
    private static readonly Dictionary<string, Titles> ByLanguage = new()
    {
        ["en"] = Of("Ms.,Mrs.,Miss/Mr."),
        ["de"] = Of("Frau/Herr"),
        ["fr"] = Of("Mme,Mlle,Madame/M.,Monsieur,Mr"),
        ["es"] = Of("Sra.,Srta.,Dña./Sr.,Don"),
        ["it"] = Of("Sig.ra,Signora/Sig.,Signor"),
        ["nl"] = Of("Mevr.,Mevrouw,Mw./Dhr.,De heer,Meneer"),
        ["pt"] = Of("Sra.,Srta./Sr."),
        ["pl"] = Of("Pani/Pan"),
        ["sv"] = Of("Fru,Fröken/Herr"),
        ["nb"] = Of("Fru/Herr"),
        ["fi"] = Of("Rouva/Herra"),
        ["cz"] = Of("Paní/Pan"),
        ["sk"] = Of("Pani/Pán"),
        ["hr"] = Of("Gđa/G."),
        ["ro"] = Of("Dna.,Doamna/Dl.,Domnul"),
        ["lv"] = Of("kundze/kungs"),
        ["tr"] = Of("Hanım/Bey"),
        ["az"] = Of("xanım/bəy"),
        ["el"] = Of("κα/κ."),
        ["ru"] = Of("г-жа,госпожа/г-н,господин"),
        ["uk"] = Of("пані/пан"),
        ["ge"] = Of("ქალბატონი/ბატონი"),
        ["af"] = Of("Mev./Mnr."),
        ["id"] = Of("Ibu/Bapak"),
        ["vi"] = Of("Bà/Ông"),
        ["zh"] = Of("女士,小姐/先生"),
        ["ar"] = Of("السيدة/السيد"),
        ["fa"] = Of("خانم/آقای"),
        // One word for everybody.
        ["ja"] = Of("様/様"),
        ["ko"] = Of("님/님"),
    };

    /// <summary>Null where the locale's aren't known.</summary>
    public static Titles? Find(string locale) => ByLanguage.GetValueOrDefault(locale.Split('_')[0]);

    /// <summary>Of all languages.</summary>
    public static IEnumerable<Titles> All => ByLanguage.Values;

    private static Titles Of(string row)
    {
        var sides = row.Split('/');
        return new(sides[0].Split(','), sides[1].Split(','));
    }
}
