using CiAnon.Diagnostics;

namespace CiAnon.Policies.Yaml;

internal sealed record YamlMapping(SourcePosition At, IReadOnlyList<YamlEntry> Entries) : YamlNode(At)
{
    public override string Kind => "a mapping";
}

/// <summary>One key with its value. Keys that aren't scalars never get here.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
