using System.Buffers.Text;
using CiAnon.Keys;

namespace CiAnon.Strategies.Encryption;

/// <summary>
/// Integers among those that integer holds, larger ones among the rest of bigint, signs kept (FF1): columns of both types agree.
/// </summary>
internal sealed class IntegerCipher(DigitPermutation permutation) : Cipher
{
    private const ulong Integers = int.MaxValue;
    private const ulong All = long.MaxValue;

    public override void Apply(ReadOnlySpan<byte> value, MaskOutput output) => Apply(value, output, back: false);

    public override void Restore(ReadOnlySpan<byte> pseudonym, MaskOutput output) => Apply(pseudonym, output, back: true);

    private void Apply(ReadOnlySpan<byte> value, MaskOutput output, bool back)
    {
        if (!Utf8Parser.TryParse(value, out long number, out var consumed) || consumed != value.Length) throw new MaskException("is not an integer");
        // The magnitude of a negative number begins with 1 and goes one further.
        var shift = number < 0 ? 1UL : 0UL;
        var magnitude = (number < 0 ? unchecked((ulong)-number) : (ulong)number) - shift;
        var (low, high) = magnitude <= Integers ? (0UL, Integers) : (Integers + 1, All);
        var image = back ? permutation.RestoreWithin(magnitude, low, high) : permutation.PermuteWithin(magnitude, low, high);
        if (number < 0) output.Append((byte)'-');
        _ = Utf8Formatter.TryFormat(image + shift, output.Reserve(20), out var written);
        output.Advance(written);
    }
}
