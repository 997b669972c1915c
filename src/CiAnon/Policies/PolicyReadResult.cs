using CiAnon.Diagnostics;

namespace CiAnon.Policies;

/// <summary>The policy, or everything that is wrong with it.</summary>
/// <param name="Policy">Null when there is an error among the diagnostics.</param>
/// <param name="Diagnostics">In the file's order.</param>
public sealed record PolicyReadResult(Policy? Policy, IReadOnlyList<Diagnostic> Diagnostics);
