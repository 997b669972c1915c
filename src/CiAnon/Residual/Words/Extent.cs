namespace CiAnon.Residual.Words;

/// <summary>
/// How much of a text is compared: twelve words, 128 bytes. Longer originals (keys, web tokens) are cut by the same rule on both sides,
/// so that they are still found.
/// </summary>
internal static class Extent
{
    public const int MostWords = 12;

    public const int MostBytes = 128;

    /// <summary>The bytes of an original that are compared.</summary>
    public static int Of(ReadOnlySpan<int> starts)
    {
        for (var end = 1; end < starts.Length && end <= MostWords; end++)
        {
            if (starts[end] > MostBytes) return MostBytes;
        }
        return starts[Math.Min(starts.Length - 1, MostWords)];
    }
}
