using System.Globalization;
using System.Text;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Fixed;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Choices;

/// <summary>One of the policy's own values, as often as it likes.</summary>
public static class ChoiceStrategy
{
    private static readonly OptionDefinition Values = new("values", OptionType.List, "what is chosen from", Required: true);

    private static readonly OptionDefinition Weights = new("weights", OptionType.List,
        "how often each value is chosen, compared with the others: as many whole numbers as there are values");

    public static readonly StrategyDefinition Definition = new(
        "choice",
        "replaces a value by one of a list, each as often as the weights say",
        TypeKind.Any,
        [Values, Weights, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: false, PreservesFormat: false, PreservesLength: false,
            "one of the values given", Reversible: false, Hides: null,
            LooksLike: [PersonalKind.FirstName, PersonalKind.LastName, PersonalKind.Name, PersonalKind.City, PersonalKind.Company]),
        new StrategyExample("platinum", "silver", new Dictionary<string, string> { ["values"] = "[\"silver\",\"gold\"]", ["weights"] = "[\"3\",\"1\"]" }),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var values = context.Options.List(Values);
        foreach (var value in values)
        {
            if (Literal.Problem(value, context) is { } problem) return Compilation.DoesNotFit(problem);
            if (ConstantCheck.Problem(value, context.Type) is { } mismatch) return Compilation.DoesNotFit($"writes '{value}', which {mismatch}");
            if (context.Allowed is { } allowed && !allowed.Contains(value)) return Compilation.DoesNotFit($"writes '{value}', which the column doesn't allow");
        }
        var weights = new int[values.Count];
        Array.Fill(weights, 1);
        if (context.Options[Weights] is not null && !Read(context.Options.List(Weights), weights))
            return Compilation.DoesNotFit("needs as many weights as values, whole numbers from 0 to 1000000, not all of them 0");
        return new ChoiceMask(new SipHash(context.Key.Hash), [.. values.Select(Encoding.UTF8.GetBytes)], weights);
    }

    private static bool Read(IReadOnlyList<string> given, int[] weights)
    {
        if (given.Count != weights.Length) return false;
        for (var i = 0; i < weights.Length; i++)
            if (!int.TryParse(given[i], NumberStyles.None, CultureInfo.InvariantCulture, out weights[i]) || weights[i] > 1_000_000) return false;
        return weights.Any(weight => weight > 0);
    }

    private sealed class ChoiceMask(SipHash hash, byte[][] values, int[] weights) : Mask
    {
        private readonly int _total = weights.Sum();

        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
        {
            var drawn = Draw.Index((ulong)hash.Hash(value), _total);
            var i = 0;
            while (drawn >= weights[i]) drawn -= weights[i++];
            output.Append(values[i]);
        }
    }
}
