using CiAnon.Catalogs;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Places;

/// <summary>Cities by keyed pick.</summary>
public static class CityStrategy
{
    public static readonly StrategyDefinition Definition = new(
        "city",
        "replaces a city by an invented or real one of the policy's locale",
        TypeKind.Text,
        [CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "a city that fits the column", Reversible: false, Hides: null, LooksLike: [PersonalKind.City]),
        new StrategyExample("Wuppertal", "Kamrynfort"),
        context => PoolMask.Compile(context, Pools.Cities))
    {
        HasRoomPerColumn = true,
    };
}
