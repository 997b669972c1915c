using System.Collections.Frozen;
using CiAnon.Catalogs;
using CiAnon.Recognition.Names;
using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>Columns whose name says that they hold what brands, goods or places are called. Many of those are called like people: Taylor, Ford, Florence, Jackson.</summary>
internal static class ThingColumns
{
    private static readonly FrozenSet<string> Goods = ("brand make maker model product article item category genre color colour variety breed species team club venue "
        + "marke modell hersteller produkt artikel kategorie farbe sorte rasse verein marque modele produit categorie couleur marca modelo producto categoria modello prodotto colore "
        + "merk product kleur marka produkt marke manufacturer publisher language sprache langue lingua idioma taal").Split(' ').ToFrozenSet();

    public static bool Is(Table table, Column column)
    {
        var words = NameParts.Of(column.Name);
        // brands.name: what it is the name of, the table says.
        var of = words.Count == 1 && (NameContext.BareNames.Contains(words[0]) || words[0] is "title" or "value") ? NameParts.Of(table.Name) : words;
        return of.Count > 0 && !words.Concat(of).Any(IsOfPeople) && of.Any(Speaks);
    }

    private static bool Speaks(string word) =>
        NameContext.Speaks(Goods, word) || NameContext.Speaks(NameContext.Places, word) || NameContext.Speaks(NameContext.Companies, word) || ColumnNames.Recognize("", word)?.Kind == PersonalKind.City;

    // product_owner, team_lead, birth_city: whose it is.
    private static bool IsOfPeople(string word) => NameContext.Speaks(NameContext.People, word) || ColumnNames.Recognize("", word)?.Kind is PersonalKind.FirstName or PersonalKind.LastName or PersonalKind.Username or PersonalKind.BirthDate;
}
