using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Import;

/// <summary>A table of a policy that is being made.</summary>
internal sealed class TableDraft(string name, SourcePosition at)
{
    public string Name { get; } = name;

    public SourcePosition At { get; } = at;

    public List<(string Column, SourcePosition At, RuleDraft Rule)> Columns { get; } = [];

    public YamlNode? Rows { get; set; }

    public YamlMapping ToNode()
    {
        var entries = new List<(string, YamlNode)>();
        if (Rows is not null) entries.Add((PolicyLanguage.TableRows.Name, Rows));
        if (Columns.Count > 0)
            entries.Add((PolicyLanguage.TableColumns.Name, new YamlMapping(At, [.. Columns.Select(column => new YamlEntry(PolicyNode.Text(column.Column, column.At), column.Rule.ToNode(column.At)))])));
        return PolicyNode.Map(At, entries);
    }
}
