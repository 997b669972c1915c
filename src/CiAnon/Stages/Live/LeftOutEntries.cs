using System.Text.RegularExpressions;
using CiAnon.Catalogs;
using CiAnon.Dumps.Contents;

namespace CiAnon.Stages.Live;

/// <summary>
/// What of a source isn't made in a target. Never a subscription, which would fetch what nobody looks at, and which keeps PostgreSQL from replacing the database; what takes a superuser, where the role is
/// none; and labels of providers that the server hasn't loaded.
/// </summary>
/// <param name="hasProvider">Whether the server knows a provider of labels.</param>
internal sealed partial class LeftOutEntries(bool isSuperuser, Func<string, bool> hasProvider)
{
    private const string Subscription = "SUBSCRIPTION";
    private const string Label = "SECURITY LABEL";

    private static readonly string[] Superusers = ["EVENT TRIGGER", "PUBLICATION"];

    private readonly Dictionary<string, bool> _providers = new(StringComparer.Ordinal);

    public bool Contains(TocEntry entry) => Kind(entry) is not null;

    /// <summary>What is left out of an archive, in words; without what belongs to it.</summary>
    public IReadOnlyList<string> Of(IReadOnlyList<TocEntry> archive) =>
        [.. archive.Select(entry => (Entry: entry, Kind: Kind(entry))).Where(found => found.Kind is not null && found.Entry.Desc is not ("COMMENT" or "ACL"))
            .Select(found => found.Entry.Desc == Label ? $"labels of {string.Join(", ", Missing(found.Entry))}" : $"{found.Kind!.ToLowerInvariant()} {Name(found.Entry, found.Kind)}").Distinct()];

    private string? Kind(TocEntry entry)
    {
        var kind = isSuperuser ? (Is(entry, Subscription) ? Subscription : null) : Superusers.Prepend(Subscription).FirstOrDefault(kind => Is(entry, kind));
        return kind ?? (entry.Desc == Label && Missing(entry).Any() ? Label : null);
    }

    // Itself, what is said of it, or what is in it, such as PUBLICATION TABLE.
    private static bool Is(TocEntry entry, string kind) => (entry.Desc is "COMMENT" or "ACL" or Label ? entry.Tag : entry.Desc) is { } named
        && (named == kind || named.StartsWith(kind + " ", StringComparison.Ordinal));

    // Of what is in one, the tag begins with its name.
    private static string Name(TocEntry entry, string kind) => entry.Desc == kind ? entry.Tag : entry.Tag.Split(' ')[0];

    private IEnumerable<string> Missing(TocEntry label) => Providers(label.Defn ?? "").Distinct().Where(provider => !Has(provider));

    private bool Has(string provider) => _providers.TryGetValue(provider, out var has) ? has : _providers[provider] = hasProvider(provider);

    private static IEnumerable<string> Providers(string definition)
    {
        foreach (Match found in Statement().Matches(definition))
        {
            var at = found.Index + found.Length;
            if (Sql.ParseName(definition, ref at) is [var provider]) yield return provider;
        }
    }

    [GeneratedRegex("^SECURITY LABEL FOR ", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Statement();
}
