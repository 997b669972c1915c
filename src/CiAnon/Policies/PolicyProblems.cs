using CiAnon.Diagnostics;
using CiAnon.Policies.Yaml;

namespace CiAnon.Policies;

/// <summary>Collects what is wrong, so that one reading names everything.</summary>
internal sealed class PolicyProblems
{
    private readonly List<Diagnostic> _found = [];

    public bool Any => _found.Count > 0;

    /// <summary>In the file's order.</summary>
    public IReadOnlyList<Diagnostic> InOrder =>
        [.. _found.OrderBy(diagnostic => diagnostic.Position?.Line).ThenBy(diagnostic => diagnostic.Position?.Column)];

    public void Add(DiagnosticCode code, SourcePosition at, string message) => _found.Add(new(code, message, at));

    public void WrongType(YamlNode node, string what, string expected) =>
        Add(DiagnosticCodes.WrongPolicyType, node.At, $"{what} takes {expected}, not {node.Kind}");
}
