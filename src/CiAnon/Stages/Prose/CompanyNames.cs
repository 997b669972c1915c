using CiAnon.Recognition.Names;
using CiAnon.Residual.Words;

namespace CiAnon.Stages.Prose;

/// <summary>
/// Companies that texts are searched for: names of two words at least, and what is left of them without their legal form where that still are two. One word is too often another:
/// an apple, an oracle.
/// </summary>
internal static class CompanyNames
{
    /// <summary>Bytes of their words, end to end.</summary>
    public const int Fewest = 8;

    /// <summary>Letters of words within them that may be written small: und, and, of.</summary>
    public const int LongestParticle = 3;

    private const int FewestWords = 2;

    /// <summary>The folded bytes of the readings, as lengths from the beginning; how many.</summary>
    /// <param name="words">Holds the company.</param>
    public static int Read(WordSplitter words, Span<int> lengths)
    {
        var (count, left) = (0, words.Count);
        if (left > Extent.MostWords || words.Starts[^1] > Extent.MostBytes) return 0;
        while (left >= FewestWords && words.Starts[left] >= Fewest)
        {
            if (count == 0 || count == 1 && !IsForm(words, left - 1)) lengths[count++] = words.Starts[left];
            if (count > 1 || !IsForm(words, left - 1)) break;
            left--;
        }
        return count;
    }

    private static bool IsForm(WordSplitter words, int word) => CompanyForms.Contains(words.Folded.AsSpan(words.Starts[word], words.Starts[word + 1] - words.Starts[word]));
}
