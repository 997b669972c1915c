using CiAnon.Diagnostics;

namespace CiAnon.Policies.Yaml;

internal sealed record YamlSequence(SourcePosition At, IReadOnlyList<YamlNode> Items) : YamlNode(At)
{
    public override string Kind => "a list";
}
