namespace CiAnon.Dumps.Inserts;

/// <summary>The beginning of an INSERT statement as pg_dump writes it, up to VALUES.</summary>
internal static class InsertPrefix
{
    private static ReadOnlySpan<byte> Verb => "INSERT INTO "u8;

    /// <summary>How many bytes it has; 0 where it is another statement, -1 where more bytes are needed.</summary>
    public static int Length(ReadOnlySpan<byte> text)
    {
        if (text.Length < Verb.Length) return Verb.StartsWith(text) ? -1 : 0;
        if (!text.StartsWith(Verb)) return 0;
        var at = EndOfName(text, Verb.Length);
        if (at < 0) return -1;
        if (text[at..].StartsWith(" ("u8) && (at = EndOfList(text, at + 2)) < 0) return -1;
        foreach (var end in new[] { " VALUES"u8.ToArray(), " OVERRIDING SYSTEM VALUE VALUES"u8.ToArray(), " DEFAULT VALUES"u8.ToArray() })
        {
            if (text[at..].StartsWith(end)) return at + end.Length;
        }
        return text.Length - at < " OVERRIDING SYSTEM VALUE VALUES".Length ? -1 : 0;
    }

    /// <summary>The table's name as written.</summary>
    public static ReadOnlySpan<byte> Name(ReadOnlySpan<byte> prefix) => prefix[Verb.Length..EndOfName(prefix, Verb.Length)];

    /// <summary>The list of columns as written, parentheses included; empty where there is none.</summary>
    public static ReadOnlySpan<byte> Columns(ReadOnlySpan<byte> prefix)
    {
        var start = EndOfName(prefix, Verb.Length);
        return prefix[start..].StartsWith(" ("u8) ? prefix[(start + 1)..EndOfList(prefix, start + 2)] : [];
    }

    private static int EndOfName(ReadOnlySpan<byte> text, int at)
    {
        for (var isQuoted = false; at < text.Length; at++)
        {
            if (text[at] == '"') isQuoted = !isQuoted;
            else if (text[at] == ' ' && !isQuoted) return at;
        }
        return -1;
    }

    private static int EndOfList(ReadOnlySpan<byte> text, int at)
    {
        for (var isQuoted = false; at < text.Length; at++)
        {
            if (text[at] == '"') isQuoted = !isQuoted;
            else if (text[at] == ')' && !isQuoted) return at + 1;
        }
        return -1;
    }
}
