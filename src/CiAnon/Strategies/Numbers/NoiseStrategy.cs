using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Time;

namespace CiAnon.Strategies.Numbers;

/// <summary>Values near the original, for figures and dates that should stay plausible.</summary>
public static class NoiseStrategy
{
    private static readonly OptionDefinition Range = new("range", OptionType.Range,
        "how far a value moves at most: '90 days', '36 hours', '2 weeks', '3 months' (30 days each), '1 year' (365 days); " +
        "'10%' or '500' for numbers",
        Required: true);

    public static readonly StrategyDefinition Definition = new(
        "noise",
        "moves a number, date or timestamp by an amount within a range, never by nothing, never across zero; NaN and infinity stay",
        TypeKind.Integer | TypeKind.Decimal | TypeKind.Date | TypeKind.Timestamp,
        [Range, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: false, PreservesFormat: true, PreservesLength: false,
            "a value of the type, decimals, fraction of a second and zone as they were", Reversible: false, Hides: null, LooksLike: [PersonalKind.Phone, PersonalKind.NationalId, PersonalKind.RecordNumber]),
        new StrategyExample("1984-05-17", "1984-04-27", new Dictionary<string, string> { ["range"] = "90 days" }, TypeKind.Date),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
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
}
