using CiAnon.Diagnostics;
using CiAnon.Policies.Language;
using CiAnon.Policies.Yaml;
using CiAnon.Strategies;

namespace CiAnon.Policies.Reading;

/// <summary>Reads <c>spread</c> of a rule: a column, or a mapping with the column and how many pseudonyms.</summary>
internal sealed class SpreadReader(PolicyProblems problems, PolicyMappings mappings, PolicyValues values)
{
    public Spread? Read(YamlNode? node)
    {
        if (node is null) return null;
        var standard = int.Parse(PolicyLanguage.SpreadPseudonyms.Default!);
        if (node is not YamlMapping) return values.Text(node, PolicyLanguage.Spread) is { } column ? new Spread(column, standard) : null;
        var given = mappings.Fields(node, PolicyLanguage.SpreadSection);
        if (given[PolicyLanguage.SpreadBy] is not { } by)
        {
            problems.Add(DiagnosticCodes.MissingPolicyKey, node.At, "'by' is missing in 'spread'; add the column that says which pseudonym a value gets");
            return null;
        }
        return values.Text(by, PolicyLanguage.SpreadBy) is { } name
            ? new Spread(name, values.Integer(given[PolicyLanguage.SpreadPseudonyms], PolicyLanguage.SpreadPseudonyms) ?? standard)
            : null;
    }
}
