using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Presets;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Reading;

/// <summary>Reads the names under <c>preset</c>, and the presets' own tables.</summary>
internal sealed class PresetReader(PolicyProblems problems, PolicyMappings mappings, PolicyValues values, TableReader tables)
{
    public IReadOnlyList<PresetPolicy> Read(YamlNode? node)
    {
        IReadOnlyList<YamlScalar> names = node is YamlScalar { Text: not null } ? values.Text(node, PolicyLanguage.Presets) is null ? [] : [(YamlScalar)node] : values.List(node, $"'{PolicyLanguage.Presets.Name}'");
        return [.. names.Select(Find).OfType<Preset>().Distinct().Select(preset => new PresetPolicy(preset, Tables(preset)))];
    }

    private Preset? Find(YamlScalar name)
    {
        if (Preset.All.FirstOrDefault(preset => preset.Name == name.Text) is { } found) return found;
        var all = Preset.All.Select(preset => preset.Name).ToList();
        var suggestion = name.Suggest(all);
        problems.Add(DiagnosticCodes.BadPolicyValue, name.At, $"there is no preset {name.Quoted}{(suggestion.Length > 0 ? suggestion : $"; one of: {string.Join(", ", all)}")}");
        return null;
    }

    private IReadOnlyList<TablePolicy> Tables(Preset preset) =>
        YamlTree.Parse($"preset {preset.Name}", preset.Text, problems.Add) is YamlMapping { Entries: [{ Value: var tree }] } ? [.. mappings.Names(tree, "'tables'")!.Select(tables.Read)] : [];
}
