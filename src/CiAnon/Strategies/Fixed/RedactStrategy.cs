using CiAnon.Catalogs;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Fixed;

/// <summary>A fixed text that says something was there.</summary>
public static class RedactStrategy
{
    private static readonly OptionDefinition Text = new("text", OptionType.Text, "what is written instead", "[REDACTED]");

    public static readonly StrategyDefinition Definition = new(
        "redact",
        "replaces every value by a fixed text",
        TypeKind.Text,
        [Text],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: false, PreservesFormat: false, PreservesLength: false,
            "the text", Reversible: false, Hides: null, LooksLike: []),
        new StrategyExample("called twice, angry", "[REDACTED]"),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var text = context.Options[Text]!;
        return Literal.Problem(text, context) is { } problem
            ? Compilation.DoesNotFit(problem)
            : new FixedMask(text);
    }
}
