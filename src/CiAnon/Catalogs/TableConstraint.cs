namespace CiAnon.Catalogs;

/// <summary>Something that PostgreSQL holds each row of a table to, or all of them together, beside its <see cref="UniqueKey"/>s and <see cref="ForeignKey"/>s.</summary>
/// <param name="Table">Its OID.</param>
/// <param name="Columns">Whose values decide, as far as the catalog says.</param>
/// <param name="ReadsAll">Any column may decide: an expression, a predicate or the row as a whole.</param>
/// <param name="IsOpaque">It calls a function or an operator that isn't PostgreSQL's own, and may read whatever it likes.</param>
/// <param name="IsUnproven">NOT VALID or NOT ENFORCED: it says nothing of rows that are there.</param>
public sealed record TableConstraint(uint Table, string Name, ConstraintKind Kind, IReadOnlyList<string> Columns, bool ReadsAll = false, bool IsOpaque = false, bool IsUnproven = false);
