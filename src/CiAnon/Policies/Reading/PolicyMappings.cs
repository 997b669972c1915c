using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Reading;

/// <summary>Reads mappings: those with fixed keys, and those whose keys are names of tables, columns or strategies.</summary>
internal sealed class PolicyMappings(PolicyProblems problems)
{
    public PolicyFields Fields(YamlNode node, PolicySection section)
    {
        if (Names(node, section.Title) is not { } entries)
            return new(new Dictionary<string, YamlNode>());

        var known = new Dictionary<string, YamlNode>();
        foreach (var entry in entries)
        {
            if (Known(entry.Key, section) is { } key)
                known.Add(key.Name, entry.Value);
        }
        return new(known);
    }

    /// <summary>Every item of a list of mappings with all the keys that it must have; the others are reported.</summary>
    public IEnumerable<(PolicyFields Fields, YamlNode Item)> List(YamlNode? node, PolicyKey key, PolicySection section)
    {
        if (node is null or YamlScalar { Text: null })
            return [];
        if (node is YamlSequence sequence)
            return sequence.Items.Select(item => (Fields(item, section), item)).Where(pair => IsComplete(pair.Item1, pair.item, section)).ToArray();

        problems.WrongType(node, $"'{key.Name}'", "a list");
        return [];
    }

    private bool IsComplete(PolicyFields fields, YamlNode item, PolicySection section)
    {
        var missing = section.Keys.Where(key => key.Required && fields[key] is null).ToArray();
        if (item is YamlMapping)
        {
            foreach (var key in missing)
                problems.Add(DiagnosticCodes.MissingPolicyKey, item.At, $"'{key.Name}' is missing in {section.Title}; add it");
        }
        return missing.Length == 0;
    }

    /// <summary>Entries whose keys are free, each name once; null when the node isn't a mapping, which is reported.</summary>
    public IReadOnlyList<YamlEntry>? Names(YamlNode node, string what)
    {
        if (node is not YamlMapping mapping)
        {
            if (node is not YamlScalar { Text: null })
                problems.WrongType(node, what, "a mapping");
            return null;
        }

        var first = new Dictionary<string, YamlEntry>();
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key.Written.Length == 0)
                problems.Add(DiagnosticCodes.BadPolicyValue, entry.Key.At, $"an empty name in {what}; write the name before the colon");
            else if (!first.TryAdd(entry.Key.Written, entry))
                problems.Add(DiagnosticCodes.DuplicatePolicyKey, entry.Key.At,
                    $"{entry.Key.Quoted} stands twice in {what}, first on line {first[entry.Key.Written].Key.At.Line}; keep one of them");
        }
        return [.. first.Values];
    }

    /// <summary>The key's definition; null, and reported, when there is none in this version.</summary>
    public PolicyKey? Known(YamlScalar name, PolicySection section, IEnumerable<string>? others = null)
    {
        var key = section.Keys.FirstOrDefault(key => key.Name == name.Written);
        if (key is null)
        {
            Unknown(name, section.Title, DiagnosticCodes.UnknownPolicyKey, "key", section.Keys.Select(key => key.Name).Concat(others ?? []));
            return null;
        }
        return key;
    }

    public void Unknown(YamlScalar name, string place, DiagnosticCode code, string kind, IEnumerable<string> candidates)
    {
        var names = candidates.ToArray();
        var suggestion = name.Suggest(names);
        var hint = suggestion.Length > 0 ? suggestion : names.Length > 0 ? $"; one of: {string.Join(", ", names)}" : "; there are none";
        problems.Add(code, name.At, $"unknown {kind} {name.Quoted} in {place}{hint}");
    }
}
