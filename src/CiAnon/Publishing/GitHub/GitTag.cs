using System.Text.RegularExpressions;
using CiAnon.Diagnostics;

namespace CiAnon.Publishing.GitHub;

/// <summary>What git takes for a tag's name; see git-check-ref-format.</summary>
public static partial class GitTag
{
    /// <exception cref="CiAnonException">CIANON6005: git would refuse it.</exception>
    public static string Check(string tag) => Pattern().IsMatch(tag) ? tag
        : throw new CiAnonException(DiagnosticCodes.GitHubSettings, "the release's tag must be a name that git takes, such as anonymized or data/latest");

    [GeneratedRegex(@"\A(?!-|/|@\z)(?!.*(?:\.\.|//|@\{|/\.|\.lock(?:/|\z)))(?!\.)[^\x00-\x20\x7f~^:?*\[\\]{1,200}(?<![./])\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
