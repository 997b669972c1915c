using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Ids;

/// <summary>Social security numbers, customer numbers, integer keys: same shape, other digits, one to one.</summary>
public static class DigitsStrategy
{
    public static readonly StrategyDefinition Definition = new(
        "digits",
        "replaces all digits of a value by others, one to one, and leaves every other character in its place",
        TypeKind.Text | TypeKind.Integer,
        [CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.Always, AlwaysChanges: true, PreservesFormat: true, PreservesLength: true,
            "the same characters with other digits; integers keep sign and number of digits, or, where a sequence feeds the column, " +
            "stay between 0 and its value; " +
            "a permutation (FF1) of fewer than 6 digits is below NIST's bound of 1,000,000 values " +
            "and can be guessed by who knows some pairs", Reversible: true, Hides: PersonalKind.NationalId, LooksLike: [PersonalKind.NationalId, PersonalKind.RecordNumber, PersonalKind.Account, PersonalKind.Card, PersonalKind.Phone]),
        new StrategyExample("123-45-6789", "883-83-6254"),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var permutation = new DigitPermutation(context.Key.Permutation);
        if (context.Type.Kind != TypeKind.Integer)
            return new TextDigitsMask(permutation);
        IReadOnlyList<ulong> bounds = context.SequenceValues ?? [];
        var narrow = bounds.Index().FirstOrDefault(bound => bound.Index > 0 && bound.Item - bounds[bound.Index - 1] < 2);
        return narrow.Index > 0
            ? Compilation.DoesNotFit($"can't serve columns of sequences at {bounds[narrow.Index - 1]} and {narrow.Item} alike, as one value would stay itself: give their rules different seeds")
            : new IntegerDigitsMask(permutation, [.. bounds]);
    }
}
