using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Reading;

/// <summary>Reads <c>anonymity</c>: tables, columns and thresholds; the planner finds them in the catalog.</summary>
internal sealed class AnonymityReader(PolicyProblems problems, PolicyMappings mappings, PolicyValues values)
{
    public IReadOnlyList<AnonymityRule> Read(YamlNode? node) =>
        [.. mappings.List(node, PolicyLanguage.Anonymity, PolicyLanguage.AnonymityRule).Select(entry => Rule(entry.Fields, entry.Item)).OfType<AnonymityRule>()];

    private AnonymityRule? Rule(PolicyFields fields, YamlNode item)
    {
        var table = values.Text(fields[PolicyLanguage.AnonymityTable], PolicyLanguage.AnonymityTable);
        var columns = values.List(fields[PolicyLanguage.AnonymityColumns], "'columns'");
        var k = values.Integer(fields[PolicyLanguage.AnonymityK], PolicyLanguage.AnonymityK);
        var diversity = Diversity(fields[PolicyLanguage.AnonymityL]);
        if (fields[PolicyLanguage.AnonymityColumns] is YamlSequence { Items.Count: 0 } empty)
            problems.Add(DiagnosticCodes.BadPolicyValue, empty.At, "'columns' names no column; name those that together may single out a person");
        return table is null || k is null || columns.Count == 0 ? null : new(table, [.. columns.Select(column => column.Text!)], k.Value, diversity, item.At);
    }

    private Dictionary<string, int> Diversity(YamlNode? node)
    {
        var required = new Dictionary<string, int>();
        foreach (var entry in node is not null ? mappings.Names(node, "'l'") ?? [] : [])
        {
            if (values.Integer(entry.Value, PolicyLanguage.AnonymityL) is { } l)
                required.Add(entry.Key.Written, l);
        }
        return required;
    }
}
