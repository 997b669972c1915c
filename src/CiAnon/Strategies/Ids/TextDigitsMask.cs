using CiAnon.Keys;

namespace CiAnon.Strategies.Ids;

/// <summary>Permutes all ASCII digits of a text as one string.</summary>
internal sealed class TextDigitsMask(DigitPermutation permutation) : Mask
{
    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output)
    {
        var scratch = output.Reserve(2 * value.Length);
        var result = scratch[..value.Length];
        var digits = scratch.Slice(value.Length, value.Length);
        digits = digits[..DigitText.Collect(value, digits)];
        if (digits.IsEmpty)
            throw new MaskException("has no digit to permute");

        permutation.Permute(digits);
        DigitText.Spread(digits, value, result);
        output.Advance(value.Length);
    }
}
