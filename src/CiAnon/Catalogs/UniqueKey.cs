namespace CiAnon.Catalogs;

/// <summary>A primary key, a unique constraint or a unique index; partial and expression indexes too.</summary>
/// <param name="Columns">The columns whose values must differ, those inside expressions included; not those of a partial index's predicate.</param>
/// <param name="NullsClash">NULLS NOT DISTINCT (since 15): NULL is a value like others.</param>
public sealed record UniqueKey(string Name, bool IsPrimary, bool IsPartial, bool HasExpressions, IReadOnlyList<string> Columns, bool NullsClash = false);
