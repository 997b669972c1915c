using System.Text.RegularExpressions;

namespace CiAnon.Publishing.GitHub;

/// <summary>The header <c>Link</c> (RFC 8288), as far as pages need it.</summary>
internal static partial class LinkHeader
{
    /// <summary>The address of the next page; null on the last.</summary>
    public static Uri? Next(string? header) =>
        Links().Matches(header ?? "").FirstOrDefault(match => match.Groups["rel"].Value.Split(' ').Contains("next", StringComparer.OrdinalIgnoreCase)) is { } next
            && Uri.TryCreate(next.Groups["address"].Value, UriKind.Absolute, out var address) ? address : null;

    [GeneratedRegex("""<(?<address>[^>]*)>(?:\s*;\s*(?!rel\b)[\w*]+=(?:"[^"]*"|[^\s;,"]*))*\s*;\s*rel="?(?<rel>[^",;]*)"?""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Links();
}
