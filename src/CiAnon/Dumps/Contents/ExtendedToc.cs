using System.Globalization;
using System.Text;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Contents;

/// <summary>
/// A table of contents of <c>pg_dump --schema-only -Fc</c> with the entries of rows, large objects and sequences' values added where pg_dump itself has them:
/// behind what comes before data, and refreshes last. Counterpart: WriteToc in pg_backup_archiver.c.
/// </summary>
internal static class ExtendedToc
{
    private const byte OffsetNotSet = 1;
    private const byte OffsetNoData = 3;

    public static ArchiveToc Make(byte[] schema, string path, Func<ArchiveToc, IReadOnlyList<AddedEntry>> entries)
    {
        using var given = new MemoryBytes(path, schema);
        var toc = TocReader.Read(given, DumpFormat.Custom);
        using var extended = new MemoryBytes(path, Extend(toc, entries(toc)));
        return TocReader.Read(extended, DumpFormat.Custom);
    }

    private static byte[] Extend(ArchiveToc toc, IReadOnlyList<AddedEntry> added)
    {
        using var target = new MemoryStream(toc.Bytes.Length);
        target.Write(toc.Bytes.AsSpan(0, toc.CountAt));
        target.WriteInt(toc.Entries.Count + added.Count, toc.Header.IntSize);
        var start = toc.CountAt + 1 + toc.Header.IntSize;
        var firstAfter = toc.Entries.TakeWhile(entry => entry.Section != TocSection.PostData).LastOrDefault();
        var middle = firstAfter?.FormatField.End.Value ?? start;
        target.Write(toc.Bytes.AsSpan(start..middle));
        var id = toc.Entries.Select(entry => entry.DumpId).DefaultIfEmpty(0).Max();
        foreach (var entry in added.Where(entry => entry.Section != TocSection.PostData)) Write(target, toc.Header, entry, ++id);
        target.Write(toc.Bytes.AsSpan(middle));
        // A view may read another: each is refreshed after those before it.
        int? before = null;
        foreach (var entry in added.Where(entry => entry.Section == TocSection.PostData))
        {
            Write(target, toc.Header, before is { } earlier ? entry with { DependsOn = [.. entry.DependsOn, earlier] } : entry, ++id);
            before = id;
        }
        return target.ToArray();
    }

    private static void Write(MemoryStream target, DumpHeader header, AddedEntry entry, int id)
    {
        var size = header.IntSize;
        target.WriteInt(id, size);
        target.WriteInt(entry.HasData ? 1 : 0, size);
        // As in pg_dump: rows are of no catalog, and values of sequences have nothing but their name.
        WriteText(target, size, Number(0));
        WriteText(target, size, Number(entry.Desc == "SEQUENCE SET" ? 0 : entry.Oid));
        WriteText(target, size, entry.Name);
        WriteText(target, size, entry.Desc);
        target.WriteInt((int)entry.Section, size);
        WriteText(target, size, entry.Definition);
        WriteText(target, size, entry.Drop);
        WriteText(target, size, entry.CopyStatement);
        WriteText(target, size, entry.Schema);
        target.WriteInt(-1, size);
        if (header.ArchiveVersion >= ArchiveVersion.TableAm) target.WriteInt(-1, size);
        if (header.ArchiveVersion >= ArchiveVersion.RelKind) target.WriteInt(0, size);
        WriteText(target, size, entry.Owner);
        WriteText(target, size, "false");
        foreach (var other in entry.DependsOn) WriteText(target, size, other.ToString(CultureInfo.InvariantCulture));
        target.WriteInt(-1, size);
        target.WriteByte(entry.HasData ? OffsetNotSet : OffsetNoData);
        target.Write(stackalloc byte[header.OffsetSize]);
    }

    private static void WriteText(MemoryStream target, int intSize, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        target.WriteInt(bytes.Length, intSize);
        target.Write(bytes);
    }

    private static string Number(uint number) => number.ToString(CultureInfo.InvariantCulture);
}
