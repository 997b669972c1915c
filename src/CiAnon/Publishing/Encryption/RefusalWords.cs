using System.Text.RegularExpressions;
using CiAnon.Hosts;

namespace CiAnon.Publishing.Encryption;

/// <summary>What age and gpg say of keys that they refuse, fit for a message: on one line, keys cut short, no owner's name.</summary>
internal static partial class RefusalWords
{
    private const int Longest = 300;
    private const int KeyStart = 12;

    /// <summary>age's reason in its own words; null when it gives none.</summary>
    public static string? OfAge(string said) => AgeError().Match(said) is { Success: true } error
        ? Printable.Cut(Printable.Line(LongWord().Replace(error.Groups["why"].Value, word => word.Value[..KeyStart] + "…").Trim()), Longest)
        : null;

    /// <summary>What kind of key gpg doesn't know; null when that isn't its trouble. Its other words may name the key's owner.</summary>
    public static string? OfGpg(string said, OpenPgpListing keys)
    {
        if (UnknownVersion().Match(said) is { Success: true } version) return $"version {version.Groups["version"].Value}";
        return keys.UnknownAlgorithms.Count > 0 ? $"algorithm {string.Join(", ", keys.UnknownAlgorithms)}" : null;
    }

    public static Version? Version(string text) => VersionNumber().Match(text) is { Success: true } number ? System.Version.Parse(number.Value) : null;

    [GeneratedRegex("^age: error: (?<why>.+)$", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex AgeError();

    [GeneratedRegex("[A-Za-z0-9+/=_-]{25,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LongWord();

    [GeneratedRegex(@"packet\(\d+\) with unknown version (?<version>\d+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnknownVersion();

    [GeneratedRegex(@"[0-9]{1,4}\.[0-9]{1,4}(\.[0-9]{1,4})?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionNumber();
}
