using CiAnon.Catalogs;

namespace CiAnon.Strategies.Fixed;

/// <summary>Every value becomes NULL; the planner refuses it for NOT NULL columns.</summary>
public static class NullStrategy
{
    public static readonly StrategyDefinition Definition = new(
        "null",
        "replaces every value by NULL",
        TypeKind.Any,
        [],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "NULL", Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("called twice, angry", "NULL"),
        _ => new NullMask());

    private sealed class NullMask : Mask
    {
        public override bool WritesNull => true;

        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output) =>
            throw new InvalidOperationException("NULL is written without looking at values.");
    }
}
