using System.Text.RegularExpressions;

namespace CiAnon.Policies.Import;

/// <summary>Conditions of SQL and expr-lang as terms; null for what is neither, or more than comparisons.</summary>
internal sealed partial class RowExpressionParser(string text)
{
    private const int MaximumTokens = 400;
    private const int MaximumDepth = 32;

    private static readonly Dictionary<string, string> Mirrored = new() { ["less_than"] = "greater_than", ["at_most"] = "at_least", ["greater_than"] = "less_than", ["at_least"] = "at_most" };

    private readonly List<(string Kind, string Text)> _tokens = [];
    private int _next;
    private int _depth;

    public RowTerm? Parse() => Tokenize() && Any() is { } term && _next == _tokens.Count ? term : null;

    private bool Tokenize()
    {
        var end = 0;
        foreach (Match match in Token().Matches(text))
        {
            if (match.Index != end || _tokens.Count > MaximumTokens) return false;
            end = match.Index + match.Length;
            foreach (var kind in (string[])["quoted", "number", "name", "sign"])
                if (match.Groups[kind] is { Success: true, Value: var value }) _tokens.Add((kind, value));
        }
        return end == text.Length && _tokens.Count > 0;
    }

    private RowTerm? Any()
    {
        if (++_depth > MaximumDepth) return null;
        var term = Joined(All, ["or", "||"], AnyOf.Of);
        _depth--;
        return term;
    }

    private RowTerm? All() => Joined(Not, ["and", "&&"], AllOf.Of);

    private RowTerm? Joined(Func<RowTerm?> part, string[] signs, Func<IEnumerable<RowTerm>, RowTerm> join)
    {
        if (part() is not { } first) return null;
        var terms = new List<RowTerm> { first };
        while (Take(signs))
        {
            if (part() is not { } next) return null;
            terms.Add(next);
        }
        return terms.Count == 1 ? first : join(terms);
    }

    private RowTerm? Not()
    {
        if (Take("not", "!")) return ++_depth > MaximumDepth ? null : Not()?.Negate();
        if (!Take("(")) return Comparison();
        return Any() is { } inner && Take(")") ? inner : null;
    }

    private RowTerm? Comparison()
    {
        if (Literal() is { } left)
            return Operator() is { } mirrored && Column() is { } right && mirrored.Key is not ("matches" or "in") ? new Comparison(right, Mirrored.GetValueOrDefault(mirrored.Key, mirrored.Key), [left], mirrored.IsNegated) : null;
        if (Column() is not { } column) return null;
        if (Take("is")) return Take("not") ? Take("null") ? Null(column, "false") : null : Take("null") ? Null(column, "true") : null;
        if (Take("|")) return Take("has") && Take("(") && List(column) is { } has && Take(")") ? has : null;
        var isNot = Take("not");
        if (Take("in")) return List(column) is { } list ? isNot ? list.Negate() : list : null;
        if (Take("like")) return Quoted() is { } pattern ? new Comparison(column, "matches", [Like(pattern)], isNot) : null;
        if (isNot) return null;
        if (Take("startswith")) return Quoted() is { } start ? new Comparison(column, "matches", ["^" + Regex.Escape(start)], IsNegated: false) : null;
        if (Take("endswith")) return Quoted() is { } end ? new Comparison(column, "matches", [Regex.Escape(end) + "$"], IsNegated: false) : null;
        if (Take("contains")) return Quoted() is { } part ? new Comparison(column, "matches", [Regex.Escape(part)], IsNegated: false) : null;
        // A column alone is a truth value.
        if (Operator() is not { } compared) return new Comparison(column, "equals", ["t"], IsNegated: false);
        if (compared.Key == "equals" && Take("null", "nil")) return Null(column, compared.IsNegated ? "false" : "true");
        return Literal() is { } value ? new Comparison(column, compared.Key, [value], compared.IsNegated) : null;
    }

    private static Comparison Null(string column, string value) => new(column, "is_null", [value], IsNegated: false);

    private Comparison? List(string column)
    {
        if (!Take("(", "[")) return null;
        var values = new List<string>();
        do
        {
            if (Literal() is not { } value) return null;
            values.Add(value);
        }
        while (Take(","));
        return Take(")", "]") ? new Comparison(column, "in", values, IsNegated: false) : null;
    }

    private (string Key, bool IsNegated)? Operator()
    {
        (string Key, bool IsNegated)? found = Peek() switch
        {
            "=" or "==" => ("equals", false),
            "!=" or "<>" => ("equals", true),
            "<" => ("less_than", false),
            "<=" => ("at_most", false),
            ">" => ("greater_than", false),
            ">=" => ("at_least", false),
            "matches" or "~" => ("matches", false),
            "!~" => ("matches", true),
            _ => null,
        };
        if (found is not null) _next++;
        return found;
    }

    private string? Literal()
    {
        if (Quoted() is { } quoted) return quoted;
        if (_next < _tokens.Count && _tokens[_next].Kind == "number") return _tokens[_next++].Text;
        if (Take("true")) return "t";
        return Take("false") ? "f" : null;
    }

    private string? Quoted()
    {
        if (_next >= _tokens.Count || _tokens[_next] is not ("quoted", var quoted) || (quoted[0] == '"' && !IsExpression)) return null;
        _next++;
        var inner = quoted[1..^1];
        return quoted[0] == '\'' && !IsExpression ? inner.Replace("''", "'", StringComparison.Ordinal) : Escape().Replace(inner, "${character}");
    }

    private string? Column()
    {
        if (_next >= _tokens.Count) return null;
        var (kind, word) = _tokens[_next];
        if (kind == "quoted" && word[0] == '"' && !IsExpression)
        {
            _next++;
            return word[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal);
        }
        if (kind != "name" || (_next + 1 < _tokens.Count && _tokens[_next + 1].Text == "(")) return null;
        _next++;
        if (IsExpression) return word.StartsWith("record.", StringComparison.Ordinal) || word.StartsWith("raw_record.", StringComparison.Ordinal) ? word[(word.IndexOf('.', StringComparison.Ordinal) + 1)..] : null;
        return word[(word.LastIndexOf('.') + 1)..].ToLowerInvariant();
    }

    // In expr-lang "x" is a text, in SQL a column.
    private bool IsExpression => text.Contains("record.", StringComparison.Ordinal);

    private string? Peek() => _next < _tokens.Count && _tokens[_next].Kind != "quoted" ? _tokens[_next].Text.ToLowerInvariant() : null;

    private bool Take(params string[] words)
    {
        if (Peek() is not { } word || !words.Contains(word)) return false;
        _next++;
        return true;
    }

    private static string Like(string pattern) =>
        $"^{Regex.Escape(pattern).Replace("%", ".*", StringComparison.Ordinal).Replace("_", ".", StringComparison.Ordinal)}$";

    [GeneratedRegex(@"\\(?<character>.)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escape();

    [GeneratedRegex("""\s*(?:(?<quoted>'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*")|(?<number>-?\d+(?:\.\d+)?)|(?<name>[A-Za-z_][\w.]*)|(?<sign>&&|\|\||[=!<>]=|<>|!~|[-=<>!~(),|\[\]]))\s*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
