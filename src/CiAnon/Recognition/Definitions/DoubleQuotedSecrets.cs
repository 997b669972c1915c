using System.Text.RegularExpressions;

namespace CiAnon.Recognition.Definitions;

/// <summary>Where double quotation marks are no names: JSON (<c>"password": "…"</c>), and programs in other languages than SQL (<c>password = "…"</c>).</summary>
internal static partial class DoubleQuotedSecrets
{
    public static IEnumerable<(int Start, int End)> Find(string text) => Pair().Matches(text)
        .Where(match => SecretNames.Is(match.Groups["name"].ValueSpan) && !Placeholder.Is(match.Groups["value"].Value))
        .Select(match => match.Groups["value"]).Select(value => (value.Index, value.Index + value.Length));

    // From the beginning of a word of at most a name's length: a long word isn't read again from each of its letters.
    [GeneratedRegex("""(?<![A-Za-z0-9_.-])(?<name>[A-Za-z0-9_.-]{1,64})["']?\]?\s*(=>|=|:)\s*"(?<value>([^"\\\r\n]|\\[^\r\n])+)["]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pair();
}
