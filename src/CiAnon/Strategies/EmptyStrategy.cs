using CiAnon.Catalogs;

namespace CiAnon.Strategies;

/// <summary>The empty value of the column's type.</summary>
public static class EmptyStrategy
{
    public static readonly StrategyDefinition Definition = new(
        "empty",
        "replaces every value by the empty one of its type: '' for text, {} for arrays and json, \\x for bytea",
        TypeKind.Text | TypeKind.Array | TypeKind.Json | TypeKind.Binary,
        [],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: false, PreservesFormat: false, PreservesLength: false,
            "nothing", Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("{red,blue}", "{}", Kind: TypeKind.Array),
        Compile);

    private static Compilation Compile(StrategyContext context) => context.Type.Kind switch
    {
        TypeKind.Array or TypeKind.Json => new FixedMask("{}"),
        TypeKind.Binary => new FixedMask("\\x"),
        _ => new FixedMask(""),
    };
}
