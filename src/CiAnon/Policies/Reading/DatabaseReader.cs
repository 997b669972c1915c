using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Reading;

/// <summary>Reads <c>databases:</c>: what each is, and what the file would be if it were about one of them alone.</summary>
internal sealed class DatabaseReader(PolicyLanguage language, PolicyProblems problems, PolicyMappings mappings)
{
    // Of these the names of both places hold; of everything else the database's own word.
    private static readonly HashSet<string> United =
        [PolicyLanguage.Columns.Name, PolicyLanguage.Defaults.Name, PolicyLanguage.Tables.Name, PolicyLanguage.Verify.Name, PolicyLanguage.Definitions.Name];

    /// <summary>Null when the file doesn't speak of databases.</summary>
    public IReadOnlyList<DatabaseRule>? Read(YamlMapping root) => ValueOf(root, PolicyLanguage.Databases) is { } node
        ? [.. (mappings.Names(node, "'databases'") ?? []).Select(entry => new DatabaseRule(entry.Key.Written, IsDropped(entry), entry.Key.At))]
        : null;

    /// <summary>Rules of the common <c>columns</c> are marked as such.</summary>
    public static IReadOnlyList<ColumnRule> Mark(YamlMapping root, bool hasDatabases, IReadOnlyList<ColumnRule> rules)
    {
        if (!hasDatabases || ValueOf(root, PolicyLanguage.Columns) is not YamlMapping columns) return rules;
        var places = columns.Entries.Select(entry => entry.Key.At).ToHashSet();
        return [.. rules.Select(rule => rule with { IsShared = places.Contains(rule.Position) })];
    }

    /// <summary>The file as it would be without its databases, or for one of them: its own entries first.</summary>
    /// <param name="database">Null for none.</param>
    public YamlMapping For(YamlMapping root, string? database)
    {
        var common = root.Entries.Where(entry => entry.Key.Written != PolicyLanguage.Databases.Name).ToList();
        var part = (ValueOf(root, PolicyLanguage.Databases) as YamlMapping)?.Entries.FirstOrDefault(entry => entry.Key.Written == database)?.Value as YamlMapping;
        if (part is null) return root with { Entries = common };
        List<YamlEntry> entries = [];
        foreach (var entry in mappings.Names(part, "a database") ?? [])
        {
            if (mappings.Known(entry.Key, language.Database) is null) continue;
            var shared = common.Find(other => other.Key.Written == entry.Key.Written);
            if (shared is not null) common.Remove(shared);
            entries.Add(shared?.Value is YamlMapping all && entry.Value is YamlMapping some && United.Contains(entry.Key.Written) ? entry with { Value = Unite(some, all) } : entry);
        }
        return root with { Entries = [.. common, .. entries] };
    }

    private static YamlNode? ValueOf(YamlMapping root, PolicyKey key) => root.Entries.FirstOrDefault(entry => entry.Key.Written == key.Name)?.Value;

    private static YamlMapping Unite(YamlMapping own, YamlMapping common)
    {
        var names = own.Entries.Select(entry => entry.Key.Written).ToHashSet();
        return own with { Entries = [.. own.Entries, .. common.Entries.Where(entry => !names.Contains(entry.Key.Written))] };
    }

    private bool IsDropped(YamlEntry entry)
    {
        if (entry.Value is YamlMapping) return false;
        if (entry.Value is YamlScalar { Text: PolicyLanguage.DropDatabase }) return true;
        if (entry.Value is not YamlScalar { Text: null })
            problems.Add(DiagnosticCodes.BadPolicyValue, entry.Value.At, $"a database takes '{PolicyLanguage.DropDatabase}' or a mapping of its own rules; {{}} where the common ones are enough");
        return false;
    }
}
