using System.Collections.Frozen;
using CiAnon.Recognition.Names;

namespace CiAnon.Discovery.Lexicon;

/// <summary>Whole names of columns that speak of goods, money, programs and places, and of nobody.</summary>
internal static class ThingNames
{
    private static readonly FrozenSet<string> Names = """
        sku, ean, gtin, upc, isbn, mpn, hs code, batch, batch no, batch number, lot, lot no, bin, shelf, aisle, barcode type, dims, dimensions, size, unit, units, uom, color, colour, hex color, material, season, tax class, price list,
        currency, currency code, iso, iso code, country code, country iso, country, continent, capital, tld, dial code, calling code, timezone, time zone, tz, locale, lang, language, language code, weekday, quarter,
        version, app version, os version, schema version, build number, mime type, content type, media type, file extension, checksum, git sha, commit sha, etag, trace id, span id, image url, icon url, thumbnail url, thumb url, icon, css class, log level, logger, severity, environment, env, platform, protocol, http method, port, queue,
        farbe, groesse, grosse, waehrung, wahrung, sprache, einheit, mengeneinheit, zeitzone, kontinent, hauptstadt, artikelnummer, artikelnr, artikel nr, artnr, art nr, artnum, bestellartikel, charge, chargennr, lagerplatz, version, plattform,
        devise, langue, couleur, taille, unite, moneda, idioma, talla, unidad, valuta, lingua, colore, taglia, taal, kleur, maat, eenheid, moeda, cor, tamanho, waluta, jezyk, kolor, rozmiar, jednostka
        """.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(NameParts.Folded).ToFrozenSet(StringComparer.Ordinal);

    // Called like people, and people's no more: Bosch, Miele, Porsche.
    private static readonly FrozenSet<string> Brands = "brand, brands, make, marke, marken, automarke, marque, marques, marca, marche, marcas, merk, merken, marka, varumarke, maerke, merke, znacka, brend, 브랜드, 品牌, ブランド, бренд, марка, ยี่ห้อ, μαρκα, מותג, ماركة"
        .Split(", ").Select(NameParts.Folded).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string joined) => Names.Contains(joined) || Brands.Contains(joined);

    /// <summary>A brand's, whatever stands before it: <c>car_brand</c>.</summary>
    public static bool IsBrand(IReadOnlyList<string> words) => words.Count > 0 && Brands.Contains(words[^1]);
}
