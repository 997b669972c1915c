using System.Globalization;
using System.Text.RegularExpressions;

namespace CiAnon.Hosts;

/// <summary>
/// Texts, counts and sizes for logs and terminals. Names come from other people's schemas: a line break, an escape sequence or a host's
/// command in one must not take effect, whichever host it is.
/// </summary>
public static partial class Printable
{
    private const string Replacement = "\uFFFD";

    /// <summary>The text on one line: control and direction characters replaced, and nothing that a CI host would take for a command.</summary>
    public static string Line(string text) =>
        Commands().Replace(
            string.Concat(text.Select(character => IsHarmful(character) ? Replacement[0] : character)),
            match => match.Value[..1] + Replacement + match.Value[1..]);

    /// <summary>At most so many characters, with an ellipsis where some were left out.</summary>
    public static string Cut(string text, int width) => text.Length <= width ? text : string.Concat(text.AsSpan(0, Math.Max(0, width - 1)), "…");

    public static string Count(long number) => number.ToString("#,0").Replace(',', ' ');

    public static string Bytes(double bytes) => bytes switch
    {
        >= 1e9 => $"{bytes / 1e9:0.0} GB",
        >= 1e6 => $"{bytes / 1e6:0.0} MB",
        >= 1e3 => $"{bytes / 1e3:0.0} kB",
        _ => $"{bytes:0} B",
    };

    public static string Seconds(TimeSpan time) => time.TotalSeconds >= 100 ? $"{(int)time.TotalMinutes} min {time.Seconds} s" : $"{time.TotalSeconds:0.0} s";

    private static bool IsHarmful(char character) =>
        char.IsControl(character)
        || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // GitHub looks at the start of a line, Azure (##vso[) and old GitHub commands (##[) anywhere in it. GitLab's need control characters.
    [GeneratedRegex(@"(?<!\S)::|##(?=\[|vso\[)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Commands();
}
