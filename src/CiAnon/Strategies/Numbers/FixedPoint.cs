using System.Buffers.Text;

namespace CiAnon.Strategies.Numbers;

/// <summary>Decimal numbers as whole units of a power of ten, in a long: what buckets count in.</summary>
internal sealed class FixedPoint(int decimals)
{
    public const int MostDecimals = 9;

    private readonly long _unit = Pow(decimals);

    /// <summary>Digits before the point at most.</summary>
    public int MostDigits { get; } = Math.Min(15, 18 - decimals);

    public long Of(decimal number) => (long)decimal.Floor(number * _unit);

    /// <summary>The units up to the number (its floor); false for what is no number, or too large.</summary>
    public bool TryFloor(ReadOnlySpan<byte> text, out long units)
    {
        if (TryDigits(text, out units)) return true;
        // 1e-07: how floating-point columns write what is small.
        if (!Utf8Parser.TryParse(text, out decimal number, out var used) || used != text.Length || Math.Abs(number) >= Pow(MostDigits)) return false;
        units = Of(number);
        return true;
    }

    private bool TryDigits(ReadOnlySpan<byte> text, out long units)
    {
        units = 0;
        var negative = text.Length > 0 && text[0] == '-';
        var at = negative ? 1 : 0;
        var start = at;
        for (; at < text.Length && (uint)(text[at] - '0') <= 9; at++) units = units * 10 + (text[at] - '0');
        if (at == start || at - start > MostDigits) return false;
        units *= _unit;
        var rest = false;
        if (at < text.Length)
        {
            if (text[at++] != '.') return false;
            for (var weight = _unit / 10; at < text.Length; at++, weight /= 10)
            {
                var digit = text[at] - '0';
                if ((uint)digit > 9) return false;
                units += weight * digit;
                rest |= weight == 0 && digit != 0;
            }
        }
        if (negative) units = rest ? -units - 1 : -units;
        return true;
    }

    /// <summary>Without zeros behind the point that say nothing.</summary>
    public void Append(MaskOutput output, long units)
    {
        Span<byte> text = stackalloc byte[24];
        var next = text.Length;
        var rest = (ulong)Math.Abs(units);
        var fraction = decimals;
        while (fraction > 0 && rest % 10 == 0)
        {
            rest /= 10;
            fraction--;
        }
        for (var digit = 0; rest != 0 || digit <= fraction; digit++)
        {
            if (digit == fraction && fraction > 0) text[--next] = (byte)'.';
            (rest, var one) = Math.DivRem(rest, 10);
            text[--next] = (byte)('0' + one);
        }
        if (units < 0) text[--next] = (byte)'-';
        output.Append(text[next..]);
    }

    private static long Pow(int exponent)
    {
        var power = 1L;
        while (exponent-- > 0) power *= 10;
        return power;
    }
}
