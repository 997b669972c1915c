using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CiAnon.Dumps.Blocks;
using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Archives;

/// <summary>Writes a directory dump: each block its own file, toc.dat last. Counterpart: pg_backup_directory.c.</summary>
internal sealed class DirectoryDumpWriter : DumpWriter
{
    private readonly ConcurrentBag<string> _files = [];
    private readonly bool _created;

    public DirectoryDumpWriter(Dump source, IReadOnlyDictionary<int, SequenceValue> sequences, string path, CompressionChoice choice)
        : base(source, sequences, path, choice)
    {
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())) throw DumpErrors.TargetExists(path);
        _created = !Directory.Exists(path);
        Directory.CreateDirectory(path);
    }

    private protected override Stream OpenRows(TocEntry entry) => OpenFile(NameOf(entry)!);

    private protected override void Copy(TocEntry entry)
    {
        if (Source.Blocks is not DirectoryBlockReader blocks)
        {
            CopyDecompressed(entry);
            return;
        }
        if (!entry.IsLargeObjects)
        {
            if (BlockEncoding.OfFile(blocks.FileOf(entry)) != Choice.Method) CopyDecompressed(entry);
            else CopyFile(blocks.FileOf(entry), NameOf(entry)!);
            return;
        }
        foreach (var (_, name) in blocks.LargeObjectFiles(entry))
        {
            var file = blocks.FindFile(entry, name);
            if (BlockEncoding.OfFile(file) == Choice.Method) CopyFile(file, name);
            else Recompress(file, name, entry);
        }
        WriteWhole(NameOf(entry)!, File.ReadAllBytes(blocks.FileOf(entry)));
    }

    private protected override void WriteLargeObjects(TocEntry entry, IEnumerable<LargeObject> objects)
    {
        var list = new StringBuilder();
        foreach (var (oid, content) in objects)
        {
            var name = LargeObjectList.NameOf(oid);
            using var target = OpenFile(name);
            content.CopyTo(target, 1 << 17);
            list.Append(CultureInfo.InvariantCulture, $"{oid} {name}\n");
        }
        WriteWhole(NameOf(entry)!, Encoding.ASCII.GetBytes(list.ToString()));
    }

    private protected override void Finish()
    {
        var toc = TocImage.ForDirectory(Source.Archive, Sequences, Choice, NameOf);
        WriteWhole(DirectoryBlockReader.TocName, toc.Bytes);
    }

    protected override void Dispose(bool disposing)
    {
        if (Completed || !disposing) return;
        foreach (var file in _files) File.Delete(file);
        if (_created) Directory.Delete(Path);
    }

    private string? NameOf(TocEntry entry)
    {
        if (!entry.HasData) return null;
        if (!entry.IsLargeObjects) return entry.FileName ?? string.Create(CultureInfo.InvariantCulture, $"{entry.DumpId}.dat");
        var name = Source.Format == DumpFormat.Directory && Source.Header.ArchiveVersion >= ArchiveVersion.RelKind ? entry.FileName : null;
        return name ?? LargeObjectList.NameOf(entry, Source.Header.ArchiveVersion);
    }

    private BlockCompressor OpenFile(string name)
    {
        var file = Create(name + BlockEncoding.Suffix(Choice.Method));
        return new BlockCompressor(new FlushedFile(file), Choice, isFile: true, Path, () => { });
    }

    private void Recompress(string file, string name, TocEntry entry)
    {
        using var source = BlockEncoding.OpenFile(file, entry.FullName, mayBeEmpty: true);
        using var target = OpenFile(name);
        source.CopyTo(target, 1 << 17);
    }

    private void CopyFile(string file, string name)
    {
        using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        using var target = new FlushedFile(Create(name + BlockEncoding.Suffix(Choice.Method)));
        source.CopyTo(target, 1 << 20);
    }

    private void WriteWhole(string name, byte[] content)
    {
        using var target = new FlushedFile(Create(name));
        target.Write(content);
    }

    private FileStream Create(string name)
    {
        var path = System.IO.Path.Combine(Path, name);
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _files.Add(path);
        return file;
    }
}
