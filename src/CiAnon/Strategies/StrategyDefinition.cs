using CiAnon.Catalogs;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies;

/// <summary>A strategy as data: validation, help, docs, JSON schema and uniqueness arithmetic are derived from it.</summary>
/// <param name="Name">As written in the policy.</param>
/// <param name="Summary">One line.</param>
/// <param name="Types">The column types that it fits.</param>
/// <param name="Options">Its options, the common <c>seed</c> included where it is keyed.</param>
/// <param name="Guarantees">What it promises.</param>
/// <param name="Example">An original and its pseudonym, for the documentation (invented, deterministic).</param>
/// <param name="Compile">Makes the function for one domain of columns.</param>
public sealed record StrategyDefinition(
    string Name,
    string Summary,
    TypeKind Types,
    IReadOnlyList<OptionDefinition> Options,
    Guarantees Guarantees,
    StrategyExample Example,
    Func<StrategyContext, Compilation> Compile)
{
    /// <summary>
    /// Whether a column's room is its own, so that a short column takes nothing from those of a long one: results that fit both are the
    /// same in both. Otherwise the shortest column of a domain decides for all, so that equal values stay equal everywhere.
    /// </summary>
    public bool HasRoomPerColumn { get; init; }

    /// <summary>The results are chosen from what an enum type or a CHECK allows: columns that differ in it have nothing in common.</summary>
    public bool DrawsFromAllowed { get; init; }

    /// <summary>Every result is an original, of another row: it is searched and judged as a column that is kept.</summary>
    public bool LeavesOriginals { get; init; }

    /// <summary>Code or expressions of the policy's make the results: nothing is proven of how, only of what.</summary>
    public bool IsForeign { get; init; }

    /// <summary>
    /// Kinds that results may hold among text that stays as it was; empty where nothing stays, or all that does is told apart. Results are
    /// searched as what is kept is, less what the run itself put there.
    /// </summary>
    public IReadOnlyList<PersonalKind> Inserts { get; init; } = [];

    /// <summary>What the originals are, where that depends on the options; null where it doesn't.</summary>
    public Func<OptionValues, PersonalKind?>? HidesBy { get; init; }

    /// <summary>What the originals are under these options (<see cref="Guarantees.Hides"/>).</summary>
    public PersonalKind? Hides(OptionValues options) => HidesBy is { } by ? by(options) : Guarantees.Hides;

    /// <summary><see cref="Types"/> in words.</summary>
    public string TypesInWords => InWords(Types);

    public static string InWords(TypeKind types) => types == TypeKind.Any ? "any type" : types.ToString().ToLowerInvariant();
}

/// <summary>A pair for the documentation, under <see cref="StrategyDocs.Key"/>; a test computes the result and compares.</summary>
/// <param name="Value">The original.</param>
/// <param name="Result">Its pseudonym; <c>NULL</c> for NULL.</param>
/// <param name="Options">Options as written in the policy; null when there are none.</param>
/// <param name="Kind">The column's type.</param>
public sealed record StrategyExample(
    string Value,
    string Result,
    IReadOnlyDictionary<string, string>? Options = null,
    TypeKind Kind = TypeKind.Text);
