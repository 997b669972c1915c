using System.Buffers.Text;
using CiAnon.Keys;

namespace CiAnon.Strategies.Ids;

/// <summary>Permutes the integers of a range; another is none that the policy speaks of.</summary>
internal sealed class RangePermutationMask(DigitPermutation permutation, long low, long high) : Mask
{
    private readonly ulong _last = unchecked((ulong)high - (ulong)low);

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        if (!Utf8Parser.TryParse(value, out long number, out var consumed) || consumed != value.Length) throw new MaskException("is not an integer");
        if (number < low || number > high) throw new MaskException("lies outside of 'between'");
        var image = permutation.PermuteWithin(unchecked((ulong)number - (ulong)low), 0, _last);
        _ = Utf8Formatter.TryFormat(unchecked((long)(image + (ulong)low)), output.Reserve(20), out var written);
        output.Advance(written);
    }
}
