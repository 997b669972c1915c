using CiAnon.Dumps.Compressing;

namespace CiAnon.Dumps;

/// <summary>The header of an archive.</summary>
/// <param name="ArchiveVersion">1.12 to 1.16.</param>
/// <param name="IntSize">Bytes of an integer, without its sign byte.</param>
/// <param name="OffsetSize">Bytes of a data offset, without its state byte.</param>
/// <param name="Compression">Of the data blocks.</param>
/// <param name="CompressionLevel">As recorded up to 1.14 (-1: zlib's default); null since 1.15, which records the algorithm only.</param>
/// <param name="Created">Local time of the machine that made the dump, kind unspecified; null when it is not a date.</param>
/// <param name="Database">The dumped database.</param>
/// <param name="ServerVersion">Of the server that was dumped, like "15.4 (Debian 15.4-1)".</param>
/// <param name="DumpVersion">Of pg_dump.</param>
public sealed record DumpHeader(
    Version ArchiveVersion,
    int IntSize,
    int OffsetSize,
    Compression Compression,
    int? CompressionLevel,
    DateTime? Created,
    string? Database,
    string? ServerVersion,
    string? DumpVersion)
{
    /// <summary>15.4 (Debian 15.4-1) → 15; before 10, the first of the two numbers of a major version, and any sandbox is newer. Null when it isn't told.</summary>
    public int? ServerMajor => int.TryParse((ServerVersion ?? "").Split('.', ' ', 'b', 'r', 'd')[0], out var major) ? major : null;
}
