namespace CiAnon.Recognition.Names;

/// <summary>Words of names in a text.</summary>
internal static class NameText
{
    /// <summary>Where the word at <paramref name="start"/> ends: letters of any script, hyphens and apostrophes inside.</summary>
    public static int WordEnd(ReadOnlySpan<byte> text, int start)
    {
        var end = start;
        while (end < text.Length && (IsLetter(text[end]) || text[end] is (byte)'-' or (byte)'\'' && end > start && end + 1 < text.Length && IsLetter(text[end + 1]))) end++;
        return end;
    }

    public static bool IsLetter(byte one) => Bytes.IsLetter(one) || one >= 0x80;

    /// <summary>An upper-case letter, or a byte that may begin one beyond ASCII.</summary>
    public static bool IsCapital(byte one) => Bytes.IsUpper(one) || one is >= 0xC3 and <= 0xD0;

    /// <summary>Where the next capitalized word begins behind a space (a point before it, a comma); -1 when something else follows.</summary>
    public static int NextCapitalized(ReadOnlySpan<byte> text, int end, bool comma = false)
    {
        if (end < text.Length && (text[end] == '.' || comma && text[end] == ',')) end++;
        if (end >= text.Length || text[end] is not ((byte)' ' or (byte)'\n')) return -1;
        end++;
        return end < text.Length && IsCapital(text[end]) ? end : -1;
    }

    /// <summary>The words between single spaces, as many as there is room for; how many.</summary>
    public static int Split(ReadOnlySpan<byte> value, Span<Range> words)
    {
        var count = 0;
        for (var start = 0; start <= value.Length && count < words.Length;)
        {
            var space = value[start..].IndexOf((byte)' ');
            var end = space < 0 ? value.Length : start + space;
            words[count++] = start..end;
            start = end + 1;
        }
        return count;
    }
}
