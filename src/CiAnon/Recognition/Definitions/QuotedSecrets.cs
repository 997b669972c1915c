namespace CiAnon.Recognition.Definitions;

/// <summary>The same where a text isn't SQL that can be read (comments, bodies in other languages): the word, then a quotation mark.</summary>
internal static class QuotedSecrets
{
    /// <param name="from">Where to begin; what is before still says what follows.</param>
    public static IEnumerable<(int Start, int End)> Find(string text, int from, int to)
    {
        for (var quote = text.IndexOf('\'', from, to - from); quote >= 0;)
        {
            var end = text.IndexOf('\'', quote + 1, to - quote - 1);
            if (end < 0) end = to;
            // A mark that ends a string is followed by what separates strings.
            if (end > quote + 1 && text[quote + 1] is not (' ' or '\r' or '\n' or '\t' or ',' or ';' or '|' or ')' or ']' or ':')
                && FollowsName(text.AsSpan(0, quote)) && !Placeholder.Is(text[(quote + 1)..end]))
                yield return (quote + 1, end);
            quote = quote + 1 < to ? text.IndexOf('\'', quote + 1, to - quote - 1) : -1;
        }
    }

    private static bool FollowsName(ReadOnlySpan<char> before)
    {
        if (before.Length > 1 && before[^1] is 'E' or 'e' && IsBetween(before[^2])) before = before[..^1];
        var name = before;
        while (!name.IsEmpty && IsBetween(name[^1])) name = name[..^1];
        return name.Length < before.Length && SecretNames.Is(name.TrimEnd('"'));
    }

    private static bool IsBetween(char character) => character is ' ' or '\t' or '\r' or '\n' or '=' or ':' or '>';
}
