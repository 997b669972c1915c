using System.Text.RegularExpressions;
using CiAnon.Diagnostics;

namespace CiAnon.Publishing.GitHub;

/// <summary>A repository, as <c>GITHUB_REPOSITORY</c> has it: <c>owner/name</c>.</summary>
public sealed partial record RepositoryName(string Owner, string Name)
{
    /// <exception cref="CiAnonException">CIANON6005: it isn't one.</exception>
    public static RepositoryName Parse(string? text)
    {
        var match = Pattern().Match(text ?? "");
        if (!match.Success || match.Groups["name"].Value is "." or "..")
            throw new CiAnonException(DiagnosticCodes.GitHubSettings, "GITHUB_REPOSITORY must say owner/name, as GitHub sets it");
        return new RepositoryName(match.Groups["owner"].Value, match.Groups["name"].Value);
    }

    /// <summary>GitHub doesn't distinguish upper and lower case.</summary>
    public bool Is(string fullName) => string.Equals(fullName, ToString(), StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"{Owner}/{Name}";

    [GeneratedRegex(@"\A(?<owner>[A-Za-z0-9][A-Za-z0-9_-]{0,99})/(?<name>[A-Za-z0-9._-]{1,100})\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
