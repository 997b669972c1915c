namespace CiAnon.Dumps.Contents;

/// <summary>
/// One entry of the table of contents. Texts are decoded with the archive's encoding; the writer copies the bytes, so nothing is lost
/// where decoding is. Null is what the archive holds as null.
/// </summary>
public sealed record TocEntry
{
    /// <summary>Unique in the archive, positive; names the entry in dependencies and data blocks.</summary>
    public required int DumpId { get; init; }

    /// <summary>Whether pg_dump had rows or large objects to write for it.</summary>
    public required bool HadDumper { get; init; }

    /// <summary>OID of the system catalog that the object is in, 0 when none.</summary>
    public required uint TableOid { get; init; }

    /// <summary>OID of the object in that catalog, 0 when none.</summary>
    public required uint CatalogOid { get; init; }

    /// <summary>The object's name as it is, not quoted; for functions with arguments.</summary>
    public required string Tag { get; init; }

    /// <summary>The kind of entry: TABLE, TABLE DATA, INDEX, COMMENT, BLOBS, ….</summary>
    public required string Desc { get; init; }

    public required TocSection Section { get; init; }

    /// <summary>The SQL that creates the object; may be empty.</summary>
    public required string? Defn { get; init; }

    public required string? DropStmt { get; init; }

    /// <summary>"COPY … FROM stdin;\n" of TABLE DATA, null or empty otherwise.</summary>
    public required string? CopyStmt { get; init; }

    public required string? Namespace { get; init; }

    public required string? Tablespace { get; init; }

    /// <summary>Table access method, since 1.14.</summary>
    public required string? TableAm { get; init; }

    /// <summary>pg_class.relkind, since 1.16; null when none.</summary>
    public required char? RelKind { get; init; }

    public required string? Owner { get; init; }

    public required bool WithOids { get; init; }

    /// <summary>Dump ids; some may not be in the archive.</summary>
    public required IReadOnlyList<int> Dependencies { get; init; }

    /// <summary>Whether the archive holds a data block for it.</summary>
    public required bool HasData { get; init; }

    public bool IsTableData => HasData && Desc == "TABLE DATA";

    public bool IsLargeObjects => HasData && Desc == "BLOBS";

    /// <summary>For messages, like "TABLE DATA public.customers".</summary>
    public string FullName => string.IsNullOrEmpty(Namespace) ? $"{Desc} {Tag}" : $"{Desc} {Namespace}.{Tag}";

    /// <summary>Where the bytes of <see cref="Defn"/> lie in the table of contents.</summary>
    internal Range DefnField { get; init; }

    /// <summary>Where the format's own field (offset or file name) lies in the table of contents.</summary>
    internal Range FormatField { get; init; }

    /// <summary>The rows stand in INSERT statements; <see cref="CopyStmt"/> is the one that they would have.</summary>
    internal bool IsInserts { get; init; }

    /// <summary>Custom: position of the data block, null when not recorded.</summary>
    internal long? Offset { get; init; }

    /// <summary>Directory: name of the data file without compression suffix, null when there is none.</summary>
    internal string? FileName { get; init; }
}
