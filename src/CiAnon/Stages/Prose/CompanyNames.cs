using CiAnon.Recognition;
using CiAnon.Recognition.Names;
using CiAnon.Residual.Words;

namespace CiAnon.Stages.Prose;

/// <summary>
/// Companies that texts are searched for: names of two words at least, and what is left of them without their legal form, and without what else they end with, where that still are two.
/// One word is too often another: an apple, an oracle.
/// </summary>
internal static class CompanyNames
{
    /// <summary>Bytes of their words, end to end.</summary>
    public const int Fewest = 8;

    /// <summary>Letters of words within them that may be written small: und, and, of.</summary>
    public const int LongestParticle = 3;

    /// <summary>Acme Holdings GmbH, Acme Holdings, and Acme where it has two words.</summary>
    public const int MostReadings = 3;

    private const int FewestWords = 2;

    // The Group is any.
    private static readonly WordSet Articles = new("the our your their this that his her its any each der die das den dem unsere unser ihre seine la le les el los las il lo gli notre votre nuestra".Split(' '));

    /// <summary>The folded bytes of the readings, as lengths from the beginning; how many.</summary>
    /// <param name="words">Holds the company.</param>
    /// <param name="lengths">Room for <see cref="MostReadings"/>.</param>
    public static int Read(WordSplitter words, Span<int> lengths)
    {
        if (words.Count > Extent.MostWords || words.Starts[^1] > Extent.MostBytes) return 0;
        var legal = words.Count;
        while (legal > 0 && CompanyForms.IsLegal(Word(words, legal - 1))) legal--;
        var bare = legal;
        while (bare > 0 && CompanyForms.Contains(Word(words, bare - 1))) bare--;

        var count = 0;
        foreach (var end in (ReadOnlySpan<int>)[words.Count, legal, bare])
            if (Says(words, end, bare) && (count == 0 || lengths[count - 1] != words.Starts[end])) lengths[count++] = words.Starts[end];
        return count;
    }

    private static bool Says(WordSplitter words, int end, int bare) =>
        end >= FewestWords && words.Starts[end] >= Fewest && (end == words.Count || end == bare || bare > 0 && (bare > 1 || !Articles.Contains(Word(words, 0))));

    private static ReadOnlySpan<byte> Word(WordSplitter words, int word) => words.Folded.AsSpan(words.Starts[word], words.Starts[word + 1] - words.Starts[word]);
}
