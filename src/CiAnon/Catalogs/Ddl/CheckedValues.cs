namespace CiAnon.Catalogs.Ddl;

/// <summary>
/// The values that a CHECK enumerates for one column: <c>status IN ('new', 'paid')</c>, as PostgreSQL writes it back. Null where it says
/// anything else, or isn't enforced: then nothing is known.
/// </summary>
/// <param name="Column">A domain calls its column <c>value</c>.</param>
internal sealed record CheckedValues(string Column, IReadOnlyList<string> Values)
{
    /// <param name="check">From CHECK on; what follows the condition (NOT VALID) leaves nothing known.</param>
    public static CheckedValues? Read(string check)
    {
        try
        {
            return Parse(Words(new Cursor(new DdlEntry("CHECK", null, "", check), Tokenizer.Read(new DdlEntry("CHECK", null, "", check), plainEscapes: false))));
        }
        catch (DdlException)
        {
            return null;
        }
    }

    /// <summary>What two CHECKs of one column leave.</summary>
    public static IReadOnlyList<string> Both(IReadOnlyList<string>? one, IReadOnlyList<string> other) => one is null ? other : [.. one.Where(other.Contains)];

    // A chain of OR over equalities means the same without its parentheses and casts.
    private static List<Token> Words(Cursor cursor)
    {
        var words = new List<Token>();
        cursor.Expect("check");
        while (!cursor.AtEnd)
        {
            if (cursor.Take("::")) TypeName.Read(cursor);
            else if (!cursor.Take("(") && !cursor.Take(")")) words.Add(cursor.Next());
        }
        return words;
    }

    private static CheckedValues? Parse(List<Token> words)
    {
        var values = new List<string>();
        string? column = null;
        var at = 0;
        do
        {
            if (at >= words.Count || !words[at].IsName || (column ?? words[at].Text) != words[at].Text) return null;
            column = words[at++].Text;
            if (Take(words, ref at, "is", "null")) continue;
            if (!Take(words, ref at, "=")) return null;
            var isList = Take(words, ref at, "any", "array", "[");
            do
            {
                if (Literal(words, ref at) is not { } value) return null;
                values.Add(value);
            }
            while (isList && Take(words, ref at, ","));
            if (isList && !Take(words, ref at, "]")) return null;
        }
        while (Take(words, ref at, "or"));
        return at == words.Count && values.Count > 0 ? new CheckedValues(column, values) : null;
    }

    // A backslash may escape or not, by a setting that is not known here.
    private static string? Literal(List<Token> words, ref int at)
    {
        var isNegative = Take(words, ref at, "-");
        if (at >= words.Count) return null;
        var word = words[at++];
        return word.Kind switch
        {
            TokenKind.Number => isNegative ? "-" + word.Text : word.Text,
            TokenKind.Text when !isNegative && !word.Text.Contains('\\', StringComparison.Ordinal) => word.Text,
            _ => null,
        };
    }

    private static bool Take(List<Token> words, ref int at, params ReadOnlySpan<string> expected)
    {
        for (var i = 0; i < expected.Length; i++)
            if (at + i >= words.Count || !words[at + i].Is(expected[i])) return false;
        at += expected.Length;
        return true;
    }
}
