using System.Text.RegularExpressions;

namespace CiAnon.Recognition.Definitions;

/// <summary>Passwords without quotation marks in connection strings of keys and values: <c>dbname=shop user=app password=…</c>.</summary>
internal static partial class ConnectionPairs
{
    public static IEnumerable<(int Start, int End)> Find(string text) =>
        Other().IsMatch(text) ? Password().Matches(text).Select(match => match.Groups["value"]).Where(value => !Placeholder.Is(value.Value)).Select(value => (value.Index, value.Index + value.Length)) : [];

    [GeneratedRegex(@"(host|hostaddr|server|data source|port|dbname|database|user|username|user id|uid|service|sslmode)\s*=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Other();

    [GeneratedRegex(@"(password|pwd)\s*=\s*(?<value>[^\s;&'""]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Password();
}
