using System.Text;

namespace CiAnon.Dumps.Clusters;

/// <summary>A statement of a cluster's script before its databases, or a block of comment lines.</summary>
/// <param name="Name">Of the role, tablespace or database, as written; empty where there is none.</param>
/// <param name="Start">From the script's beginning.</param>
/// <param name="End">Behind the semicolon, or the block's last line.</param>
/// <param name="Text">As it stands there.</param>
internal sealed record GlobalStatement(GlobalKind Kind, string Name, long Start, long End, byte[] Text)
{
    /// <summary>The same text as an entry of a table of contents, to be searched and allowed as such.</summary>
    public TocEntry AsEntry(ReadOnlySpan<byte> text, Encoding encoding) => new()
    {
        DumpId = 0,
        HadDumper = false,
        TableOid = 0,
        CatalogOid = 0,
        Tag = Name.Length > 0 ? Name : "before its databases",
        Desc = Kind switch
        {
            GlobalKind.Role => "ROLE",
            GlobalKind.Tablespace => "TABLESPACE",
            _ => "CLUSTER",
        },
        Section = TocSection.None,
        Defn = TextDecoder.Decode(text, encoding),
        DropStmt = null,
        CopyStmt = null,
        Namespace = null,
        Tablespace = null,
        TableAm = null,
        RelKind = null,
        Owner = null,
        WithOids = false,
        Dependencies = [],
        HasData = false,
    };
}
