using System.Text.RegularExpressions;

namespace CiAnon.Policies.Import.Labels;

/// <summary>One call of a function in SQL, with arguments that are literals, names or lists; null for any other expression.</summary>
/// <param name="Function">Without its schema, folded.</param>
/// <param name="Arguments">Literals without their quotes; everything else as written.</param>
internal sealed partial record MaskingCall(string Function, IReadOnlyList<string> Arguments)
{
    private const int MaximumLength = 4000;

    public static MaskingCall? Read(string sql)
    {
        if (sql.Length > MaximumLength || Head().Match(sql) is not { Success: true } head) return null;
        var arguments = new List<string>();
        var (depth, start) = (1, head.Length);
        for (var at = head.Length; at < sql.Length; at++)
        {
            if (Literal().Match(sql, at) is { Success: true } literal)
            {
                at += literal.Length - 1;
                continue;
            }
            if (sql[at] is '(' or '[') depth++;
            else if (sql[at] is ')' or ']') depth--;
            if ((depth != 0 || sql[at] != ')') && (depth != 1 || sql[at] != ',')) continue;
            if (sql[start..at].Trim() is { Length: > 0 } argument) arguments.Add(Plain(argument));
            start = at + 1;
            if (depth == 0) return Cast().IsMatch(sql[start..]) ? new MaskingCall(head.Groups["name"].Value.ToLowerInvariant(), arguments) : null;
        }
        return null;
    }

    /// <summary>A literal's text, without quotes and casts; null for anything else but a number.</summary>
    public static string? LiteralText(string sql)
    {
        var text = sql.Trim();
        if (Number().Match(text) is { Success: true } number) return number.Groups["number"].Value;
        if (Literal().Match(text) is not { Success: true } literal || !Cast().IsMatch(text[literal.Length..])) return null;
        return literal.Groups["dollar"].Success ? literal.Groups["dollar"].Value : literal.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal);
    }

    /// <summary>The elements of <c>ARRAY['a', 'b']</c> or <c>'{a,b}'</c>; null for anything else.</summary>
    public static IReadOnlyList<string>? List(string sql)
    {
        if (Array().Match(sql) is { Success: true } array && Read($"list({array.Groups["items"].Value})") is { } call) return call.Arguments;
        return sql.StartsWith('{') && sql.EndsWith('}') && !sql.Contains('"', StringComparison.Ordinal) ? sql[1..^1].Split(',', StringSplitOptions.TrimEntries) : null;
    }

    private static string Plain(string argument) => LiteralText(argument) ?? argument;

    [GeneratedRegex(@"^\s*(""?\w+""?\s*\.\s*)?""?(?<name>\w+)""?\s*\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Head();

    [GeneratedRegex(@"\G(E?'(?<text>([^']|'')*)'|\$(?<tag>\w*)\$(?<dollar>.*?)\$\k<tag>\$)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"^(?<number>-?\d+(\.\d+)?)(\s*::\s*[\w .""]+)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(::\s*[\w .""]+(\(\d+(,\d+)?\))?(\[\])?\s*)*;?\s*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cast();

    [GeneratedRegex(@"^\s*ARRAY\s*\[(?<items>.*)\]\s*(::\s*[\w .""]+(\[\])?)?\s*\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex Array();
}
