namespace CiAnon.Catalogs;

/// <summary>A table that can hold rows, or the parent of such tables.</summary>
public sealed record Table(
    uint Oid,
    string Schema,
    string Name,
    TableKind Kind,
    bool IsPartition,
    IReadOnlyList<uint> Parents,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<UniqueKey> UniqueKeys,
    IReadOnlySet<string> PartitionKey)
{
    /// <summary>COMMENT ON TABLE, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>An extension creates it: the dump holds rows of it at most.</summary>
    public bool IsFromExtension { get; init; }

    /// <summary>Of an extension's table: pg_dump writes rows of it, which people added to what the extension ships.</summary>
    public bool IsFilled { get; init; }

    /// <summary>SQL's WHERE for the rows that are the dump's; empty where all of them are. Others an extension's script put there.</summary>
    public string Where { get; init; } = "";

    /// <summary><c>schema.name</c>, for people and reports; not quoted.</summary>
    public string FullName => $"{Schema}.{Name}";

    /// <summary>Quoted for SQL.</summary>
    public string SqlName => $"{Sql.Identifier(Schema)}.{Sql.Identifier(Name)}";

    /// <summary>What comes after FROM, for the rows that are the dump's.</summary>
    public string RowsSql => Where.Length == 0 ? $"ONLY {SqlName}" : $"ONLY {SqlName} {Where}";

    public Column? Find(string column) => Columns.FirstOrDefault(candidate => candidate.Name == column);
}

/// <summary>What <c>pg_class.relkind</c> says.</summary>
public enum TableKind
{
    Ordinary,
    Partitioned,
    Foreign,
}
