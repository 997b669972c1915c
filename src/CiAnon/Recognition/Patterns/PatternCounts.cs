using System.Runtime.InteropServices;

namespace CiAnon.Recognition.Patterns;

/// <summary>What one recognizer found in one field.</summary>
/// <param name="Shaped">Numbers of its shape, whether their check digits were right or not; only for recognizers of numbers.</param>
/// <param name="Matching">Values that hold at least one.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PatternCounts(long Shaped, long Matching)
{
    public static PatternCounts operator +(PatternCounts one, PatternCounts other) => new(one.Shaped + other.Shaped, one.Matching + other.Matching);

    /// <summary>
    /// As many as chance would let through: of a thousand random 16-digit numbers some thirty look like cards. A column of real ones passes
    /// as a whole, and a single real one among few numbers of its shape is more than chance; neither is explained away.
    /// </summary>
    public bool IsChance(double strength)
    {
        if (strength >= Recognizer.WithCheckDigits || Matching == 0) return false;
        var expected = Shaped * strength;
        return Matching <= expected + 3 * Math.Sqrt(expected);
    }
}
