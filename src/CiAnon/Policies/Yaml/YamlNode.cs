using CiAnon.Diagnostics;

namespace CiAnon.Policies.Yaml;

/// <summary>A part of a YAML document that knows its place. Unlike YamlDotNet's own nodes it keeps duplicate keys.</summary>
/// <param name="At">Where it begins.</param>
internal abstract record YamlNode(SourcePosition At)
{
    /// <summary>For messages: <c>a list</c>, <c>a mapping</c>, ...</summary>
    public abstract string Kind { get; }
}
