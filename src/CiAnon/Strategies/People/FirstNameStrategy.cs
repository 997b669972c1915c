using CiAnon.Catalogs;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.People;

/// <summary>First names, female and male, by keyed pick.</summary>
public static class FirstNameStrategy
{
    public static readonly StrategyDefinition Definition = new(
        "first_name",
        "replaces a first name by another of the policy's locale",
        TypeKind.Text,
        [CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "a first name that fits the column", Reversible: false, Hides: null, LooksLike: [PersonalKind.FirstName]),
        new StrategyExample("Anna", "Genevieve"),
        context => PoolMask.Compile(context, Pools.FirstNames))
    {
        HasRoomPerColumn = true,
    };
}
