namespace CiAnon.Dumps.Contents;

/// <summary>An entry that pg_dump writes along with rows, and that a table of contents without them lacks.</summary>
/// <param name="Desc">TABLE DATA, SEQUENCE SET, MATERIALIZED VIEW DATA, BLOB or BLOBS.</param>
/// <param name="Oid">Of the relation or large object.</param>
/// <param name="Definition">SQL, or empty.</param>
/// <param name="CopyStatement">Of rows, or empty: then it has no data block.</param>
/// <param name="DependsOn">Dump ids.</param>
internal sealed record AddedEntry(
    string Desc, uint Oid, string Schema, string Name, string Owner, string Definition, string CopyStatement, IReadOnlyList<int> DependsOn)
{
    /// <summary>OID of pg_class in every version.</summary>
    public const uint Relations = 1259;

    /// <summary>SQL that <c>pg_restore --clean</c> needs, or empty.</summary>
    public string Drop { get; init; } = "";

    public bool HasData => CopyStatement.Length > 0 || Desc == "BLOBS";

    public TocSection Section => Desc switch
    {
        "MATERIALIZED VIEW DATA" => TocSection.PostData,
        "BLOB" => TocSection.PreData,
        _ => TocSection.Data,
    };
}
