using System.Text;

namespace CiAnon.Catalogs;

/// <summary>Names as PostgreSQL writes and reads them.</summary>
public static class Sql
{
    /// <summary>Always quoted: never wrong.</summary>
    public static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Literal(string text) =>
        text.Contains('\\', StringComparison.Ordinal)
            ? $"E'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'"
            : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>
    /// Reads a dotted name at <paramref name="position"/>: quoted parts as they are, others folded to lower case.
    /// Null when there is none; otherwise <paramref name="position"/> is behind it.
    /// </summary>
    public static IReadOnlyList<string>? ParseName(string text, ref int position)
    {
        var parts = new List<string>();
        var at = position;
        while (true)
        {
            if (ParseIdentifier(text, ref at) is not { } part) return null;
            parts.Add(part);
            if (at >= text.Length || text[at] != '.') break;
            at++;
        }
        position = at;
        return parts;
    }

    private static string? ParseIdentifier(string text, ref int at)
    {
        if (at >= text.Length) return null;
        if (text[at] == '"') return ParseQuoted(text, ref at);
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '$' || text[at] > 127)) at++;
        return at == start ? null : text[start..at].ToLowerInvariant();
    }

    private static string? ParseQuoted(string text, ref int at)
    {
        var name = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                name.Append(text[at]);
                continue;
            }
            if (at + 1 < text.Length && text[at + 1] == '"')
            {
                name.Append('"');
                at++;
                continue;
            }
            at++;
            return name.ToString();
        }
        return null;
    }
}
