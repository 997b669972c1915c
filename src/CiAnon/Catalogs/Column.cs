namespace CiAnon.Catalogs;

/// <summary>One column of a table.</summary>
/// <param name="IsIdentity">GENERATED … AS IDENTITY.</param>
/// <param name="IsGenerated">GENERATED ALWAYS AS (expression): computed on restore, never part of a dump's rows.</param>
/// <param name="Comment">COMMENT ON COLUMN, or null.</param>
public sealed record Column(string Name, ColumnType Type, bool NotNull, bool IsIdentity, bool IsGenerated, string? Comment)
{
    /// <summary>What an enum type, a CHECK of the table or one of the column's domain enumerates, in its order; null where none does.</summary>
    public IReadOnlyList<string>? AllowedValues { get; init; }
}
