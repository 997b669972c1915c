using CiAnon.Dumps.Blocks;
using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Spools;

namespace CiAnon.Dumps.Archives;

/// <summary>Writes a custom archive. Counterpart: pg_backup_custom.c.</summary>
internal sealed class CustomDumpWriter : FileDumpWriter
{
    private readonly TocImage _toc;

    public CustomDumpWriter(
        Dump source, IReadOnlyDictionary<int, SequenceValue> sequences, string path, CompressionChoice choice, string spoolFolder)
        : base(source, sequences, path, choice, spoolFolder)
    {
        _toc = TocImage.ForCustom(source.Archive, sequences, choice);
        Target.Write(_toc.Bytes);
    }

    private int IntSize => Source.Header.IntSize;

    private protected override Stream OpenRows(TocEntry entry)
    {
        var spool = NewSpool(entry, CustomBlocks.DataBlock);
        return new BlockCompressor(new ChunkWriter(spool, IntSize), Choice, isFile: false, Path, () => Ready(entry, spool));
    }

    private protected override void Copy(TocEntry entry)
    {
        if (Source.Blocks is CustomBlockReader blocks && Source.Header.Compression == Choice.Method)
            Ready(entry, () => blocks.CopyStored(entry, Target), spool: null);
        else
            CopyDecompressed(entry);
    }

    private protected override void WriteLargeObjects(TocEntry entry, IEnumerable<LargeObject> objects)
    {
        var spool = NewSpool(entry, CustomBlocks.LargeObjectsBlock);
        foreach (var (oid, content) in objects)
        {
            // pg_dump writes the unsigned OID through a signed int.
            spool.WriteInt(unchecked((int)oid), IntSize);
            using var target = new BlockCompressor(new ChunkWriter(spool, IntSize), Choice, isFile: false, Path, () => { });
            content.CopyTo(target, 1 << 17);
        }
        spool.WriteInt(0, IntSize);
        Ready(entry, spool);
    }

    private protected override void Begin(TocEntry entry) => _toc.SetOffset(entry, Target.Position);

    private protected override void End()
    {
        Target.Position = 0;
        Target.Write(_toc.Bytes);
    }

    private Spool NewSpool(TocEntry entry, byte type)
    {
        var spool = NewSpool();
        spool.Write([type]);
        spool.WriteInt(entry.DumpId, IntSize);
        return spool;
    }

    private void Ready(TocEntry entry, Spool spool)
    {
        spool.Seal();
        Ready(entry, () => spool.WriteTo(Target), spool);
    }
}
