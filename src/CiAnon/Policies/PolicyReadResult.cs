using CiAnon.Diagnostics;

namespace CiAnon.Policies;

/// <summary>The policy, or everything that is wrong with it.</summary>
/// <param name="Policy">Null when there is an error among the diagnostics.</param>
/// <param name="Diagnostics">In the file's order.</param>
public sealed record PolicyReadResult(Policy? Policy, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The policy too when nothing is wrong but its decisions (expired, without a reason): no run may use it, an audit can.</summary>
    public Policy? ForReview { get; init; } = Policy;
}
