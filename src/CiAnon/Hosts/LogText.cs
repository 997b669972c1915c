using System.Globalization;
using System.Text.RegularExpressions;

namespace CiAnon.Hosts;

/// <summary>
/// Text for a log that somebody's machine reads. Names come from other people's schemas: a line break, an escape sequence or a host's
/// command in one must not take effect, whichever host it is.
/// </summary>
public static partial class LogText
{
    private const string Replacement = "\uFFFD";

    /// <summary>The text on one line: control and direction characters replaced, and nothing that a CI host would take for a command.</summary>
    public static string Line(string text) =>
        Commands().Replace(
            string.Concat(text.Select(character => IsHarmful(character) ? Replacement[0] : character)),
            match => match.Value[..1] + Replacement + match.Value[1..]);

    private static bool IsHarmful(char character) =>
        char.IsControl(character)
        || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // GitHub looks at the start of a line, Azure (##vso[) and old GitHub commands (##[) anywhere in it. GitLab's need control characters.
    [GeneratedRegex(@"(?<!\S)::|##(?=\[|vso\[)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Commands();
}
