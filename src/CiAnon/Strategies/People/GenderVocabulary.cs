namespace CiAnon.Strategies.People;

/// <summary>Two words for a woman and a man that belong together, and those that the same columns have for everybody else.</summary>
/// <param name="Letters">The words are abbreviations, which another language's may mean something else by.</param>
internal sealed record GenderVocabulary(string Woman, string Man, IReadOnlyList<string> Others, bool Letters)
{
    private const string NobodysLetters = "d x n u o i ?";

    private static readonly Dictionary<string, GenderVocabulary[]> ByLanguage = new()
    {
        ["en"] = [Of("f/m"), Of("female/male other unknown diverse nonbinary non-binary undisclosed unspecified"), Of("woman/man"), Of("girl/boy")],
        ["de"] = [Of("w/m"), Of("weiblich/männlich divers unbekannt"), Of("weiblich/maennlich"), Of("frau/mann")],
        ["fr"] = [Of("f/m"), Of("féminin/masculin autre inconnu"), Of("feminin/masculin"), Of("femme/homme")],
        ["es"] = [Of("femenino/masculino otro desconocido"), Of("mujer/hombre"), Of("mujer/varón")],
        ["it"] = [Of("f/m"), Of("femminile/maschile altro"), Of("femmina/maschio"), Of("donna/uomo")],
        ["nl"] = [Of("v/m"), Of("vrouwelijk/mannelijk anders onbekend"), Of("vrouw/man")],
        ["pt"] = [Of("f/m"), Of("feminino/masculino outro"), Of("mulher/homem")],
        ["pl"] = [Of("k/m"), Of("kobieta/mężczyzna inna"), Of("żeńska/męska")],
        ["sv"] = [Of("k/m"), Of("kvinna/man annat")],
        ["nb"] = [Of("k/m"), Of("kvinne/mann annet")],
        ["fi"] = [Of("n/m"), Of("nainen/mies muu")],
        ["cz"] = [Of("ž/m"), Of("žena/muž")],
        ["sk"] = [Of("ž/m"), Of("žena/muž")],
        ["hr"] = [Of("ž/m"), Of("žena/muškarac")],
        ["ro"] = [Of("f/m"), Of("feminin/masculin"), Of("femeie/bărbat")],
        ["tr"] = [Of("k/e"), Of("kadın/erkek")],
        ["el"] = [Of("γυναίκα/άνδρας"), Of("θήλυ/άρρεν")],
        ["ru"] = [Of("ж/м"), Of("женский/мужской"), Of("женщина/мужчина")],
        ["uk"] = [Of("ж/ч"), Of("жіноча/чоловіча"), Of("жінка/чоловік")],
        ["ja"] = [Of("女/男"), Of("女性/男性 その他 不明")],
        ["ko"] = [Of("여/남"), Of("여성/남성 기타"), Of("여자/남자")],
        ["zh"] = [Of("女/男"), Of("女性/男性 未知 其他")],
        ["vi"] = [Of("nữ/nam khác")],
        ["id"] = [Of("p/l"), Of("perempuan/laki-laki"), Of("wanita/pria")],
        ["ar"] = [Of("أنثى/ذكر")],
        ["fa"] = [Of("زن/مرد")],
    };

    /// <summary>Those of the locale's language, then English words; of letters only the language's, as an m alone doesn't tell f from w.</summary>
    public static IReadOnlyList<GenderVocabulary> Of(string locale, bool asciiOnly)
    {
        var language = locale.Split('_')[0];
        var own = ByLanguage.GetValueOrDefault(language) ?? [.. ByLanguage["en"].Where(one => one.Letters)];
        return [.. own.Concat(language == "en" ? [] : ByLanguage["en"].Where(one => !one.Letters)).Where(one => !asciiOnly || (Ascii(one.Woman) && Ascii(one.Man)))];
    }

    /// <summary>Of all languages.</summary>
    public static IEnumerable<GenderVocabulary> All => ByLanguage.Values.SelectMany(vocabularies => vocabularies);

    private static bool Ascii(string text) => System.Text.Ascii.IsValid(text);

    private static GenderVocabulary Of(string row)
    {
        var words = row.Split(' ');
        var pair = words[0].Split('/');
        var letters = pair[0].Length == 1;
        return new(pair[0], pair[1], letters ? NobodysLetters.Split(' ') : words[1..], letters);
    }
}
