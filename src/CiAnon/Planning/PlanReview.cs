using CiAnon.Diagnostics;

namespace CiAnon.Planning;

/// <summary>A plan that may be wrong, with everything that is: for people who judge a policy, never for a run.</summary>
/// <param name="Tables">Every table of the catalog; columns without a decision are <see cref="ColumnAction.Undecided"/>.</param>
/// <param name="Problems">Errors and warnings, in the policy's order.</param>
public sealed record PlanReview(IReadOnlyList<TablePlan> Tables, IReadOnlyList<Diagnostic> Problems);
