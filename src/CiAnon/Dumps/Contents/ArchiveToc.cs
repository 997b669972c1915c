namespace CiAnon.Dumps.Contents;

/// <summary>
/// Header and table of contents as read, and their bytes, so that a writer can copy them word for word and change only what depends on
/// the format.
/// </summary>
/// <param name="Bytes">Header and table of contents, as stored.</param>
/// <param name="FormatAt">Position of the header's format byte.</param>
/// <param name="CompressionField">The header's compression: a byte since 1.15, an integer before.</param>
/// <param name="CountAt">Position of the number of entries, which lie behind it.</param>
/// <param name="Header">Decoded.</param>
/// <param name="ClientEncoding">PostgreSQL's name of the encoding of texts and rows.</param>
/// <param name="Entries">In the order of the archive.</param>
internal sealed record ArchiveToc(
    byte[] Bytes,
    int FormatAt,
    Range CompressionField,
    int CountAt,
    DumpHeader Header,
    string ClientEncoding,
    IReadOnlyList<TocEntry> Entries)
{
    /// <summary>The same with other definitions, by dump id, in the archive's encoding.</summary>
    public ArchiveToc With(IReadOnlyDictionary<int, byte[]> definitions)
    {
        using var bytes = new MemoryStream(Bytes.Length);
        var encoding = ArchiveEncoding.Of(ClientEncoding);
        var entries = new List<TocEntry>(Entries.Count);
        var done = 0;
        var moved = 0;
        foreach (var entry in Entries)
        {
            var own = entry with { DefnField = Moved(entry.DefnField, moved) };
            if (definitions.TryGetValue(entry.DumpId, out var definition))
            {
                bytes.Write(Bytes.AsSpan(done..(entry.DefnField.Start.Value - 1 - Header.IntSize)));
                bytes.WriteInt(definition.Length, Header.IntSize);
                bytes.Write(definition);
                done = entry.DefnField.End.Value;
                var end = (int)bytes.Length;
                moved = end - done;
                own = entry with { Defn = TextDecoder.Decode(definition, encoding), DefnField = (end - definition.Length)..end };
            }
            entries.Add(own with { FormatField = Moved(entry.FormatField, moved) });
        }
        bytes.Write(Bytes.AsSpan(done));
        return this with { Bytes = bytes.ToArray(), Entries = entries };
    }

    /// <summary>The same without some entries, by dump id.</summary>
    public ArchiveToc Without(IReadOnlySet<int> ids)
    {
        using var bytes = new MemoryStream(Bytes.Length);
        var entries = new List<TocEntry>(Entries.Count);
        bytes.Write(Bytes.AsSpan(0, CountAt));
        bytes.WriteInt(Entries.Count(entry => !ids.Contains(entry.DumpId)), Header.IntSize);
        var done = (int)bytes.Length;
        foreach (var entry in Entries)
        {
            var end = entry.FormatField.End.Value;
            if (!ids.Contains(entry.DumpId))
            {
                var moved = (int)bytes.Length - done;
                bytes.Write(Bytes.AsSpan(done..end));
                entries.Add(entry with { DefnField = Moved(entry.DefnField, moved), FormatField = Moved(entry.FormatField, moved) });
            }
            done = end;
        }
        return this with { Bytes = bytes.ToArray(), Entries = entries };
    }

    // The default stands for a text that is null.
    private static Range Moved(Range field, int by) => field.Equals(default) ? field : (field.Start.Value + by)..(field.End.Value + by);
}
