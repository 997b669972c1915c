namespace CiAnon.Strategies;

/// <summary>The fields of a table's rows, and what masks them.</summary>
/// <param name="Columns">By field.</param>
/// <param name="MaskOf">By column, not bound to a shape yet; null for a column that stays.</param>
public sealed record RowShape(IReadOnlyList<string> Columns, Func<string, Mask?> MaskOf)
{
    public int FieldOf(string column)
    {
        for (var field = 0; field < Columns.Count; field++)
            if (Columns[field] == column) return field;
        throw new ArgumentException("not a column of the rows", nameof(column));
    }
}
