using CiAnon.Diagnostics;

namespace CiAnon.Policies.Rows;

/// <summary><c>subset:</c>: some rows of one table, what belongs to them, and what all of these need.</summary>
/// <param name="From">As written; resolved against the catalog by the planner.</param>
public sealed record SubsetRule(string From, RowsCondition? Where, int? Limit, SourcePosition Position);
