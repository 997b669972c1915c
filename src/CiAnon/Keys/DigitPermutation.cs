using System.Numerics;

namespace CiAnon.Keys;

/// <summary>
/// Keyed permutations of digit strings and integers without fixed points (<see cref="DigitCycle"/>), reversible by whoever
/// has the key. Strings under 6 digits are outside NIST's bound for FF1 (radix^length at least 1,000,000): who can choose
/// inputs may learn such a permutation. Strings over 36 digits are permuted in equal parts. No allocation per value.
/// </summary>
public sealed class DigitPermutation
{
    private const int FewestBits = 2;

    /// <summary>10 to the power of 0 to 19.</summary>
    private static readonly ulong[] Powers = [.. Enumerable.Range(0, 20).Select(exponent => ulong.Parse("1" + new string('0', exponent)))];

    private readonly DigitCycle[] _cycles;
    private readonly DigitCycle[] _binary;

    /// <param name="key">16 bytes: <see cref="DomainKey.Permutation"/>.</param>
    public DigitPermutation(ReadOnlySpan<byte> key)
        : this(new AesBlock(key))
    {
    }

    internal DigitPermutation(AesBlock aes)
    {
        _cycles = [.. Enumerable.Range(1, DigitCycle.Longest).Select(length => new DigitCycle(aes, length))];
        _binary = [.. Enumerable.Range(FewestBits, 64 - FewestBits + 1).Select(bits => new DigitCycle(aes, bits, radix: 2))];
    }

    /// <summary>Replaces ASCII digits in place by their image among all strings of that length.</summary>
    /// <param name="digits">At least one.</param>
    /// <param name="keepNonZero">The first digit, which isn't 0, doesn't become 0.</param>
    public void Permute(Span<byte> digits, bool keepNonZero = false)
    {
        var parts = (digits.Length + DigitCycle.Longest - 1) / DigitCycle.Longest;
        for (; parts > 0; parts--)
        {
            var length = digits.Length / parts;
            PermutePart(digits[..length], keepNonZero);
            digits = digits[length..];
            keepNonZero = false;
        }
    }

    /// <summary>The image of an integer among those from <paramref name="low"/> to <paramref name="high"/>, of which it is one.</summary>
    public ulong PermuteWithin(ulong number, ulong low, ulong high) => low + StepBelow(number - low, high - low, back: false);

    /// <summary>The number whose image <see cref="PermuteWithin"/> gives.</summary>
    public ulong RestoreWithin(ulong image, ulong low, ulong high) => low + StepBelow(image - low, high - low, back: true);

    /// <summary>
    /// The image of an integer's magnitude: as many digits, no leading zero, and never beyond the smallest of smallint,
    /// integer and bigint that holds the original, so that columns of different integer types still agree.
    /// </summary>
    /// <param name="magnitude">Without its sign.</param>
    /// <param name="negative">The sign.</param>
    /// <param name="above">The image, like the original, is larger than this; 0 for no such bound.</param>
    public ulong Permute(ulong magnitude, bool negative, ulong above = 0)
    {
        var digits = 1;
        while (digits < Powers.Length && magnitude >= Powers[digits])
            digits++;
        var low = digits == 1 ? (negative ? 1UL : 0UL) : Powers[digits - 1];
        var high = digits == Powers.Length ? ulong.MaxValue : Powers[digits] - 1;
        Narrow(0x7fff);
        Narrow(0x7fff_ffff);
        Narrow(0x7fff_ffff_ffff_ffff);
        if (above > 0)
            low = Math.Max(low, above + 1);
        return Step(magnitude, digits, low, high);

        void Narrow(ulong limit)
        {
            limit += negative ? 1UL : 0UL;
            if (magnitude <= limit)
                high = Math.Min(high, limit);
            else
                low = Math.Max(low, limit + 1);
        }
    }

    // Bits instead of digits: more than half of the cycle lies below any bound, and is soon met.
    private ulong StepBelow(ulong number, ulong last, bool back)
    {
        var bits = Math.Max(FewestBits, 64 - BitOperations.LeadingZeroCount(last));
        var cycle = _binary[bits - FewestBits];
        var half = (1UL << cycle.HalfB) - 1;
        var (a, b) = (number >> cycle.HalfB, number & half);
        if (back) cycle.StepBack(ref a, ref b, (0, 0), (last >> cycle.HalfB, last & half));
        else cycle.Step(ref a, ref b, (0, 0), (last >> cycle.HalfB, last & half));
        return (a << cycle.HalfB) | b;
    }

    private ulong Step(ulong number, int digits, ulong low, ulong high)
    {
        var cycle = _cycles[digits - 1];
        var split = Powers[cycle.HalfB];
        var (a, b) = Math.DivRem(number, split);
        cycle.Step(ref a, ref b, Math.DivRem(low, split), Math.DivRem(high, split));
        return a * split + b;
    }

    private void PermutePart(Span<byte> digits, bool keepNonZero)
    {
        var cycle = _cycles[digits.Length - 1];
        var left = digits.Length - cycle.HalfB;
        var a = Read(digits[..left]);
        var b = Read(digits[left..]);
        (ulong A, ulong B) low = !keepNonZero ? (0UL, 0UL) : left == 0 ? (0UL, 1UL) : (Powers[left - 1], 0UL);
        cycle.Step(ref a, ref b, low, (Powers[left] - 1, Powers[cycle.HalfB] - 1));
        Write(a, digits[..left]);
        Write(b, digits[left..]);
    }

    private static ulong Read(ReadOnlySpan<byte> digits)
    {
        ulong number = 0;
        foreach (var digit in digits)
            number = number * 10 + (ulong)(digit - '0');
        return number;
    }

    private static void Write(ulong number, Span<byte> digits)
    {
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            (number, var digit) = Math.DivRem(number, 10);
            digits[i] = (byte)('0' + digit);
        }
    }
}
