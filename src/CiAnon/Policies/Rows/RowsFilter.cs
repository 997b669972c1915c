using CiAnon.Diagnostics;

namespace CiAnon.Policies.Rows;

/// <summary>Which rows of a table the artefact has: those that hold the condition, of them a share, of them the first.</summary>
public sealed record RowsFilter(RowsCondition? Where, RowsSample? Sample, int? Limit, SourcePosition Position);

/// <summary>SQL over a row's original values, as written.</summary>
public sealed record RowsCondition(string Sql, SourcePosition Position);

/// <summary>A share of the rows, drawn by a keyed hash.</summary>
/// <param name="Share">Above 0, at most 1.</param>
/// <param name="By">The column whose value decides, so that all rows of a subject are in or out; null for the primary key.</param>
/// <param name="Stratify">The column of whose every value the same share is drawn; null for no strata.</param>
public sealed record RowsSample(double Share, string? By, string? Stratify, SourcePosition Position);
