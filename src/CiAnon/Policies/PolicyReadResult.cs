using CiAnon.Diagnostics;

namespace CiAnon.Policies;

/// <summary>The policy, or everything that is wrong with it.</summary>
/// <param name="Policy">Null when there is an error among the diagnostics.</param>
/// <param name="Diagnostics">In the file's order.</param>
public sealed record PolicyReadResult(Policy? Policy, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The policy too when nothing is wrong but its decisions (expired, without a reason): no run may use it, an audit can.</summary>
    public Policy? ForReview { get; init; } = Policy;

    /// <summary>What to tell of a policy that is another tool's file; none for one of ours.</summary>
    public IReadOnlyList<Diagnostic> Notices { get; init; } = [];

    /// <summary>What the file was as another tool's; null for one of ours.</summary>
    internal Import.ImportedPolicy? Imported { get; init; }
}
