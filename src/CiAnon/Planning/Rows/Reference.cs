using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Policies.Rows;

namespace CiAnon.Planning.Rows;

/// <summary>Rows of one table that refer to rows of another: a foreign key, or one that the policy declares.</summary>
/// <param name="IsProven">PostgreSQL creates it over the rows, and finds what is missing.</param>
/// <param name="When">The rows for which it holds; null for all of them.</param>
/// <param name="Position">In the policy; null for the database's own.</param>
public sealed record Reference(
    string Name,
    Table Table,
    IReadOnlyList<string> Columns,
    Table Referenced,
    IReadOnlyList<string> ReferencedColumns,
    bool IsProven,
    ReferenceCase? When = null,
    SourcePosition? Position = null)
{
    public static Reference Of(ForeignKey key) => new(key.Name, key.Table, key.Columns, key.Referenced, key.ReferencedColumns, IsProven: !key.IsUnproven);

    public ForeignKey ToForeignKey() => new(Name, Table, Columns, Referenced, ReferencedColumns) { IsUnproven = true };

    /// <summary>For people: <c>shop.orders (customer_id) → shop.customers (id)</c>.</summary>
    public override string ToString() => $"{Table.FullName} ({string.Join(", ", Columns)}) → {Referenced.FullName} ({string.Join(", ", ReferencedColumns)})";
}
