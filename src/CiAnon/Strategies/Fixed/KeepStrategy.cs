using CiAnon.Catalogs;

namespace CiAnon.Strategies.Fixed;

/// <summary>A decision, not a function: the planner leaves the column's bytes alone.</summary>
public static class KeepStrategy
{
    public static readonly StrategyDefinition Definition = new(
        "keep",
        "leaves the column as it is: somebody looked and decided",
        TypeKind.Any,
        [],
        new Guarantees(Deterministic: true, Uniqueness.Always, AlwaysChanges: false, PreservesFormat: true, PreservesLength: true,
            "the value itself", Reversible: true, Hides: null, LooksLike: []),
        new StrategyExample("in progress", "in progress"),
        _ => throw new InvalidOperationException("Kept columns have no mask."));
}
