namespace CiAnon.Residual.Words;

/// <summary>
/// How much of a text is compared: twelve words, 128 bytes; 32 words where each syllable or ideograph is one. Longer originals (keys, web tokens) are cut by the same rule on both sides,
/// so that they are still found.
/// </summary>
internal static class Extent
{
    public const int MostWords = 12;

    private const int MostSyllables = 32;

    public const int MostBytes = 128;

    /// <summary>How many words are compared of what begins like that.</summary>
    public static int WordsFrom(ReadOnlySpan<byte> folded) => Specificity.IsEastAsian(folded) ? MostSyllables : MostWords;

    /// <summary>The bytes of an original that are compared.</summary>
    public static int Of(ReadOnlySpan<byte> folded, ReadOnlySpan<int> starts)
    {
        var most = WordsFrom(folded);
        for (var end = 1; end < starts.Length && end <= most; end++)
        {
            if (starts[end] > MostBytes) return MostBytes;
        }
        return starts[Math.Min(starts.Length - 1, most)];
    }
}
