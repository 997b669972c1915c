using CiAnon.Catalogs;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.People;

/// <summary>Last names by keyed pick.</summary>
public static class LastNameStrategy
{
    public static readonly StrategyDefinition Definition = new(
        "last_name",
        "replaces a last name by another of the policy's locale",
        TypeKind.Text,
        [CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "a last name that fits the column", Reversible: false, Hides: null, LooksLike: [PersonalKind.LastName]),
        new StrategyExample("Müller", "Nolan"),
        context => PoolMask.Compile(context, Pools.LastNames))
    {
        HasRoomPerColumn = true,
    };
}
