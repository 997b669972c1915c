using System.Runtime.CompilerServices;
using CiAnon.Catalogs;
using CiAnon.Discovery.Lexicon;
using CiAnon.Strategies;

namespace CiAnon.Discovery;

/// <summary>What a table's other columns say of its rows.</summary>
/// <param name="IsOfPeople">They hold what only people have: first and last names, births, gender.</param>
/// <param name="IsReachable">They hold an e-mail address or a phone number: of a person, or of whatever else can be written to.</param>
/// <param name="HasPlaces">They hold parts of postal addresses.</param>
/// <param name="HasCards">They hold numbers of payment cards.</param>
/// <param name="HasProviders">They say by which provider somebody logs in.</param>
/// <param name="HasKeys">They hold keys of a browser's push service.</param>
internal sealed record TableContext(bool IsOfPeople, bool IsReachable, bool HasPlaces, bool HasCards, bool HasProviders, bool HasKeys)
{
    public static readonly TableContext None = new(false, false, false, false, false, false);

    private static readonly ConditionalWeakTable<Table, TableContext> Known = [];

    public static TableContext Of(Table table) => Known.GetValue(table, static table => Read(table));

    private static TableContext Read(Table table)
    {
        var kinds = table.Columns.Select(column => ColumnNames.Plain(column.Name)).OfType<NameLexicon.Entry>().Where(entry => entry.Strength >= NameLexicon.Strong)
            .Select(entry => entry.Kind).ToHashSet();
        return new TableContext(
            kinds.Overlaps([PersonalKind.FirstName, PersonalKind.LastName, PersonalKind.BirthDate, PersonalKind.Gender]),
            kinds.Overlaps([PersonalKind.Email, PersonalKind.Phone]),
            kinds.Overlaps([PersonalKind.City, PersonalKind.PostalCode]),
            kinds.Contains(PersonalKind.Card),
            table.Columns.Any(column => NameParts.Of(column.Name) is [.., "provider"] or [.., "idp"] or [.., "authservice"] or ["auth", "service"] or [.., "issuer"]),
            table.Columns.Any(column => column.Name.Contains("p256dh", StringComparison.OrdinalIgnoreCase)));
    }
}
