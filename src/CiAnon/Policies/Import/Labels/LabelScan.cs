using System.Text.RegularExpressions;

namespace CiAnon.Policies.Import.Labels;

/// <summary>Statements <c>SECURITY LABEL</c> in a script of SQL.</summary>
internal static partial class LabelScan
{
    /// <param name="Provider">As folded by SQL.</param>
    /// <param name="Kind">COLUMN, TABLE, ROLE, ...</param>
    /// <param name="Object">The object's name, as in SQL.</param>
    /// <param name="Label">Null removes one.</param>
    public sealed record Statement(string Provider, string Kind, string Object, string? Label, int Offset);

    public static bool Any(string sql) => Head().IsMatch(sql);

    public static IEnumerable<Statement> Find(string sql)
    {
        foreach (Match match in Whole().Matches(sql))
        {
            var label = match.Groups["text"] is { Success: true, Value: var quoted } ? quoted.Replace("''", "'", StringComparison.Ordinal)
                : match.Groups["dollar"] is { Success: true, Value: var dollar } ? dollar : null;
            var provider = match.Groups["provider"].Value;
            yield return new Statement(provider.StartsWith('"') || provider.StartsWith('\'') ? provider[1..^1] : provider.ToLowerInvariant(),
                match.Groups["kind"].Value.ToUpperInvariant(), match.Groups["object"].Value, label, match.Index);
        }
    }

    [GeneratedRegex(@"^[ \t]*SECURITY[ \t]+LABEL[ \t]+FOR[ \t]", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Head();

    [GeneratedRegex("""
        \bSECURITY\s+LABEL\s+FOR\s+(?<provider>"[^"]+"|'[^']+'|\w+)\s+ON\s+(?<kind>COLUMN|TABLE|ROLE|DATABASE|SCHEMA|FUNCTION|VIEW)\s+
        (?<object>(?:"(?:[^"]|"")+"|[\w$]+)(?:\s*\.\s*(?:"(?:[^"]|"")+"|[\w$]+))*(?:\s*\([^()]*\))?)\s+
        IS\s+(?:E?'(?<text>(?:[^']|'')*)'|\$(?<tag>\w*)\$(?<dollar>.*?)\$\k<tag>\$|NULL)
        """, RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Whole();
}
