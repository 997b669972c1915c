using System.Text.RegularExpressions;

namespace CiAnon.Policies.Yaml;

/// <summary>Recognizes what must never be in a file that goes into git.</summary>
internal static partial class SecretPatterns
{
    /// <summary>What was found, where (offset into the text), in the text's order. Never what it says.</summary>
    public static IEnumerable<(string Kind, int Offset)> Find(string text) =>
        Patterns
            .SelectMany(pattern => pattern.Regex.Matches(text).Select(match => (pattern.Kind, match.Index)))
            .Concat(Keys(text))
            .OrderBy(found => found.Item2);

    private static readonly (string Kind, Regex Regex)[] Patterns =
    [
        ("a connection string with a password", ConnectionUri()),
        ("a connection string with a password", ConnectionPairs()),
        ("a private key", PrivateKey()),
        ("an AWS access key", AwsKey()),
        ("a GitHub token", GitHubToken()),
        ("a JSON web token", WebToken()),
    ];

    private static IEnumerable<(string, int)> Keys(string text) =>
        Base64Of32Bytes().Matches(text)
            .Where(match => Convert.TryFromBase64String(match.Value, new byte[33], out var length) && length == 32)
            .Select(match => ("a key of 32 bytes in base64", match.Index));

    // A password that is nothing but a reference to a variable is how it should be written.
    [GeneratedRegex(@"\b[a-z][a-z0-9+.-]{1,30}://[^\s:/@'""]{0,200}:(?!\$\{\w+\}@)[^\s@/'""]{1,200}@", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ConnectionUri();

    [GeneratedRegex(@"\b(?:host|server|data source|username|user id|user|dbname|database)\s{0,3}=[^\r\n]{1,500}?\b(?:password|pwd)\s{0,3}=\s{0,3}(?!\$\{\w+\})[^\s;]",
        RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ConnectionPairs();

    [GeneratedRegex("-----BEGIN", RegexOptions.None, 1000)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b", RegexOptions.None, 1000)]
    private static partial Regex AwsKey();

    [GeneratedRegex(@"\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{30,})", RegexOptions.None, 1000)]
    private static partial Regex GitHubToken();

    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{5,}", RegexOptions.None, 1000)]
    private static partial Regex WebToken();

    [GeneratedRegex("(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43}=(?!=)", RegexOptions.None, 1000)]
    private static partial Regex Base64Of32Bytes();
}
