namespace CiAnon.Residual.Encodings;

/// <summary>Puts strings together that SQL puts together: <c>'K'::text || 'äthe'::text</c> gives <c>'Käthe'</c>.</summary>
internal static class JoinedStrings
{
    private static ReadOnlySpan<byte> Spaces => " \t\r\n"u8;

    /// <summary>The text without what stands between; empty when no two strings are put together.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> text, DecodedLevel level)
    {
        var next = text.IndexOf("||"u8);
        if (next < 0 || !text.Contains((byte)'\'')) return default;
        var target = level.Room(text.Length);
        var (written, found) = (0, false);
        for (; next >= 0; next = text.IndexOf("||"u8))
        {
            var (end, start) = (End(text[..next]), Start(text, next + 2));
            var isJoined = end > 0 && start > 0;
            if (!isJoined) (end, start) = (next + 2, next + 2);
            text[..end].CopyTo(target[written..]);
            written += end;
            text = text[start..];
            found |= isJoined;
        }
        if (!found) return default;
        text.CopyTo(target[written..]);
        return target[..(written + text.Length)];
    }

    // Where the string before ends; 0 when none does. pg_dump casts what stood without a type: 'K'::text.
    private static int End(ReadOnlySpan<byte> text)
    {
        text = text.TrimEnd(Spaces);
        if (text.EndsWith("::text"u8)) text = text[..^"::text"u8.Length];
        return text.EndsWith("'"u8) ? text.Length - 1 : 0;
    }

    // Where the letters of the string behind begin; 0 when none does.
    private static int Start(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && (Spaces.Contains(text[at]) || text[at] == '(')) at++;
        if (at + 1 < text.Length && text[at] is (byte)'E' or (byte)'e') at++;
        return at < text.Length && text[at] == '\'' ? at + 1 : 0;
    }
}
