using System.Globalization;
using System.Text;
using CiAnon.Catalogs;
using CiAnon.Keys;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Fixed;
using CiAnon.Strategies.Options;
using CiAnon.Strategies.Time;

namespace CiAnon.Strategies.Numbers;

/// <summary>A number, day or moment between two bounds.</summary>
public static class RandomStrategy
{
    private static readonly OptionDefinition Between = new("between", OptionType.List,
        "the lowest and the highest result, both included, written as for the column's type: [1, 100]", Required: true);

    public static readonly StrategyDefinition Definition = new(
        "random",
        "replaces a number, date or timestamp by one between two bounds",
        TypeKind.Integer | TypeKind.Decimal | TypeKind.Date | TypeKind.Timestamp,
        [Between, CommonOptions.Seed],
        new Guarantees(Deterministic: true, Uniqueness.No, AlwaysChanges: true, PreservesFormat: false, PreservesLength: false,
            "between the bounds; numbers with as many decimals as the type has, or else the bounds", Reversible: false, Hides: null, LooksLike: [PersonalKind.Phone, PersonalKind.NationalId, PersonalKind.RecordNumber]),
        new StrategyExample("52340", "1790", new Dictionary<string, string> { ["between"] = "[\"1000\",\"9999\"]" }, TypeKind.Integer),
        Compile);

    private static Compilation Compile(StrategyContext context)
    {
        var bounds = context.Options.List(Between);
        if (bounds.Count != 2) return Compilation.DoesNotFit("needs two bounds, such as [1, 100]");
        foreach (var bound in bounds)
            if (ConstantCheck.Problem(bound, context.Type) is { } problem) return Compilation.DoesNotFit($"has the bound '{bound}', which {problem}");
        return context.Type.Kind is TypeKind.Date or TypeKind.Timestamp ? Moments(context, bounds) : Numbers(context, bounds);
    }

    private static Compilation Moments(StrategyContext context, IReadOnlyList<string> bounds)
    {
        if (!TimestampText.TryParse(Encoding.UTF8.GetBytes(bounds[0]), out var low) || !TimestampText.TryParse(Encoding.UTF8.GetBytes(bounds[1]), out var high))
            return Compilation.DoesNotFit("needs two bounds that are days or moments");
        if (context.Type.Kind == TypeKind.Date)
            return low.Days < high.Days ? new DateDrawMask(new SipHash(context.Key.Hash), [(low.Days, high.Days)], timestamp: false) : Backwards();
        var (first, last) = (low.Days * 86400 + low.Seconds, high.Days * 86400 + (high.HasTime ? high.Seconds : 86399));
        return first < last ? new MomentMask(new SipHash(context.Key.Hash), first, last) : Backwards();
    }

    private static Compilation Numbers(StrategyContext context, IReadOnlyList<string> bounds)
    {
        if (context.Type.BaseName == "money") return Compilation.DoesNotFit($"can't write {context.Type.Name}, whose text depends on the server's locale; use 'constant'");
        if (!decimal.TryParse(bounds[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var low) || !decimal.TryParse(bounds[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var high))
            return Compilation.DoesNotFit("needs bounds of at most 28 digits");
        var scale = Math.Max(0, context.Type.Kind == TypeKind.Integer ? 0 : Math.Min(context.Type.Scale ?? Math.Max(low.Scale, high.Scale), 18));
        var unit = (decimal)Math.Pow(10, scale);
        if (Math.Abs(low) > 1e18m / unit || Math.Abs(high) > 1e18m / unit) return Compilation.DoesNotFit("has bounds that are too far away for their decimals");
        return low < high ? new NumberMask(new SipHash(context.Key.Hash), (Int128)(low * unit), (Int128)(high * unit), scale) : Backwards();
    }

    private static Compilation Backwards() => Compilation.DoesNotFit("has a second bound that isn't above its first");

    private sealed class NumberMask(SipHash hash, Int128 low, Int128 high, int scale) : Mask
    {
        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
        {
            var own = NumberText.TryParse(value, out var number, out var decimals) && decimals <= scale && Int128.Abs(number) < NumberText.Power(18)
                ? number * NumberText.Power(scale - decimals) : low - 1;
            NumberText.Append(output, Draw.Between(hash.Hash(value), low, high, own), scale);
        }
    }

    private sealed class MomentMask(SipHash hash, long first, long last) : Mask
    {
        public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
        {
            var isMoment = TimestampText.TryParse(value, out var parsed);
            var own = isMoment ? parsed.Days * 86400 + parsed.Seconds : first - 1;
            var moment = (long)Draw.Between(hash.Hash(value), first, last, own);
            var days = (long)Math.Floor((decimal)moment / 86400);
            TimestampText.Append(output, days, (int)(moment - days * 86400), [], parsed.Zone);
        }
    }
}
