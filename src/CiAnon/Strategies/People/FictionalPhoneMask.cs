using CiAnon.Keys;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.People;

/// <summary>A number that nobody answers.</summary>
/// <param name="numbers">Of the locale.</param>
/// <param name="keepsCountry">A value with a country's code gets one of that country, where it has any.</param>
internal sealed class FictionalPhoneMask(SipHash hash, FictionalNumbers numbers, PhoneFormat format, bool keepsCountry) : Mask
{
    private const int LongestCode = 4;

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        var start = output.Length;
        var drawn = keepsCountry ? OfCountry(value) ?? numbers : numbers;
        var pick = Draw.Index((ulong)hash.Hash(value), drawn.Count);
        drawn.Append(pick, format, output);
        if (!output.Written[start..].SequenceEqual(value)) return;
        output.Truncate(start);
        drawn.Append((pick + 1) % drawn.Count, format, output);
    }

    private static FictionalNumbers? OfCountry(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[LongestCode];
        var (count, isInternational) = (0, false);
        foreach (var one in value)
        {
            if (one == '+' && count == 0) isInternational = true;
            if (!char.IsAsciiDigit((char)one)) continue;
            digits[count++] = one;
            // 0049 is +49.
            if (count == 2 && !isInternational && digits[..2].SequenceEqual("00"u8)) (count, isInternational) = (0, true);
            if (count == LongestCode) break;
        }
        return isInternational ? FictionalNumbers.OfCode(digits[..count]) : null;
    }
}
