using CiAnon.Dumps.Blocks;
using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Archives;

/// <summary>Reads data blocks of a custom archive. Counterpart: _PrintTocData in pg_backup_custom.c.</summary>
internal sealed class CustomBlockReader(ArchiveBytes archive, ArchiveToc toc) : BlockReader
{
    private readonly Dictionary<int, (long Start, long End)> _blocks = CustomBlocks.Find(archive, toc);

    public override long StoredBytes(TocEntry entry) => _blocks[entry.DumpId].End - _blocks[entry.DumpId].Start;

    public override Stream OpenRows(TocEntry entry)
    {
        var window = Open(entry, CustomBlocks.DataBlock);
        var chunks = new ChunkStream(window, _blocks[entry.DumpId].End, mayBeEmpty: false, window);
        return BlockEncoding.OpenChunks(chunks, window, toc.Header.Compression);
    }

    public override bool TryWriteStored(TocEntry entry, Stream target)
    {
        CopyStored(entry, target);
        return true;
    }

    public override IEnumerable<LargeObject> ReadLargeObjects(TocEntry entry)
    {
        using var window = Open(entry, CustomBlocks.LargeObjectsBlock);
        while (window.ReadInt() is var oid and not 0)
        {
            using var chunks = new ChunkStream(window, end: null, mayBeEmpty: true);
            using var content = BlockEncoding.OpenChunks(chunks, window, toc.Header.Compression);
            yield return new LargeObject(unchecked((uint)oid), content);
            if (!chunks.Ended) throw new InvalidOperationException("The large object before was not read to its end.");
        }
        if (window.Position != _blocks[entry.DumpId].End) throw window.Corrupt("the data does not end where the next begins");
    }

    /// <summary>Copies the block as stored, header included, and checks on the way that every chunk is there.</summary>
    public void CopyStored(TocEntry entry, Stream target)
    {
        var type = entry.IsLargeObjects ? CustomBlocks.LargeObjectsBlock : CustomBlocks.DataBlock;
        using var window = Open(entry, type, target);
        CustomBlocks.SkipBlock(window, type);
        if (window.Position != _blocks[entry.DumpId].End) throw window.Corrupt("the data does not end where the next begins");
        window.FlushCopy();
    }

    private FileWindow Open(TocEntry entry, byte type, Stream? copy = null)
    {
        var window = new FileWindow(archive, _blocks[entry.DumpId].Start, entry.FullName, toc.Header.IntSize, copy);
        try
        {
            if (window.ReadByte() != type || window.ReadInt() != entry.DumpId) throw window.Corrupt("another data block lies at its place");
            return window;
        }
        catch
        {
            window.Dispose();
            throw;
        }
    }
}
