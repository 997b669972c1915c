using CiAnon.Catalogs;
using CiAnon.Planning;
using CiAnon.Recognition.Names;
using CiAnon.Strategies;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Audits.Proposals;

/// <summary>
/// Columns of a table that speak of one person, or of one address: they are drawn together. Whose they are is said by a value of theirs,
/// so that the same value is the same person in every table, as it is where each column is masked by itself.
/// </summary>
internal sealed class CoherentColumns
{
    // Enough for half a million rows.
    private const int UsualDigits = 17;

    private static readonly Dictionary<PersonalKind, string> PersonParts = new()
    {
        [PersonalKind.FirstName] = "first_name",
        [PersonalKind.LastName] = "last_name",
        [PersonalKind.Name] = "name",
        [PersonalKind.Email] = "email",
        [PersonalKind.Username] = "username",
    };

    private static readonly Dictionary<PersonalKind, string> AddressParts = new()
    {
        [PersonalKind.Address] = "line",
        [PersonalKind.City] = "city",
        [PersonalKind.PostalCode] = "postal_code",
    };

    // What is left of a name says whose: billing_city and billing_zip belong together, and so do city and zip.
    private static readonly HashSet<string> PartWords =
    [
        "first", "last", "given", "family", "sur", "fore", "middle", "name", "surname", "lastname", "firstname", "full", "display", "title", "salutation", "gender", "sex", "anrede", "geschlecht", "civilite", "sexe", "sexo", "genero", "titulo", "sesso", "titolo", "geslacht", "email", "mail", "e", "user", "username", "login", "nick", "vorname", "nachname",
        "address", "street", "line", "line1", "line2", "road", "city", "town", "zip", "zipcode", "postal", "post", "postcode", "code", "plz", "ort", "stadt", "strasse", "state", "province", "region", "county",
        "country", "adresse", "ville", "calle", "ciudad", "hausnummer", "hausnr", "haus", "house", "nr", "no", "number", "huisnummer", "husnummer",
    ];

    private static readonly HashSet<string> RegionWords = ["state", "province", "region", "county", "bundesland"];
    private static readonly HashSet<string> CountryWords = ["country", "land", "pays", "pais"];
    private static readonly HashSet<string> HouseWords = ["hausnummer", "hausnr", "housenumber", "houseno", "huisnummer", "husnummer", "streetnumber", "streetno", "husnr", "huisnr", "numerocivico", "civico", "nrdomu", "numerdomu", "hazszam", "cislopopisne", "talonumero", "binano", "kapino"];
    private static readonly HashSet<string> SecondaryWords = ["apartment", "apt", "unit", "suite", "floor", "secondary"];

    private readonly Catalog _catalog;
    private readonly Func<Table, Column, ColumnCase> _caseOf;
    private readonly Dictionary<uint, IReadOnlyDictionary<string, MaskChoice>> _ofTable = [];
    private readonly Precedents _precedents;
    private readonly Lazy<MaskChoice> _email;
    private readonly Lazy<bool> _areCalledElsewhere;

    /// <param name="caseOf">What is known of a column; null parts of it are of no use here.</param>
    public CoherentColumns(Catalog catalog, PlanningFacts facts, Func<Table, Column, ColumnCase> caseOf, Precedents precedents)
    {
        _catalog = catalog;
        _caseOf = caseOf;
        _precedents = precedents;
        _areCalledElsewhere = new(AreCalledElsewhere);
        _email = new(() => precedents.Email ?? (precedents.DrawsPeople ? EmailOfPeople(facts) : null) ?? ColumnCase.AnyEmail);
    }

    /// <summary>What an e-mail address becomes wherever it stands, inside of values too: whose it is, it says itself, and it is the same person's in every table.</summary>
    public MaskChoice Email => _email.Value;

    public MaskChoice? Of(Table table, Column column)
    {
        if (!_ofTable.TryGetValue(table.Oid, out var choices)) _ofTable.Add(table.Oid, choices = Find(table));
        return choices.GetValueOrDefault(column.Name);
    }

    private Dictionary<string, MaskChoice> Find(Table table)
    {
        var found = new Dictionary<string, MaskChoice>();
        foreach (var group in table.Columns.Select(column => _caseOf(table, column)).GroupBy(known => Owner(known.Column.Name)))
        {
            ColumnCase[] free = [.. group.Where(known => IsFree(table, known.Column))];
            foreach (var (column, choice) in (_precedents.DrawsPeople ? People(table, free, [.. group]) : []).Concat(_precedents.DrawsAddresses ? Addresses(free) : [])) found.TryAdd(column, choice);
        }
        return found;
    }

    private bool IsFree(Table table, Column column) => column is { IsGenerated: false, AllowedValues: null, Type.Kind: TypeKind.Text } && !_catalog.IsReferencing(table, column.Name);

    private IEnumerable<ColumnCase> Known() => _catalog.Tables.Where(table => table is { IsPartition: false, IsFromExtension: false }).SelectMany(table => table.Columns.Select(column => _caseOf(table, column)));

    // In several columns, or in values of JSON.
    private bool AreCalledElsewhere() => Known().Where(known => known.Column.Type.Kind == TypeKind.Text && known.Verdict.Kind == PersonalKind.Username && !_catalog.IsReferencing(known.Table, known.Column.Name)).Skip(1).Any()
        || Known().Any(known => known is { Column.Type.Kind: TypeKind.Json, Verdict.Kind: not null } && JsonChoice.Of(known) is { } paths && paths.Options.Values.Any(option => PathsOption.Parse(option)?.Any(rule => rule.Inner?.Strategy.Name == "username") is true));

    private static string Owner(string name) => string.Join(' ', NameParts.Of(name).Where(word => !PartWords.Contains(word)));

    private IEnumerable<(string Column, MaskChoice Choice)> People(Table table, IReadOnlyList<ColumnCase> columns, IReadOnlyList<ColumnCase> all)
    {
        var parts = FirstOfEach(columns, PersonParts).Where(part => part.Part == "email" || !part.Case.IsConstrained).ToList();
        if (parts.Count < 2 || !parts.Exists(part => part.Part is "first_name" or "last_name" or "name")) return [];
        if (Subject(table, parts) is not { } by) return [];
        var genders = all.Where(known => !_catalog.IsReferencing(table, known.Column.Name)).Select(known => (known.Column.Name, Pair: GenderPair.Of(known))).Where(one => one.Pair is not null)
            .Select(one => (one.Name, new MaskChoice("person", ("part", one.Pair!.Part), ("by", by), ("values", one.Pair.AsOption))));
        // What somebody is called is the same wherever it stands: it says itself who it is.
        return parts.Where(part => part.Part != "email" && !(part.Part == "username" && _areCalledElsewhere.Value)).Select(part => (part.Case.Column.Name, new MaskChoice("person", ("part", part.Part), ("by", by)))).Concat(genders);
    }

    // Billing and shipping of one row may be two people: only a row of people is one person.
    private static string? Subject(Table table, List<(string Part, ColumnCase Case)> parts)
    {
        if (parts.FirstOrDefault(part => part.Part == "email").Case is { } email) return email.Column.Name;
        if (parts.FirstOrDefault(part => part.Part == "username").Case is { IsUnique: true } user) return user.Column.Name;
        return parts[0].Case.IsAboutPeople && Owner(parts[0].Case.Column.Name).Length == 0 && table.UniqueKeys.FirstOrDefault(key => key.IsPrimary) is { Columns: [var key] } && table.Find(key) is { IsGenerated: false }
            ? key : null;
    }

    private static IEnumerable<(string Column, MaskChoice Choice)> Addresses(IReadOnlyList<ColumnCase> columns)
    {
        var house = columns.FirstOrDefault(known => !known.IsConstrained && known.Verdict.Kind == PersonalKind.Address && HouseWords.Contains(string.Concat(NameParts.Of(known.Column.Name))));
        var parts = FirstOfEach([.. columns.Where(known => known != house)], AddressParts).Where(part => !part.Case.IsConstrained).ToList();
        var by = parts.FirstOrDefault(part => part.Part == "line").Case ?? parts.FirstOrDefault(part => part.Part == "postal_code").Case;
        if (by is null || parts.Count + (house is null ? 0 : 1) < 2) yield break;
        foreach (var (part, known) in parts) yield return (known.Column.Name, Address(part == "line" && house is not null ? "street" : part, by));
        if (house is not null) yield return (house.Column.Name, Address("number", by));
        foreach (var known in columns.Where(known => !known.IsConstrained && known != house && parts.TrueForAll(part => part.Case != known)))
        {
            if (known.Verdict.Kind is not (null or PersonalKind.Address or PersonalKind.Location or PersonalKind.City)) continue;
            var words = NameParts.Of(known.Column.Name);
            var part = words.Any(RegionWords.Contains) ? "region" : words.Any(CountryWords.Contains) ? "country" : known.Verdict.Kind == PersonalKind.Address && words.Any(SecondaryWords.Contains) ? "secondary" : null;
            if (part is not null) yield return (known.Column.Name, Address(part, by));
        }
    }

    private static MaskChoice Address(string part, ColumnCase by) => part == "line" ? new("address", ("by", by.Column.Name)) : new("address", ("part", part), ("by", by.Column.Name));

    private static IEnumerable<(string Part, ColumnCase Case)> FirstOfEach(IReadOnlyList<ColumnCase> columns, Dictionary<PersonalKind, string> parts) =>
        columns.Where(known => known.Verdict.Kind is { } kind && parts.ContainsKey(kind)).GroupBy(known => parts[known.Verdict.Kind!.Value]).Select(group => (group.Key, group.First()));

    // Null where no table has a person with an address; then addresses are masked as ever. As many digits everywhere as the largest unique column needs.
    private MaskChoice? EmailOfPeople(PlanningFacts facts)
    {
        var tables = _catalog.Tables.Where(table => table is { IsPartition: false, IsFromExtension: false }).ToList();
        if (!tables.Exists(table => table.Columns.Where(column => IsFree(table, column)).Select(column => _caseOf(table, column)).GroupBy(known => Owner(known.Column.Name))
            .Any(group => FirstOfEach([.. group], PersonParts).ToList() is var parts && parts.Exists(part => part.Part == "email") && parts.Exists(part => part.Part is "first_name" or "last_name" or "name"))))
            return null;
        var unique = tables.SelectMany(table => table.Columns.Where(column => IsFree(table, column)).Select(column => _caseOf(table, column)))
            .Where(known => known.IsUnique && known.Verdict.Kind == PersonalKind.Email).Select(known => facts.RowBound(known.Table)).DefaultIfEmpty(0).Max();
        // The bound on rows differs a little between formats of the same dump, and the policy should not.
        return unique == 0 ? new("person", ("part", "email")) : new("person", ("part", "email"), ("digits", $"{Math.Max(UsualDigits, Capacity.HexDigits(unique))}"));
    }
}
