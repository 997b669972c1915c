using System.Collections.Frozen;

namespace CiAnon.Strategies.Drawing;

/// <summary>Names that ship with the tool, for locales of which Bogus has hardly any or English ones; names.txt says where they are from.</summary>
internal static class ListedNames
{
    private static readonly FrozenDictionary<(string Locale, string Kind), string[]> Lists = Read();

    /// <summary>Null where Bogus's own are used.</summary>
    /// <param name="kind">As in names.txt; <c>first_name</c> is everybody's.</param>
    public static string[]? Find(string kind, string locale) => kind == "first_name"
        ? Lists.GetValueOrDefault((locale, "womens_name"))?.Union(Lists[(locale, "mens_name")]).Order(StringComparer.Ordinal).ToArray()
        : Lists.GetValueOrDefault((locale, kind));

    // locale kind: value|value
    private static FrozenDictionary<(string, string), string[]> Read()
    {
        using var stream = typeof(ListedNames).Assembly.GetManifestResourceStream("drawn.names.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToFrozenDictionary(
            line => (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..line.IndexOf(':', StringComparison.Ordinal)]),
            line => line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..].Split('|').Order(StringComparer.Ordinal).ToArray());
    }
}
