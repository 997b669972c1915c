using CiAnon.Diagnostics;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Import;

/// <summary>Makes the nodes of a policy out of another tool's file; each has the place that it came from.</summary>
internal static class PolicyNode
{
    public static YamlScalar Text(string text, SourcePosition at) => new(at, at.Line, text, text, Plain: false);

    public static YamlSequence List(IEnumerable<string> texts, SourcePosition at) => new(at, [.. texts.Select(text => Text(text, at))]);

    public static YamlMapping Map(SourcePosition at, params (string Key, YamlNode Value)[] entries) =>
        new(at, [.. entries.Select(entry => new YamlEntry(Text(entry.Key, entry.Value.At), entry.Value))]);

    public static YamlMapping Map(SourcePosition at, IEnumerable<(string Key, YamlNode Value)> entries) => Map(at, [.. entries]);

    public static YamlNode? Find(this YamlNode? node, string key) => (node as YamlMapping)?.Entries.FirstOrDefault(entry => entry.Key.Written == key)?.Value;

    /// <summary>A scalar's text; null for nothing, lists and mappings.</summary>
    public static string? Scalar(this YamlNode? node) => node is YamlScalar { IsAbsent: false } scalar && !(scalar.Plain && scalar.Written == "null") ? scalar.Written : null;

    public static bool IsTrue(this YamlNode? node) => node.Scalar()?.ToUpperInvariant() is "TRUE" or "YES" or "ON";

    public static IReadOnlyList<YamlEntry> Entries(this YamlNode? node) => (node as YamlMapping)?.Entries ?? [];

    public static IReadOnlyList<YamlNode> Items(this YamlNode? node) => (node as YamlSequence)?.Items ?? [];
}
