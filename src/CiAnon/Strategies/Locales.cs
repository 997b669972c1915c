using Bogus;
using CiAnon.Diagnostics;

namespace CiAnon.Strategies;

/// <summary>The locales that names, addresses and phone formats come in.</summary>
public static class Locales
{
    public const string Default = "en";

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["no"] = "nb_NO",
        ["nb"] = "nb_NO",
        ["pt"] = "pt_PT",
        ["zh"] = "zh_CN",
        ["cs"] = "cz",
        ["uk_UA"] = "uk",
        ["ka"] = "ge",
        ["id"] = "id_ID",
    };

    // Bogus has them, with cities and names that are English.
    private static readonly string[] NotTheirOwn = ["af_ZA", "ne", "zu_ZA"];

    private static readonly HashSet<string> Known = new(Database.GetAllLocales().Except(NotTheirOwn), StringComparer.OrdinalIgnoreCase);

    /// <summary>Every name that <see cref="Find"/> knows, sorted.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Known.Concat(Aliases.Keys).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The canonical name (<c>pt</c> is <c>pt_PT</c>, <c>de-DE</c> is <c>de</c>), or null for an unknown one.</summary>
    public static string? Find(string name)
    {
        var normal = name.Replace('-', '_');
        if (Known.TryGetValue(normal, out var known))
            return known;
        if (Aliases.TryGetValue(normal, out var alias) && Known.TryGetValue(alias, out var target))
            return target;
        var language = normal.IndexOf('_', StringComparison.Ordinal);
        return language > 0 ? Find(normal[..language]) : null;
    }

    /// <summary>Why the locale is refused, with a suggestion; null when it is known.</summary>
    public static string? Problem(string name) =>
        Find(name) is null ? $"unknown locale '{name}'{Suggestion.Phrase(name, All)}; known are {string.Join(", ", All)}" : null;
}
