namespace CiAnon.Dumps;

/// <summary>
/// Writes a custom archive. Blocks are compressed by their callers' threads into spools and appended in the order of the table of
/// contents, as pg_restore needs it to read from a pipe; whoever finishes a block appends all whose turn it is.
/// </summary>
internal sealed class CustomDumpWriter : DumpWriter
{
    private readonly TocImage _toc;
    private readonly FileStream _target;
    private readonly string _spoolFolder;
    private readonly List<TocEntry> _order;
    private readonly Dictionary<int, (Action Append, Spool? Spool)> _waiting = [];
    private readonly HashSet<Spool> _spools = [];
    private readonly Lock _gate = new();
    private int _next;
    private bool _appending;
    private bool _failed;

    public CustomDumpWriter(
        Dump source, IReadOnlyDictionary<int, SequenceValue> sequences, string path, CompressionChoice choice, string spoolFolder)
        : base(source, sequences, path, choice)
    {
        _spoolFolder = spoolFolder;
        _order = source.Toc.Where(entry => entry.HasData).ToList();
        _toc = TocImage.ForCustom(source.Archive, sequences, choice);
        if (File.Exists(path) || Directory.Exists(path)) throw DumpErrors.TargetExists(path);
        _target = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        _target.Write(_toc.Bytes);
    }

    private int IntSize => Source.Header.IntSize;

    private protected override Stream OpenRows(TocEntry entry)
    {
        var spool = Begin(entry, CustomBlocks.DataBlock);
        return new BlockCompressor(new ChunkWriter(spool, IntSize), Choice, isFile: false, Path, () => Ready(entry, spool));
    }

    private protected override void Copy(TocEntry entry)
    {
        if (Source.Blocks is CustomBlockReader blocks && Source.Header.Compression == Choice.Method)
            Ready(entry, () => blocks.CopyStored(entry, _target), spool: null);
        else
            CopyDecompressed(entry);
    }

    private protected override void WriteLargeObjects(TocEntry entry, IEnumerable<LargeObject> objects)
    {
        var spool = Begin(entry, CustomBlocks.LargeObjectsBlock);
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

    private protected override void Finish()
    {
        AppendThoseWhoseTurnItIs();
        if (_failed || _next < _order.Count) throw new InvalidOperationException("A block is still open or failed.");
        _target.Position = 0;
        _target.Write(_toc.Bytes);
        _target.Flush(flushToDisk: true);
        _target.Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        if (Completed || !disposing) return;
        lock (_gate)
        {
            foreach (var spool in _spools) spool.Dispose();
        }
        _target.Dispose();
        File.Delete(Path);
    }

    private Spool Begin(TocEntry entry, byte type)
    {
        var spool = new Spool(_spoolFolder);
        lock (_gate) _spools.Add(spool);
        spool.Write([type]);
        spool.WriteInt(entry.DumpId, IntSize);
        return spool;
    }

    private void Ready(TocEntry entry, Spool spool)
    {
        spool.Seal();
        Ready(entry, () => spool.CopyTo(_target), spool);
    }

    private void Ready(TocEntry entry, Action append, Spool? spool)
    {
        lock (_gate) _waiting.Add(entry.DumpId, (append, spool));
        AppendThoseWhoseTurnItIs();
    }

    private void AppendThoseWhoseTurnItIs()
    {
        while (true)
        {
            (Action Append, Spool? Spool) block;
            TocEntry entry;
            lock (_gate)
            {
                if (_appending || _failed || _next == _order.Count) return;
                entry = _order[_next];
                if (!_waiting.Remove(entry.DumpId, out block)) return;
                _appending = true;
            }
            var done = false;
            try
            {
                _toc.SetOffset(entry, _target.Position);
                block.Append();
                done = true;
            }
            finally
            {
                block.Spool?.Dispose();
                lock (_gate)
                {
                    if (block.Spool is not null) _spools.Remove(block.Spool);
                    _appending = false;
                    _failed = !done;
                    _next++;
                }
            }
        }
    }
}
