using CiAnon.Dumps.Contents;

namespace CiAnon.Stages.Entries;

/// <summary>What the sandbox does with each kind of TOC entry (<c>desc</c> in pg_dump.c).</summary>
internal static class EntryRoles
{
    // Rows and values: handled by their own stages.
    private static readonly HashSet<string> Data =
        ["TABLE DATA", "SEQUENCE SET", "MATERIALIZED VIEW DATA", "BLOB", "BLOBS", "BLOB COMMENTS", "BLOB METADATA", "LARGE OBJECT", "STATISTICS DATA", "EXTENDED STATISTICS DATA"];

    // They prove nothing about rows, need roles or other servers, or would act on their own; they stay in the artefact.
    private static readonly HashSet<string> OnlyInArtefact =
    [
        "ACL", "ACL LANGUAGE", "DEFAULT ACL", "SECURITY LABEL", "POLICY", "ROW SECURITY", "PUBLICATION", "PUBLICATION TABLE",
        "PUBLICATION TABLES IN SCHEMA", "SUBSCRIPTION", "SUBSCRIPTION TABLE", "EVENT TRIGGER", "USER MAPPING", "DATABASE",
        "DATABASE PROPERTIES", "TABLESPACE", "STATISTICS", "ENCODING", "STDSTRINGS", "SEARCHPATH", "<Init>",
    ];

    public static bool IsSequenceValue(TocEntry entry) => entry.Desc == "SEQUENCE SET";

    public static bool IsRefresh(TocEntry entry) => entry.Desc == "MATERIALIZED VIEW DATA";

    /// <summary>What the planner knows of a table, an index or a statistics object (18 and later): it quotes values.</summary>
    public static bool IsStatistics(TocEntry entry) => entry.Desc is "STATISTICS DATA" or "EXTENDED STATISTICS DATA";

    public static bool IsForSandbox(TocEntry entry) =>
        !string.IsNullOrEmpty(entry.Defn) && !Data.Contains(entry.Desc) && !OnlyInArtefact.Contains(entry.Desc) && !IsForeignComment(entry);

    /// <summary>A plain index makes queries faster and proves nothing.</summary>
    public static bool IsPlainIndex(TocEntry entry) =>
        entry.Desc == "INDEX" && !entry.Defn!.StartsWith("CREATE UNIQUE INDEX", StringComparison.Ordinal);

    // Comments on columns and tables help to recognize personal data; others may name what the sandbox can't have.
    private static bool IsForeignComment(TocEntry entry) =>
        entry.Desc == "COMMENT" && !entry.Tag.StartsWith("COLUMN ", StringComparison.Ordinal) && !entry.Tag.StartsWith("TABLE ", StringComparison.Ordinal) && !entry.Tag.StartsWith("FOREIGN TABLE ", StringComparison.Ordinal);
}
