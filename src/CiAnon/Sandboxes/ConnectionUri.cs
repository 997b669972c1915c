namespace CiAnon.Sandboxes;

/// <summary>
/// libpq's connection URIs by its own rules, of which those of <see cref="Uri"/> differ: a <c>#</c> begins nothing, a host may be a
/// folder. Source: <c>conninfo_uri_parse_options</c> in <c>src/interfaces/libpq/fe-connect.c</c>.
/// </summary>
internal static class ConnectionUri
{
    public static bool IsOne(string text) => text.StartsWith("postgres://", StringComparison.Ordinal) || text.StartsWith("postgresql://", StringComparison.Ordinal);

    /// <summary>The words of libpq that it gives values to, in its order: a later one goes above an earlier one.</summary>
    /// <exception cref="FormatException">libpq would refuse it.</exception>
    public static IReadOnlyList<(string Word, string Value)> Read(string text)
    {
        var words = new List<(string Word, string Value)>();
        var rest = Rest(text, text.IndexOf("://", StringComparison.Ordinal) + "://".Length);
        rest = User(rest, words);
        rest = Hosts(rest, words);
        if (rest.StartsWith('/'))
        {
            var end = EndOf(rest, "?");
            Add(words, "dbname", rest[1..end]);
            rest = rest[end..];
        }
        if (rest.Length > 1) words.AddRange(rest[1..].Split('&').Select(Parameter));
        return words;
    }

    private static string User(string rest, List<(string Word, string Value)> words)
    {
        var end = EndOf(rest, "@/");
        if (end == rest.Length || rest[end] != '@') return rest;
        var colon = EndOf(rest[..end], ":");
        Add(words, "user", rest[..colon]);
        Add(words, "password", Rest(rest[..end], colon + 1));
        return rest[(end + 1)..];
    }

    private static string Hosts(string rest, List<(string Word, string Value)> words)
    {
        var (host, port) = ("", "");
        while (true)
        {
            host += Host(rest, out var end);
            rest = rest[end..];
            end = rest.StartsWith(':') ? EndOf(rest, "/?,") : 0;
            port += Rest(rest[..end], 1);
            rest = rest[end..];
            if (!rest.StartsWith(',')) break;
            (host, port, rest) = (host + ',', port + ',', rest[1..]);
        }
        Add(words, "host", host);
        Add(words, "port", port.Trim(','));
        return rest;
    }

    // An address of IPv6 stands in brackets.
    private static string Host(string rest, out int end)
    {
        if (!rest.StartsWith('['))
        {
            end = EndOf(rest, ":/?,");
            return rest[..end];
        }
        var bracket = rest.IndexOf(']', StringComparison.Ordinal);
        end = bracket + 1;
        if (bracket < 2 || (end < rest.Length && !":/?,".Contains(rest[end], StringComparison.Ordinal))) throw new FormatException("a bracket without its other");
        return rest[1..bracket];
    }

    private static (string Word, string Value) Parameter(string text)
    {
        var pair = text.Split('=');
        if (pair.Length != 2) throw new FormatException("a parameter is a word, = and a value");
        var (word, value) = (Decoded(pair[0]), Decoded(pair[1]));
        // As drivers of Java have it.
        return word == "ssl" && value == "true" ? ("sslmode", "require") : (word, value);
    }

    private static void Add(List<(string Word, string Value)> words, string word, string value)
    {
        if (value.Length > 0) words.Add((word, Decoded(value)));
    }

    private static string Decoded(string text)
    {
        for (var at = text.IndexOf('%', StringComparison.Ordinal); at >= 0; at = text.IndexOf('%', at + 1))
        {
            if (at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2]) || text.AsSpan(at + 1, 2) is "00") throw new FormatException("a % without its two digits");
        }
        return Uri.UnescapeDataString(text);
    }

    private static int EndOf(string text, string any) => text.AsSpan().IndexOfAny(any) is >= 0 and var end ? end : text.Length;

    private static string Rest(string text, int start) => start < text.Length ? text[start..] : "";
}
