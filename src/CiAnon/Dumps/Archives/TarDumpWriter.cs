using System.Globalization;
using System.Text;
using CiAnon.Dumps.Blocks;
using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Spools;

namespace CiAnon.Dumps.Archives;

/// <summary>
/// Writes a tar archive: toc.dat, then a file per block in the order of the table of contents, which is the only one that pg_restore takes.
/// The restore.sql that pg_dump appends for people is left out: no program reads it. Counterpart: pg_backup_tar.c.
/// </summary>
internal sealed class TarDumpWriter : FileDumpWriter
{
    public TarDumpWriter(Dump source, IReadOnlyDictionary<int, SequenceValue> sequences, string path, string spoolFolder)
        : base(source, sequences, path, CompressionChoice.None, spoolFolder)
    {
        var toc = TocImage.ForDirectory(source.Archive, sequences, Choice, NameOf).Bytes;
        Append(Target, DirectoryBlockReader.TocName, toc.Length, target => target.Write(toc));
    }

    private protected override Stream OpenRows(TocEntry entry)
    {
        var spool = NewSpool();
        return new SpoolWriter(spool, Path, () =>
        {
            spool.Seal();
            Ready(entry, () => Append(Target, NameOf(entry)!, spool.Written, spool.WriteTo), spool);
        });
    }

    private protected override void Copy(TocEntry entry)
    {
        if (Source.Format == DumpFormat.Tar && !entry.IsLargeObjects) Ready(entry, () => AppendStored(entry), spool: null);
        else CopyDecompressed(entry);
    }

    private protected override void WriteLargeObjects(TocEntry entry, IEnumerable<LargeObject> objects)
    {
        var spool = NewSpool();
        var list = new StringBuilder();
        foreach (var (oid, content) in objects)
        {
            var name = LargeObjectList.NameOf(oid);
            using var whole = new Spool(SpoolFolder);
            content.CopyTo(whole, 1 << 17);
            whole.Seal();
            Append(spool, name, whole.Written, whole.WriteTo);
            list.Append(CultureInfo.InvariantCulture, $"{oid} {name}\n");
        }
        Append(spool, LargeObjectList.NameOf(entry, Source.Header.ArchiveVersion), list.Length, target => target.Write(Encoding.ASCII.GetBytes(list.ToString())));
        spool.Seal();
        Ready(entry, () => spool.WriteTo(Target), spool);
    }

    private protected override void End() => Target.Write(new byte[2 * TarHeader.Size]);

    private void AppendStored(TocEntry entry)
    {
        using var rows = Source.OpenData(entry);
        Append(Target, NameOf(entry)!, Source.StoredBytes(entry), target => rows.CopyTo(target, 1 << 20));
    }

    private void Append(Stream target, string name, long length, Action<Stream> write)
    {
        target.Write(TarHeader.Make(name, length, Source.Header.Created));
        write(target);
        target.Write(stackalloc byte[TarHeader.Padding(length)]);
    }

    private static string? NameOf(TocEntry entry) => entry.HasData ? string.Create(CultureInfo.InvariantCulture, $"{entry.DumpId}.dat") : null;
}
