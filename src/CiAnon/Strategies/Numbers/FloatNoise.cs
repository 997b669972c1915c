using System.Buffers.Text;
using CiAnon.Strategies.Options;

namespace CiAnon.Strategies.Numbers;

/// <summary>Noise for <c>1e+20</c> and <c>5.4e-05</c>, as real and double precision write them.</summary>
internal static class FloatNoise
{
    // Below this share of the range a real would round back to its original.
    private const double NearestShare = 1.0 / 1024;

    public static bool TryAppend(ReadOnlySpan<byte> value, RangeOption range, bool single, UInt128 random, MaskOutput output)
    {
        if (!Utf8Parser.TryParse(value, out double number, out var consumed) || consumed != value.Length || !double.IsFinite(number))
            return false;
        var share = NearestShare + (1 - NearestShare) * ((ulong)random >> 11) / (1UL << 53);
        var reach = (range.Kind == RangeKind.Percent ? Math.Abs(number) / 100 : 1) * (double)range.Amount * share;
        var up = ((ulong)(random >> 64) & 1) == 0;
        var moved = up ? number + reach : number - reach;
        if (!Fits(moved, single) || Math.Sign(moved) == -Math.Sign(number))
            moved = up ? number - reach : number + reach;
        var unchanged = single ? (float)moved == (float)number : moved == number;
        if (unchanged || !Fits(moved, single))
            moved = TowardsZero(number, single);
        _ = Utf8Formatter.TryFormat(moved, output.Reserve(40), out var written);
        output.Advance(written);
        return true;
    }

    private static bool Fits(double number, bool single) => single ? float.IsFinite((float)number) : double.IsFinite(number);

    private static double TowardsZero(double number, bool single)
    {
        if (single)
            return number > 0 ? MathF.BitDecrement((float)number) : MathF.BitIncrement((float)number);
        return number > 0 ? Math.BitDecrement(number) : Math.BitIncrement(number);
    }
}
