using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Shapes;

/// <summary>Texts of a given form.</summary>
public static class PatternStrategy
{
    private static readonly OptionDefinition Pattern = new("pattern", OptionType.Text,
        "[a-z0-9] is one of these characters, [1,99] a whole number between two, \\d a digit, \\w a lower-case letter or digit; {3} or {2,4} behind one of them repeats it; " +
        "{first_name} is what that strategy makes of the value, {first_name:column} what it makes of another column's; \\ takes the next character as it is",
        Required: true);

    public static readonly StrategyDefinition Definition = new(
        "pattern",
        "replaces a value by a text of the form that the policy gives",
        TypeKind.Text,
        [Pattern, CommonOptions.Seed],
        new Guarantees(Deterministic: false, Uniqueness.No, AlwaysChanges: false, PreservesFormat: false, PreservesLength: false,
            "a text of that form, cut to the column's room", Reversible: false, Hides: null,
            LooksLike: [PersonalKind.Token, PersonalKind.NationalId, PersonalKind.RecordNumber, PersonalKind.Account, PersonalKind.Card, PersonalKind.Phone]),
        new StrategyExample("B-77-xyz", "K-3921-eb", new Dictionary<string, string> { ["pattern"] = "K-[1000,9999]-[a-f]{2}" }),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var parts = PatternGrammar.Read(context.Options[Pattern]!, context, out var problem);
        return parts is null
            ? Compilation.DoesNotFit(problem!)
            : new PatternMask(new SipHash(context.Key.Hash), [.. parts], context.Type.MaxLength);
    }
}
