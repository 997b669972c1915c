using CiAnon.Dumps.Blocks;
using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Archives;

/// <summary>Reads the files of a tar archive, which are those of a directory without compression. Counterpart: _PrintTocData in pg_backup_tar.c.</summary>
internal sealed class TarBlockReader : BlockReader
{
    private readonly ArchiveBytes _archive;
    private readonly ArchiveToc _toc;
    private readonly Dictionary<string, (long Start, long Length)> _files;

    private TarBlockReader(ArchiveBytes archive, ArchiveToc toc, Dictionary<string, (long Start, long Length)> files)
    {
        (_archive, _toc, _files) = (archive, toc, files);
        if (toc.Header.Compression != Compression.None) throw DumpErrors.Compression(archive.Path, "is a tar archive that says it is compressed");
        foreach (var entry in toc.Entries.Where(entry => entry.HasData)) _ = Find(entry, NameOf(entry));
    }

    public static (ArchiveToc Toc, TarBlockReader Blocks) Open(ArchiveBytes archive)
    {
        var files = TarIndex.Read(archive);
        if (!files.TryGetValue(DirectoryBlockReader.TocName, out var place)) throw DumpErrors.Tar(archive.Path);
        var toc = TocReader.Read(new SliceBytes(archive, place.Start, place.Length), DumpFormat.Tar);
        return (toc, new TarBlockReader(archive, toc, files));
    }

    public override long StoredBytes(TocEntry entry) => Find(entry, NameOf(entry)).Length
        + (entry.IsLargeObjects ? LargeObjects(entry).Sum(file => Find(entry, file.Name).Length) : 0);

    public override Stream OpenRows(TocEntry entry) => OpenFile(entry, NameOf(entry));

    public override IEnumerable<LargeObject> ReadLargeObjects(TocEntry entry)
    {
        foreach (var (oid, name) in LargeObjects(entry))
        {
            using var content = OpenFile(entry, name);
            yield return new LargeObject(oid, content);
        }
    }

    private List<(uint Oid, string Name)> LargeObjects(TocEntry entry) =>
        LargeObjectList.Read(OpenFile(entry, NameOf(entry)), _archive.Path, entry.FullName, NameOf(entry));

    private BytesStream OpenFile(TocEntry entry, string name)
    {
        var (start, length) = Find(entry, name);
        return new BytesStream(new SliceBytes(_archive, start, length), entry.FullName);
    }

    private (long Start, long Length) Find(TocEntry entry, string name) =>
        _files.TryGetValue(name, out var place) ? place : throw DumpErrors.BlockMissing(_archive.Path, entry.FullName, name);

    // What the entry says of its list of large objects isn't the name that it has.
    private string NameOf(TocEntry entry) =>
        entry.IsLargeObjects ? LargeObjectList.NameOf(entry, _toc.Header.ArchiveVersion) : entry.FileName!;
}
