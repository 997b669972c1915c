using System.Text;
using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Import;

/// <summary>A policy's tree as the text of a policy file: blocks down to a rule, which stands on one line.</summary>
internal static class PolicyTreeText
{
    private const int BlockDepth = 4;

    /// <param name="comments">What stands behind the rule that came from a place.</param>
    public static string Write(YamlMapping root, string head, IReadOnlyDictionary<SourcePosition, string> comments)
    {
        var text = new StringBuilder(head);
        var told = new HashSet<SourcePosition>();
        foreach (var entry in root.Entries)
        {
            if (entry.Key.Written is "columns" or "tables") text.Append('\n');
            Block(text, entry, 0, comments, told);
        }
        return text.ToString();
    }

    private static void Block(StringBuilder text, YamlEntry entry, int depth, IReadOnlyDictionary<SourcePosition, string> comments, HashSet<SourcePosition> told)
    {
        text.Append(' ', depth * 2).Append(YamlWriter.Scalar(entry.Key.Written)).Append(':');
        if (entry.Value is YamlMapping mapping && depth < BlockDepth && mapping.Entries.All(inner => inner.Key.Written != PolicyLanguage.Strategy.Name) && mapping.Entries.Count > 0 && !IsShort(mapping))
        {
            text.Append('\n');
            foreach (var inner in mapping.Entries) Block(text, inner, depth + 1, comments, told);
            return;
        }
        text.Append(' ');
        Flow(text, entry.Value, IsWord(entry));
        if (depth > 0 && comments.TryGetValue(entry.Key.At, out var comment) && told.Add(entry.Key.At)) text.Append("  ").Append(YamlWriter.Comment(comment));
        text.Append('\n');
    }

    // rows: { where: ... }, and an empty mapping.
    private static bool IsShort(YamlMapping mapping) => mapping.Entries.All(entry => entry.Value is YamlScalar && PolicyLanguage.Rows.Keys.Any(key => key.Name == entry.Key.Written));

    // A strategy's name, which YAML would take for its own null.
    private static bool IsWord(YamlEntry entry) => entry.Value.Scalar() == "null" || (entry.Value is YamlScalar { Written: "null" });

    private static void Flow(StringBuilder text, YamlNode node, bool isNull = false)
    {
        switch (node)
        {
            case YamlScalar scalar:
                text.Append(isNull ? "\"null\"" : YamlWriter.Scalar(scalar.Written.Replace("${", "$${", StringComparison.Ordinal)));
                break;
            case YamlSequence list:
                text.Append('[');
                for (var i = 0; i < list.Items.Count; i++)
                {
                    if (i > 0) text.Append(", ");
                    Flow(text, list.Items[i]);
                }
                text.Append(']');
                break;
            case YamlMapping mapping:
                text.Append("{ ");
                for (var i = 0; i < mapping.Entries.Count; i++)
                {
                    if (i > 0) text.Append(", ");
                    text.Append(YamlWriter.Scalar(mapping.Entries[i].Key.Written)).Append(": ");
                    Flow(text, mapping.Entries[i].Value, mapping.Entries[i].Value is YamlScalar { Written: "null" });
                }
                text.Append(" }");
                break;
        }
    }
}
