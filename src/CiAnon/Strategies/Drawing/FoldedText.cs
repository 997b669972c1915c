using System.Text;

namespace CiAnon.Strategies.Drawing;

/// <summary>Comparison of UTF-8 texts without regard to case and without allocation.</summary>
internal static class FoldedText
{
    public static bool Equals(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        while (!one.IsEmpty && !other.IsEmpty)
        {
            var valid = Rune.DecodeFromUtf8(one, out var left, out var leftLength);
            var otherValid = Rune.DecodeFromUtf8(other, out var right, out var rightLength);
            if (valid != otherValid || Rune.ToUpperInvariant(left) != Rune.ToUpperInvariant(right))
                return false;
            one = one[leftLength..];
            other = other[rightLength..];
        }
        return one.IsEmpty && other.IsEmpty;
    }
}
