using CiAnon.Policies.Yaml;

namespace CiAnon.Policies.Language;

/// <summary>The values of one mapping by key; only known keys.</summary>
internal sealed class PolicyFields(IReadOnlyDictionary<string, YamlNode> values)
{
    public YamlNode? this[PolicyKey key] => values.GetValueOrDefault(key.Name);
}
