using System.Globalization;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Ids;

/// <summary>Keys of records: every number of a range becomes another of it, every uuid another of its version, one to one.</summary>
public static class PermuteStrategy
{
    private static readonly OptionDefinition Between = new("between", OptionType.List,
        "the lowest and the highest number, both included: [1, 99999]. Without it: from 0 to the value of the sequence that feeds the column, or to what the type holds");

    public static readonly StrategyDefinition Definition = new(
        "permute",
        "replaces an integer key by another of a range, a uuid by another of its version, one to one",
        TypeKind.Integer | TypeKind.Uuid,
        [Between, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.Always, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "integers of the range, whatever their number of digits; uuids of the same version and variant", Reversible: true, Hides: null,
            LooksLike: [PersonalKind.NationalId, PersonalKind.RecordNumber, PersonalKind.Account, PersonalKind.Card, PersonalKind.Phone]),
        new StrategyExample("4711", "21497", new Dictionary<string, string> { ["between"] = "[\"1\",\"99999\"]" }, TypeKind.Integer),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var bounds = context.Options.List(Between);
        if (context.Type.Kind == TypeKind.Uuid)
            return bounds.Count == 0 ? new UuidPermutationMask(new AesBlock(context.Key.Permutation)) : Compilation.DoesNotFit("has no use for 'between': uuids have no order");
        var permutation = new DigitPermutation(context.Key.Permutation);
        return bounds.Count == 0 ? Whole(context, permutation) : Range(context, permutation, bounds);
    }

    private static Compilation Range(StrategyContext context, DigitPermutation permutation, IReadOnlyList<string> bounds)
    {
        var (lowest, highest) = Numbers.IntegerLimits.Of(context.Type.BaseName);
        if (bounds.Count != 2 || Number(bounds[0]) is not { } low || Number(bounds[1]) is not { } high || low < lowest || high > highest)
            return Compilation.DoesNotFit($"needs two numbers that {context.Type.Name} can hold, such as [1, 99999]");
        if (low >= high) return Compilation.DoesNotFit("has a second bound that isn't above its first");
        return context.SequenceValues is [var next, ..] && high >= 0 && next < (ulong)high
            ? Compilation.DoesNotFit($"goes up to {high}, but the column's sequence stands at {next} in the artefact: its next values would meet pseudonyms. End the range there, or leave 'between' out")
            : new RangePermutationMask(permutation, low, high);
    }

    // Columns of integer and bigint agree: what both can hold stays there.
    private static Compilation Whole(StrategyContext context, DigitPermutation permutation)
    {
        ulong[] type = context.Type.BaseName == "int2" ? [(ulong)short.MaxValue] : [int.MaxValue, long.MaxValue];
        ulong[] ends = [.. (context.SequenceValues ?? []).Concat(type).Distinct().Order()];
        for (var i = 0; i < ends.Length; i++)
        {
            if (ends[i] - (i == 0 ? 0 : ends[i - 1]) < 2)
                return Compilation.DoesNotFit($"can't serve columns with the bounds {(i == 0 ? 0 : ends[i - 1])} and {ends[i]} alike, as one value would stay itself: give their rules different seeds");
        }
        return new IntegerPermutationMask(permutation, ends);
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
