using CiAnon.Catalogs;
using CiAnon.Discovery;

namespace CiAnon.Audits;

/// <summary>A column that needs a decision, and all that is known of it.</summary>
/// <param name="Sample">Null when the dump has no rows.</param>
/// <param name="IsConstrained">A CHECK constraint names the column.</param>
/// <param name="IsAboutPeople">The table's name speaks of people.</param>
internal sealed record ColumnCase(Table Table, Column Column, ColumnVerdict Verdict, ColumnSample? Sample, bool IsConstrained, bool IsAboutPeople)
{
    public bool IsUnique => Table.UniqueKeys.Any(key => key.Columns.Contains(Column.Name));
}
