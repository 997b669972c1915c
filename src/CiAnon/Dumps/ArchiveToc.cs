namespace CiAnon.Dumps;

/// <summary>
/// Header and table of contents as read, and their bytes, so that a writer can copy them word for word and change only what depends on
/// the format.
/// </summary>
/// <param name="Bytes">Header and table of contents, as stored.</param>
/// <param name="FormatAt">Position of the header's format byte.</param>
/// <param name="CompressionField">The header's compression: a byte since 1.15, an integer before.</param>
/// <param name="Header">Decoded.</param>
/// <param name="ClientEncoding">PostgreSQL's name of the encoding of texts and rows.</param>
/// <param name="Entries">In the order of the archive.</param>
internal sealed record ArchiveToc(
    byte[] Bytes,
    int FormatAt,
    Range CompressionField,
    DumpHeader Header,
    string ClientEncoding,
    IReadOnlyList<TocEntry> Entries);
