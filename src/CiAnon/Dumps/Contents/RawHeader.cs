using CiAnon.Dumps.Compressing;

namespace CiAnon.Dumps.Contents;

/// <summary>A header whose texts are still places in the archive's bytes: their encoding comes later, in the table of contents.</summary>
internal sealed record RawHeader(
    Version Version,
    int OffsetSize,
    int FormatAt,
    Range CompressionField,
    Compression Compression,
    int? Level,
    DateTime? Created,
    RawText Database,
    RawText ServerVersion,
    RawText DumpVersion);
