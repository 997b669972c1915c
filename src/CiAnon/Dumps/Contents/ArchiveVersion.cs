namespace CiAnon.Dumps.Contents;

/// <summary>Archive versions that changed what is read here; docs/pg-format.md has the whole list.</summary>
internal static class ArchiveVersion
{
    /// <summary>PostgreSQL 9.0 to 10.2.</summary>
    public static readonly Version Oldest = new(1, 12);

    /// <summary>PostgreSQL 12: table access methods.</summary>
    public static readonly Version TableAm = new(1, 14);

    /// <summary>PostgreSQL 16: the header names the compression algorithm.</summary>
    public static readonly Version CompressionAlgorithm = new(1, 15);

    /// <summary>PostgreSQL 17: relkind, several BLOBS entries.</summary>
    public static readonly Version RelKind = new(1, 16);

    public static readonly Version Newest = RelKind;
}
