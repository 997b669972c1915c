using CiAnon.Catalogs;
using CiAnon.Strategies;
using CiAnon.Strategies.Text;

namespace CiAnon.Recognition.Patterns;

/// <summary>One field of a COPY column list, as the pattern scanner needs to know it.</summary>
/// <param name="Column">The column's name: words in it are a context.</param>
/// <param name="Type">Of the elements for arrays.</param>
/// <param name="Kind">What the column's name says of its values.</param>
/// <param name="Expected">Kinds that the run itself put there; they are not counted.</param>
public sealed record ScannedPattern(string Column, TypeKind Type, PersonalKind? Kind, IReadOnlySet<PersonalKind> Expected)
{
    private const TypeKind Texts = TypeKind.Text | TypeKind.Json | TypeKind.Binary | TypeKind.Network | TypeKind.Array | TypeKind.Other;

    // The pools of names, cities, companies and streets share words: Jordan is a first name, a last name and a country.
    private static readonly PersonalKind[] Words =
        [PersonalKind.Name, PersonalKind.FirstName, PersonalKind.LastName, PersonalKind.City, PersonalKind.Company, PersonalKind.Address];

    /// <summary>Shows the parts of a value that are masked inside of it; null where it is masked as a whole or not at all.</summary>
    internal Mask? Parts { get; init; }

    /// <summary>Of those that are expected the kinds that only the masked parts may hold.</summary>
    internal IReadOnlySet<PersonalKind> ExpectedInParts { get; init; } = new HashSet<PersonalKind>();

    /// <summary>A field whose values pass the run as they are.</summary>
    public static ScannedPattern Of(Column column, PersonalKind? kind) => new(column.Name, TypeOf(column.Type), kind, new HashSet<PersonalKind>());

    /// <summary>A field that nobody looks at.</summary>
    public static ScannedPattern Unseen(Column column) => new(column.Name, TypeKind.None, null, new HashSet<PersonalKind>());

    /// <summary>A field that a strategy masks: what its results look like is expected, and so is the kind that they stand for.</summary>
    public static ScannedPattern Of(Column column, PersonalKind? kind, StrategyDefinition strategy)
    {
        return Of(column, kind, strategy, strategy.Guarantees.LooksLike);
    }

    /// <summary>
    /// A field inside of which strategies mask parts: what their results look like is expected, and nothing else, as the rest of the value
    /// passes the run. Addresses are looked at all the same, as those that the run makes have a host of their own.
    /// </summary>
    /// <param name="mask">Shows the parts: what is beside them is looked at for those kinds, too.</param>
    public static ScannedPattern Of(Column column, PersonalKind? kind, Mask mask)
    {
        var expected = mask.Inside.SelectMany(rule => rule.Strategy.Guarantees.LooksLike.Concat(rule.Strategy.Inserts)).Where(one => one != PersonalKind.Email).ToHashSet();
        return Of(column, kind) with { Expected = expected, Parts = mask, ExpectedInParts = expected };
    }

    private static ScannedPattern Of(Column column, PersonalKind? kind, StrategyDefinition strategy, IReadOnlyList<PersonalKind> looks)
    {
        var expected = new HashSet<PersonalKind>(looks);
        if (kind is { } own && expected.Count > 0) expected.Add(own);
        if (expected.Overlaps(Words)) expected.UnionWith(Words);
        // Nothing of the value is left in such results: all that they hold is what the run made up.
        if (expected.Count > 0 && strategy.Guarantees is { Reversible: false, PreservesFormat: false }) expected.UnionWith(Enum.GetValues<PersonalKind>());
        // A cut word of lorem ipsum is called like somebody now and then: Ali, Ulla.
        if (strategy.Name == TextStrategy.Definition.Name) expected.UnionWith([PersonalKind.FirstName, PersonalKind.LastName]);
        expected.UnionWith(strategy.Inserts);
        return new ScannedPattern(column.Name, TypeOf(column.Type), kind, expected);
    }

    /// <summary>
    /// Whether the field can hold a kind at all. Numbers are looked at where the name speaks of numbers for people: every bigint as a card
    /// would cost time and find nothing but chance.
    /// </summary>
    public bool IsScanned => (Type & Texts) != TypeKind.None
        || (Type & (TypeKind.Integer | TypeKind.Decimal)) != TypeKind.None && Kind is PersonalKind.NationalId or PersonalKind.RecordNumber or PersonalKind.Card or PersonalKind.Account or PersonalKind.Phone;

    private static TypeKind TypeOf(ColumnType type) => type.Kind == TypeKind.Array && type.ElementKind != TypeKind.None ? type.ElementKind : type.Kind;
}
