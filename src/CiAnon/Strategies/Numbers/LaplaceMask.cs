using System.Buffers.Text;
using CiAnon.Keys;

namespace CiAnon.Strategies.Numbers;

/// <summary>
/// Adds noise of Laplace's distribution, drawn by the value's hash; at least one unit of the last shown digit. The result stays on its side of zero and within its type: what would be
/// beyond is put at the limit, as anybody may do to a noisy number.
/// </summary>
/// <param name="scale">Of the distribution, in units of the column.</param>
internal sealed class LaplaceMask(SipHash hash, double scale, NumberLimits limits) : Mask
{
    // Beyond it the noise of a number of 36 digits has no digits of its own.
    private const double Most = 1e36;

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        if (value.SequenceEqual("NaN"u8) || value.SequenceEqual("Infinity"u8) || value.SequenceEqual("-Infinity"u8))
        {
            output.Append(value);
            return;
        }
        var noise = Noise(hash.Hash(value));
        if (limits.IsFloat) Float(value, noise, output);
        else Exact(value, noise, output);
    }

    // The inverse of its distribution function, over numbers strictly between 0 and 1.
    private double Noise(UInt128 random)
    {
        var share = (((ulong)random >> 11) + 0.5) / (1UL << 53);
        var size = -scale * Math.Log(share);
        return ((ulong)(random >> 64) & 1) == 0 ? size : -size;
    }

    private void Exact(ReadOnlySpan<byte> value, double noise, MaskOutput output)
    {
        if (!NumberText.TryParse(value, out var number, out var decimals)) throw new MaskException($"is not a number of at most {NumberLimits.MostDigits} digits");
        // numeric(5,-2) keeps hundreds only: count in those.
        var step = limits.Scale < 0 ? NumberText.Power(Math.Min(-limits.Scale, NumberLimits.MostDigits)) : 1;
        var units = number / step;
        var moved = Math.Round(Math.Clamp(noise * Math.Pow(10, decimals) / (double)step, -Most, Most));
        if (moved == 0) moved = double.IsNegative(noise) ? -1 : 1;
        var low = number >= 0 ? 0 : limits.Low / step;
        var high = number < 0 ? 0 : limits.High / step;
        if (decimals != limits.Scale && limits.Scale >= 0) (low, high) = (number >= 0 ? 0 : -NumberText.Power(37), number < 0 ? 0 : NumberText.Power(37));
        var result = Int128.Clamp(units + (Int128)moved, low, high);
        // At its limit already: away from it.
        if (result == units) result += units == high ? -1 : 1;
        NumberText.Append(output, result * step, decimals);
    }

    private void Float(ReadOnlySpan<byte> value, double noise, MaskOutput output)
    {
        if (!Utf8Parser.TryParse(value, out double number, out var consumed) || consumed != value.Length || !double.IsFinite(number)) throw new MaskException("is not a number");
        var moved = number >= 0 ? Math.Max(0, number + noise) : Math.Min(0, number + noise);
        if (limits.FloatBits == 32) moved = (float)moved;
        if (!double.IsFinite(moved) || moved == (limits.FloatBits == 32 ? (float)number : number)) moved = Next(number);
        Span<byte> text = output.Reserve(40);
        var written = 0;
        _ = limits.FloatBits == 32 ? Utf8Formatter.TryFormat((float)moved, text, out written) : Utf8Formatter.TryFormat(moved, text, out written);
        output.Advance(written);
    }

    private double Next(double number)
    {
        if (limits.FloatBits == 32) return number > 0 ? MathF.BitDecrement((float)number) : number < 0 ? MathF.BitIncrement((float)number) : (float)scale;
        return number > 0 ? Math.BitDecrement(number) : number < 0 ? Math.BitIncrement(number) : scale;
    }
}
