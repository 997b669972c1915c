namespace CiAnon.Residual.Words;

/// <summary>
/// Whether words may be a name that begins with the family's: <c>Harris, Steve</c>. In <c>David Murray, Steve Harris</c> the comma
/// stands between two people, and <c>Murray, Steve</c> is nobody.
/// </summary>
internal static class CommaOrder
{
    /// <param name="text">What the words were split from.</param>
    /// <param name="word">The first word.</param>
    /// <param name="end">The word behind the last.</param>
    public static bool IsIn(ReadOnlySpan<byte> text, WordSplitter words, int word, int end)
    {
        if (end - word < 2 || !text[words.Positions[word]..words.Positions[end - 1]].Contains((byte)',')) return false;
        return !GoesOn(text, words, word - 1, word) || !GoesOn(text, words, end - 1, end);
    }

    // Only a space between two words of the same alphabet that are both capitalized, or both not.
    public static bool GoesOn(ReadOnlySpan<byte> text, WordSplitter words, int word, int next)
    {
        if (word < 0 || next >= words.Count) return false;
        var other = words.Positions[next];
        return text[other - 1] == ' ' && (text[other - 2] >= 0x80 || char.IsAsciiLetterOrDigit((char)text[other - 2]))
            && words.IsCapitalized(text, word) == words.IsCapitalized(text, next) && words.IsBeyondLatin(word) == words.IsBeyondLatin(next);
    }
}
