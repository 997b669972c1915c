namespace CiAnon.Residual.Words;

/// <summary>
/// Whether words may be a name that begins with the family's: <c>Harris, Steve</c>. In <c>David Murray, Steve Harris</c> the comma
/// stands between two people, and <c>Murray, Steve</c> is nobody.
/// </summary>
internal static class CommaOrder
{
    /// <param name="positions">Where each word begins.</param>
    /// <param name="word">The first word.</param>
    /// <param name="end">The word behind the last.</param>
    public static bool IsIn(ReadOnlySpan<byte> text, ReadOnlySpan<int> positions, int word, int end)
    {
        if (end - word < 2 || !text[positions[word]..positions[end - 1]].Contains((byte)',')) return false;
        return !GoesOn(text, positions, word - 1, word) || !GoesOn(text, positions, end - 1, end);
    }

    // Only a space between two words that are both capitalized, or both not.
    public static bool GoesOn(ReadOnlySpan<byte> text, ReadOnlySpan<int> positions, int word, int next)
    {
        if (word < 0 || next >= positions.Length) return false;
        var (start, other) = (positions[word], positions[next]);
        return text[other - 1] == ' ' && (text[other - 2] >= 0x80 || char.IsAsciiLetterOrDigit((char)text[other - 2]))
            && char.IsAsciiLetterUpper((char)text[start]) == char.IsAsciiLetterUpper((char)text[other]);
    }
}
