using System.Text;

namespace CiAnon.Policies.Yaml;

/// <summary>Texts as YAML scalars that are read back as they are, in block and in flow style.</summary>
internal static class YamlWriter
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase) { "null", "true", "false", "yes", "no", "on", "off", "y", "n" };

    public static string Scalar(string text)
    {
        if (IsPlain(text)) return text;
        return text.Any(character => char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF') ? DoubleQuoted(text) : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    /// <summary>One line that starts with <c>#</c>.</summary>
    public static string Comment(string text) =>
        "# " + string.Concat(text.Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character));

    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsAsciiLetterOrDigit(text[0]) && text[^1] != ' ' && !Words.Contains(text)
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or ' ' or '.' or '-' or '%');

    private static string DoubleQuoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            if (character is '"' or '\\') quoted.Append('\\').Append(character);
            else if (char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF') quoted.Append($"\\u{(int)character:x4}");
            else quoted.Append(character);
        }
        return quoted.Append('"').ToString();
    }
}
