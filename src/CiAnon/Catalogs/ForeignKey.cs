namespace CiAnon.Catalogs;

/// <summary>A foreign key; the two column lists pair up by position.</summary>
public sealed record ForeignKey(string Name, Table Table, IReadOnlyList<string> Columns, Table Referenced, IReadOnlyList<string> ReferencedColumns)
{
    /// <summary>What PostgreSQL makes of a partitioned table's key for each of its partitions: the table's own says the same.</summary>
    public bool IsOfPartition { get; init; }

    /// <summary>NOT VALID or NOT ENFORCED: rows may refer to what isn't there.</summary>
    public bool IsUnproven { get; init; }
}
