namespace CiAnon.Strategies.Places;

/// <summary>The country of a locale.</summary>
/// <param name="Alpha2">ISO 3166-1.</param>
/// <param name="Alpha3">ISO 3166-1.</param>
/// <param name="Name">In the locale's language.</param>
/// <param name="PostalCode">Its form: # is a digit, @ a letter (Universal Postal Union, addressing systems).</param>
internal sealed record Country(string Alpha2, string Alpha3, string Name, string PostalCode)
{
    private static readonly Dictionary<string, Country> ByLocale = new()
    {
        ["ar"] = new("SA", "SAU", "السعودية", "#####"),
        ["az"] = new("AZ", "AZE", "Azərbaycan", "AZ ####"),
        ["cz"] = new("CZ", "CZE", "Česko", "### ##"),
        ["de"] = new("DE", "DEU", "Deutschland", "#####"),
        ["de_AT"] = new("AT", "AUT", "Österreich", "####"),
        ["de_CH"] = new("CH", "CHE", "Schweiz", "####"),
        ["el"] = new("GR", "GRC", "Ελλάδα", "### ##"),
        ["en_AU"] = new("AU", "AUS", "Australia", "####"),
        ["en_AU_ocker"] = new("AU", "AUS", "Australia", "####"),
        ["en_CA"] = new("CA", "CAN", "Canada", "@#@ #@#"),
        ["en_GB"] = new("GB", "GBR", "United Kingdom", "@@# #@@"),
        ["en_IE"] = new("IE", "IRL", "Ireland", "@## @@##"),
        ["en_IND"] = new("IN", "IND", "India", "######"),
        ["en_NG"] = new("NG", "NGA", "Nigeria", "######"),
        ["en_ZA"] = new("ZA", "ZAF", "South Africa", "####"),
        ["es"] = new("ES", "ESP", "España", "#####"),
        ["es_MX"] = new("MX", "MEX", "México", "#####"),
        ["fa"] = new("IR", "IRN", "ایران", "#####-#####"),
        ["fi"] = new("FI", "FIN", "Suomi", "#####"),
        ["fr"] = new("FR", "FRA", "France", "#####"),
        ["fr_CA"] = new("CA", "CAN", "Canada", "@#@ #@#"),
        ["fr_CH"] = new("CH", "CHE", "Suisse", "####"),
        ["ge"] = new("GE", "GEO", "საქართველო", "####"),
        ["hr"] = new("HR", "HRV", "Hrvatska", "#####"),
        ["id_ID"] = new("ID", "IDN", "Indonesia", "#####"),
        ["it"] = new("IT", "ITA", "Italia", "#####"),
        ["ja"] = new("JP", "JPN", "日本", "###-####"),
        ["ko"] = new("KR", "KOR", "대한민국", "#####"),
        ["lv"] = new("LV", "LVA", "Latvija", "LV-####"),
        ["nb_NO"] = new("NO", "NOR", "Norge", "####"),
        ["nl"] = new("NL", "NLD", "Nederland", "#### @@"),
        ["nl_BE"] = new("BE", "BEL", "België", "####"),
        ["pl"] = new("PL", "POL", "Polska", "##-###"),
        ["pt_BR"] = new("BR", "BRA", "Brasil", "#####-###"),
        ["pt_PT"] = new("PT", "PRT", "Portugal", "####-###"),
        ["ro"] = new("RO", "ROU", "România", "######"),
        ["ru"] = new("RU", "RUS", "Россия", "######"),
        ["sk"] = new("SK", "SVK", "Slovensko", "### ##"),
        ["sv"] = new("SE", "SWE", "Sverige", "### ##"),
        ["tr"] = new("TR", "TUR", "Türkiye", "#####"),
        ["uk"] = new("UA", "UKR", "Україна", "#####"),
        ["vi"] = new("VN", "VNM", "Việt Nam", "######"),
        ["zh_CN"] = new("CN", "CHN", "中国", "######"),
        ["zh_TW"] = new("TW", "TWN", "台灣", "#####"),
    };

    private static readonly Country Default = new("US", "USA", "United States", "#####");

    public static IEnumerable<Country> All => ByLocale.Values.Append(Default);

    public static Country Of(string locale) => ByLocale.GetValueOrDefault(locale, Default);
}
