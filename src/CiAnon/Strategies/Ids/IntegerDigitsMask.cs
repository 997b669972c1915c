using System.Buffers.Text;
using CiAnon.Keys;

namespace CiAnon.Strategies.Ids;

/// <summary>
/// Permutes an integer's magnitude and keeps its sign; PostgreSQL's integer types agree with one another. Values of sequences
/// are bounds that no image crosses: between two of them, numbers are permuted among themselves.
/// </summary>
internal sealed class IntegerDigitsMask(DigitPermutation permutation, ulong[] bounds) : Mask
{
    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        var negative = value.StartsWith("-"u8);
        var digits = negative ? value[1..] : value;
        if (!Utf8Parser.TryParse(digits, out ulong magnitude, out var consumed) || consumed != digits.Length || (negative && magnitude == 0))
            throw new MaskException("is not an integer");

        if (negative)
            output.Append((byte)'-');
        _ = Utf8Formatter.TryFormat(Image(magnitude, negative), output.Reserve(20), out var written);
        output.Advance(written);
    }

    private ulong Image(ulong magnitude, bool negative)
    {
        if (negative || bounds.Length == 0)
            return permutation.Permute(magnitude, negative);
        ulong low = 0;
        foreach (var high in bounds)
        {
            if (magnitude <= high)
                return permutation.PermuteWithin(magnitude, low, high);
            low = high + 1;
        }
        return permutation.Permute(magnitude, negative, above: bounds[^1]);
    }
}
