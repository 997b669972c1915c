using System.Globalization;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Options;
using CiAnon.Strategies.Time;

namespace CiAnon.Strategies.Numbers;

/// <summary>Values near the original, for figures and dates that should stay plausible.</summary>
public static class NoiseStrategy
{
    private static readonly OptionDefinition Range = new("range", OptionType.Range,
        "how far a value moves at most: '90 days', '36 hours', '2 weeks', '3 months' (30 days each), '1 year' (365 days); " +
        "'10%' or '500' for numbers");

    private static readonly OptionDefinition Epsilon = new("epsilon", OptionType.Text,
        "instead of a range, for numbers: noise of Laplace's distribution, whose scale is sensitivity / epsilon; 0.1 to 1 are usual. The same value gets the same noise, so that nobody averages it away, "
        + "and no budget is counted: it is the mechanism of differential privacy, and no proof of it");

    private static readonly OptionDefinition Sensitivity = new("sensitivity", OptionType.Text, "goes with epsilon: how much one person may change a number");

    public static readonly StrategyDefinition Definition = new(
        "noise",
        "moves a number, date or timestamp by an amount within a range, or a number by noise of Laplace's distribution, never by nothing, never across zero; NaN and infinity stay, and so does 9999-12-31, which says that something has no end",
        TypeKind.Integer | TypeKind.Decimal | TypeKind.Date | TypeKind.Timestamp,
        [Range, Epsilon, Sensitivity, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: false, PreservesFormat: true, PreservesLength: false,
            "a value of the type, decimals, fraction of a second and zone as they were", Reversible: false, Hides: null, LooksLike: [PersonalKind.Phone, PersonalKind.NationalId, PersonalKind.RecordNumber]),
        new StrategyExample("1984-05-17", "1984-04-27", new Dictionary<string, string> { ["range"] = "90 days" }, TypeKind.Date),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var (epsilon, sensitivity) = (context.Options[Epsilon], context.Options[Sensitivity]);
        if (context.Options[Range] is null == (epsilon is null && sensitivity is null)) return Compilation.DoesNotFit("needs either 'range', or 'epsilon' and 'sensitivity'");
        if (context.Options[Range] is null) return Laplace(context, epsilon, sensitivity);
        var range = RangeOption.Parse(context.Options[Range]!)!.Value;
        var hash = new SipHash(context.Key.Hash);
        var type = context.Type;
        if (type.Kind is TypeKind.Date or TypeKind.Timestamp)
        {
            if (range.Kind != RangeKind.Duration)
                return Compilation.DoesNotFit($"has a range in numbers; write it like '90 days'");
            var unit = type.Kind == TypeKind.Date ? 86400 : 1;
            if (range.Amount < unit)
                return Compilation.DoesNotFit($"has a range below one {(unit == 1 ? "second" : "day")}, the smallest step of {type.Name}");
            var steps = (long)(range.Amount / unit);
            return type.Kind == TypeKind.Date ? new DateNoiseMask(hash, steps) : new TimestampNoiseMask(hash, steps);
        }
        if (range.Kind == RangeKind.Duration)
            return Compilation.DoesNotFit($"has a range in time; write it like '10%' or '500'");
        if (type.BaseName == "money")
            return Compilation.DoesNotFit($"can't read {type.Name}, whose text depends on the server's locale; use 'constant'");
        if (type.Kind == TypeKind.Integer && range is { Kind: RangeKind.Amount, Amount: < 1 })
            return Compilation.DoesNotFit($"has a range below 1, the smallest step of {type.Name}");
        return new NumberNoiseMask(hash, range, NumberLimits.Of(type));
    }

    private static Compilation Laplace(StrategyContext context, string? epsilon, string? sensitivity)
    {
        if (Positive(epsilon) is not { } strength || Positive(sensitivity) is not { } reach) return Compilation.DoesNotFit("needs both 'epsilon' and 'sensitivity', numbers from 0.000001 to 1000000000");
        if (context.Type.Kind is TypeKind.Date or TypeKind.Timestamp || context.Type.BaseName == "money") return Compilation.DoesNotFit($"has an epsilon, which {context.Type.Name} can't take; use a 'range'");
        return new LaplaceMask(new SipHash(context.Key.Hash), reach / strength, NumberLimits.Of(context.Type));
    }

    private static double? Positive(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0.000001 and <= 1_000_000_000 ? number : null;
}
