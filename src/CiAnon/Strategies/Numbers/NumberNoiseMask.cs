using CiAnon.Keys;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Numbers;

/// <summary>
/// Moves a number by at least one unit of its last shown digit and at most the range; it stays on its side of zero and
/// within its type. NaN and infinities stay.
/// </summary>
internal sealed class NumberNoiseMask(SipHash hash, RangeOption range, NumberLimits limits) : Mask
{
    private const int FewestFloatDigits = 3;

    private readonly Int128 _partsPerMillion = (Int128)(range.Amount * 10_000);

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        if (value.SequenceEqual("NaN"u8) || value.SequenceEqual("Infinity"u8) || value.SequenceEqual("-Infinity"u8))
        {
            output.Append(value);
            return;
        }
        var random = hash.Hash(value);
        if (!NumberText.TryParse(value, out var number, out var decimals))
        {
            if (!limits.IsFloat || !FloatNoise.TryAppend(value, range, limits.FloatBits == 32, random, output))
                throw new MaskException($"is not a number of at most {NumberLimits.MostDigits} digits");
            return;
        }

        // A float shows no trailing zeros: 1 may be 1.00, and whole steps would be too coarse for it.
        while (limits.IsFloat && Int128.Abs(number) < NumberText.Power(FewestFloatDigits) && number != 0 && decimals < 30)
            (number, decimals) = (number * 10, decimals + 1);

        // numeric(5,-2) keeps hundreds only: count in those.
        var step = limits.Scale < 0 ? NumberText.Power(Math.Min(-limits.Scale, NumberLimits.MostDigits)) : 1;
        var units = number / step;
        var reach = Int128.Max(1, Reach(number, decimals) / step);
        var low = Int128.Max(units - reach, number >= 0 ? 0 : Bound(limits.Low, decimals));
        var high = Int128.Min(units + reach, number < 0 ? 0 : Bound(limits.High, decimals));
        if (low >= high)
            throw new MaskException("can't move within its type");
        NumberText.Append(output, Draw.Between(random, low, high, units) * step, decimals);
    }

    private Int128 Reach(Int128 number, int decimals)
    {
        if (range.Kind == RangeKind.Percent)
        {
            var size = Int128.Abs(number);
            return size / 1_000_000 * _partsPerMillion + size % 1_000_000 * _partsPerMillion / 1_000_000;
        }
        // The amount's own decimals first, then as many zeros as an Int128 has room for.
        var amount = (Int128)decimal.Truncate(range.Amount * 1_000_000_000m);
        return decimals <= 9 ? amount / NumberText.Power(9 - decimals) : amount * NumberText.Power(Math.Min(decimals - 9, 10));
    }

    // Limits of numeric(p,s) count 10^-s, and PostgreSQL shows exactly s decimals of them; others have no limit to convert.
    private Int128 Bound(Int128 limit, int decimals) =>
        decimals == limits.Scale || limits.Scale < 0 ? limit
        : decimals < limits.Scale ? limit / NumberText.Power(limits.Scale - decimals)
        : limit * NumberText.Power(Math.Min(decimals - limits.Scale, 2));
}
