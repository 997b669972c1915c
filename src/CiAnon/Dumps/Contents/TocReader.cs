using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Contents;

/// <summary>Reads header and table of contents. Counterparts: ReadToc, ReadOffset and each format's _ReadExtraToc.</summary>
internal static class TocReader
{
    private const string Subject = "the table of contents";
    private const int OffsetNotSet = 1;
    private const int OffsetSet = 2;
    private const int OffsetNoData = 3;

    public static ArchiveToc Read(ArchiveBytes archive, DumpFormat format)
    {
        using var bytes = new MemoryStream();
        using var window = new FileWindow(archive, 0, Subject, 4, bytes);
        if (window.Length == 0) throw DumpErrors.Empty(archive.Path);

        var header = HeaderReader.Read(window, format);
        var countAt = (int)window.Position;
        var raw = ReadEntries(window, header, format);
        window.FlushCopy();
        if (format != DumpFormat.Custom && window.TryReadByte() >= 0) throw window.Corrupt("bytes follow its end");
        return Decode(window, header, bytes.ToArray(), countAt, raw);
    }

    private static List<RawEntry> ReadEntries(FileWindow window, RawHeader header, DumpFormat format)
    {
        var count = window.ReadLength();
        var entries = new List<RawEntry>();
        for (var i = 0; i < count; i++) entries.Add(ReadEntry(window, header, format));
        return entries;
    }

    private static RawEntry ReadEntry(FileWindow window, RawHeader header, DumpFormat format)
    {
        var entry = new RawEntry
        {
            DumpId = ReadWithin(window, 1, int.MaxValue, "a dump id"),
            HadDumper = ReadWithin(window, 0, 1, "a data flag") == 1,
            TableOid = window.ReadText(),
            CatalogOid = window.ReadText(),
            Tag = window.ReadText(),
            Desc = window.ReadText(),
            Section = (TocSection)ReadWithin(window, (int)TocSection.None, (int)TocSection.PostData, "a section"),
            Defn = window.ReadText(),
            DropStmt = window.ReadText(),
            CopyStmt = window.ReadText(),
            Namespace = window.ReadText(),
            Tablespace = window.ReadText(),
            TableAm = header.Version >= ArchiveVersion.TableAm ? window.ReadText() : new RawText(0, -1),
            RelKind = header.Version >= ArchiveVersion.RelKind ? ReadWithin(window, 0, sbyte.MaxValue, "a relation kind") : 0,
            Owner = window.ReadText(),
            WithOids = window.ReadText(),
            Dependencies = ReadDependencies(window),
        };
        var start = (int)window.Position;
        entry = format == DumpFormat.Custom ? ReadOffset(window, header, entry) : entry with { FileName = window.ReadText() };
        return entry with { FormatField = start..(int)window.Position };
    }

    private static List<RawText> ReadDependencies(FileWindow window)
    {
        var dependencies = new List<RawText>();
        while (window.ReadText() is { IsNull: false } id) dependencies.Add(id);
        return dependencies;
    }

    private static RawEntry ReadOffset(FileWindow window, RawHeader header, RawEntry entry)
    {
        int state = window.ReadByte();
        if (state is < OffsetNotSet or > OffsetNoData) throw window.Corrupt("the state of a data offset is unknown");
        ulong offset = 0;
        for (var i = 0; i < header.OffsetSize; i++) offset |= (ulong)window.ReadByte() << (8 * i);
        if (state == OffsetSet && offset > (ulong)window.Length) throw window.Truncated();
        return entry with { HasData = state != OffsetNoData, Offset = state == OffsetSet ? (long)offset : null };
    }

    private static int ReadWithin(FileWindow window, int min, int max, string what)
    {
        var number = window.ReadInt();
        return number >= min && number <= max ? (int)number : throw window.Corrupt($"{what} is out of range");
    }

    private static ArchiveToc Decode(FileWindow window, RawHeader header, byte[] bytes, int countAt, List<RawEntry> raw)
    {
        var encoding = ArchiveEncoding.Find(bytes, raw);
        var texts = new TextDecoder(bytes, encoding, window);
        var ids = new HashSet<int>();
        var entries = new List<TocEntry>(raw.Count);
        foreach (var entry in raw)
        {
            if (!ids.Add(entry.DumpId)) throw window.Corrupt($"dump id {entry.DumpId} is there twice");
            entries.Add(entry.Decode(texts));
        }
        var decoded = new DumpHeader(header.Version, window.IntSize, header.OffsetSize, header.Compression, header.Level, header.Created,
            texts.Decode(header.Database), texts.Decode(header.ServerVersion), texts.Decode(header.DumpVersion));
        return new ArchiveToc(bytes, header.FormatAt, header.CompressionField, countAt, decoded, encoding, entries);
    }
}
