using CiAnon.Catalogs;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Fixed;

/// <summary>One value for all rows, checked against the column's type while planning.</summary>
public static class ConstantStrategy
{
    internal static readonly OptionDefinition Value = new("value", OptionType.Scalar, "what every row gets", Required: true);

    public static readonly StrategyDefinition Definition = new(
        "constant",
        "replaces every value by the one given",
        TypeKind.Any,
        [Value],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: false, PreservesFormat: false, PreservesLength: false,
            "the value given", Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("173", "0", new Dictionary<string, string> { ["value"] = "0" }, TypeKind.Integer),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var value = context.Options[Value]!;
        if (Literal.Problem(value, context) is { } problem)
            return Compilation.DoesNotFit(problem);
        if (ConstantCheck.Problem(value, context.Type) is { } mismatch)
            return Compilation.DoesNotFit($"writes '{value}', which {mismatch}");
        return new FixedMask(value);
    }
}
