using CiAnon.Diagnostics;

namespace CiAnon.Policies.Rows;

/// <summary>One entry of <c>references:</c>: a foreign key that no constraint of the database states.</summary>
/// <param name="Table">As written; resolved against the catalog by the planner.</param>
/// <param name="Columns">The columns that refer.</param>
/// <param name="To">The table that they refer to, as written.</param>
/// <param name="Key">Its columns; empty for its primary key.</param>
/// <param name="When">Column and value of the rows for which it holds (a polymorphic reference); null for all rows.</param>
public sealed record ReferenceRule(string Table, IReadOnlyList<string> Columns, string To, IReadOnlyList<string> Key, ReferenceCase? When, SourcePosition Position);

/// <summary>The rows whose <paramref name="Column"/> has this value.</summary>
public sealed record ReferenceCase(string Column, string Value, SourcePosition Position);

/// <summary>A glob of <c>exclude:</c>, over <c>schema.table</c>; schema <c>public</c> when none is given.</summary>
public sealed record ExcludedTables(string Glob, SourcePosition Position)
{
    /// <param name="table"><c>schema.table</c>.</param>
    public bool Covers(string table) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(
        Glob.Contains('.', StringComparison.Ordinal) ? Glob : $"public.{Glob}", table, ignoreCase: false);
}
