using CiAnon.Dumps.Blocks;
using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Archives;

/// <summary>Reads data files of a directory dump. Counterpart: _PrintTocData in pg_backup_directory.c.</summary>
internal sealed class DirectoryBlockReader : BlockReader
{
    public const string TocName = "toc.dat";

    private readonly string _path;
    private readonly ArchiveToc _toc;

    public DirectoryBlockReader(string path, ArchiveToc toc)
    {
        _path = path;
        _toc = toc;
        foreach (var entry in toc.Entries.Where(entry => entry.HasData))
        {
            var file = FindFile(entry, NameOf(entry));
            if (entry.IsLargeObjects && BlockEncoding.OfFile(file) != Compression.None)
                throw DumpErrors.Compression(path, $"has a compressed {Path.GetFileName(file)}; decompress that file");
        }
    }

    public override long StoredBytes(TocEntry entry)
    {
        var bytes = FileSize.Of(FindFile(entry, NameOf(entry)));
        return entry.IsLargeObjects
            ? bytes + LargeObjectFiles(entry).Sum(file => FileSize.Of(FindFile(entry, file.Name)))
            : bytes;
    }

    public override Stream OpenRows(TocEntry entry) => BlockEncoding.OpenFile(FindFile(entry, NameOf(entry)), entry.FullName, mayBeEmpty: false);

    public override bool TryWriteStored(TocEntry entry, Stream target)
    {
        if (entry.IsLargeObjects) return false;
        using var file = new FileStream(FileOf(entry), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        file.CopyTo(target, 1 << 20);
        return true;
    }

    public override IEnumerable<LargeObject> ReadLargeObjects(TocEntry entry)
    {
        foreach (var (oid, name) in LargeObjectFiles(entry))
        {
            using var content = BlockEncoding.OpenFile(FindFile(entry, name), entry.FullName, mayBeEmpty: true);
            yield return new LargeObject(oid, content);
        }
    }

    /// <summary>The file as it lies there, with its suffix; the large objects' list for BLOBS.</summary>
    public string FileOf(TocEntry entry) => FindFile(entry, NameOf(entry));

    /// <summary>The OIDs and files (without compression suffix) that the list of a BLOBS entry names.</summary>
    public List<(uint Oid, string Name)> LargeObjectFiles(TocEntry entry)
    {
        var list = FindFile(entry, NameOf(entry));
        return LargeObjectList.Read(new PlainFileStream(list), _path, entry.FullName, Path.GetFileName(list));
    }

    public string FindFile(TocEntry entry, string name)
    {
        // A name with a path could lead out of the dump.
        if (name is "" or "." or ".." || name.AsSpan().IndexOfAny('/', '\\', '\0') >= 0)
            throw DumpErrors.Corrupt(_path, entry.FullName, "a file name is not a plain name");
        var file = Path.Combine(_path, name);
        foreach (var (suffix, _) in BlockEncoding.Suffixes)
        {
            if (File.Exists(file + suffix)) return file + suffix;
        }
        throw DumpErrors.BlockMissing(_path, entry.FullName, name);
    }

    // Before 1.16 there is one list, and older pg_dumps recorded another name than that of the file.
    private string NameOf(TocEntry entry) =>
        entry.IsLargeObjects && _toc.Header.ArchiveVersion < ArchiveVersion.RelKind ? LargeObjectList.OnlyName : entry.FileName!;
}
