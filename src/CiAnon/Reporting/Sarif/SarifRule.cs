using CiAnon.Diagnostics;

namespace CiAnon.Reporting.Sarif;

/// <summary>What results refer to.</summary>
/// <param name="Id">Stable: hosts remember dismissed results by it.</param>
/// <param name="Level">Of results, unless they say otherwise.</param>
public sealed record SarifRule(string Id, string Title, string Help, Severity Level)
{
    private static readonly string[] Articles = ["A", "An", "The"];

    /// <summary>For people, in one word as SARIF has it: the title's own, so that it never equals the id.</summary>
    public string Name { get; init; } = NameOf(Title);

    private static string NameOf(string title)
    {
        var words = string.Concat(title.Where(letter => letter != '\'')).Split([.. title.Where(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '\'')], StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.SkipWhile(word => Articles.Contains(word)).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
