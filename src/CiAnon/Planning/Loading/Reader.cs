using CiAnon.Catalogs;

namespace CiAnon.Planning.Loading;

/// <summary>A query over the anonymized rows.</summary>
/// <param name="Name">The file of a check, or a materialized view.</param>
/// <param name="Cause"><see cref="LoadCause.SqlCheck"/> or <see cref="LoadCause.MaterializedView"/>.</param>
/// <param name="Tables">What it reads; null where nobody can tell.</param>
internal sealed record Reader(string Name, LoadCause Cause, IReadOnlyList<Table>? Tables);
