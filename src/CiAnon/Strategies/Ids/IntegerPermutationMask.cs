using System.Buffers.Text;
using CiAnon.Keys;

namespace CiAnon.Strategies.Ids;

/// <summary>Permutes integers from 0 to the first of some bounds, from there to the next, and so on; negative ones among those of their length.</summary>
internal sealed class IntegerPermutationMask(DigitPermutation permutation, ulong[] ends) : Mask
{
    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        if (!Utf8Parser.TryParse(value, out long number, out var consumed) || consumed != value.Length) throw new MaskException("is not an integer");
        if (number < 0) output.Append((byte)'-');
        var image = number < 0 ? permutation.Permute(unchecked((ulong)-number), negative: true) : Image((ulong)number);
        _ = Utf8Formatter.TryFormat(image, output.Reserve(20), out var written);
        output.Advance(written);
    }

    private ulong Image(ulong number)
    {
        ulong low = 0;
        foreach (var high in ends)
        {
            if (number <= high) return permutation.PermuteWithin(number, low, high);
            low = high + 1;
        }
        throw new MaskException("is larger than its type");
    }
}
