using CiAnon.Catalogs;

namespace CiAnon.Strategies.Fixed;

/// <summary>The empty value of the column's type.</summary>
public static class EmptyStrategy
{
    public static readonly StrategyDefinition Definition = new(
        "empty",
        "replaces every value by the empty one of its type: '' for text, hstore, ltree and tsvector, {} for arrays, json and multiranges, \\x for bytea, empty for ranges, () for cube",
        TypeKind.Text | TypeKind.Array | TypeKind.Json | TypeKind.Binary | TypeKind.Other,
        [],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: false, PreservesFormat: false, PreservesLength: false,
            "nothing", Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("{red,blue}", "{}", Kind: TypeKind.Array),
        Compile);

    /// <summary>The empty value of a type; null when it has none.</summary>
    public static string? ValueOf(ColumnType type) => type.Kind switch
    {
        TypeKind.Array or TypeKind.Json => "{}",
        TypeKind.Binary => "\\x",
        TypeKind.Other => ValueOf(type.BaseName),
        _ => "",
    };

    private static string? ValueOf(string name) => name switch
    {
        "hstore" or "ltree" or "tsvector" => "",
        "cube" => "()",
        "int4range" or "int8range" or "numrange" or "tsrange" or "tstzrange" or "daterange" => "empty",
        "int4multirange" or "int8multirange" or "nummultirange" or "tsmultirange" or "tstzmultirange" or "datemultirange" => "{}",
        _ => null,
    };

    private static Compilation Compile(StrategyContext context) => ValueOf(context.Type) is { } value
        ? new FixedMask(value)
        : Compilation.DoesNotFit("knows no empty value of that type; use null, or constant");
}
