using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Spools;

namespace CiAnon.Dumps.Archives;

/// <summary>
/// Writes an archive that is one file. Blocks are made by their callers' threads in spools and appended in the order of the table of
/// contents, as pg_restore needs it to read from front to back; whoever finishes a block appends all whose turn it is.
/// </summary>
internal abstract class FileDumpWriter : DumpWriter
{
    private readonly List<TocEntry> _order;
    private readonly Dictionary<int, (Action Append, Spool? Spool)> _waiting = [];
    private readonly HashSet<Spool> _spools = [];
    private readonly Lock _gate = new();
    private int _next;
    private bool _appending;
    private bool _failed;

    private protected FileDumpWriter(
        Dump source, IReadOnlyDictionary<int, SequenceValue> sequences, string path, CompressionChoice choice, string spoolFolder)
        : base(source, sequences, path, choice)
    {
        SpoolFolder = spoolFolder;
        _order = source.Toc.Where(entry => entry.HasData).ToList();
        if (File.Exists(path) || Directory.Exists(path)) throw DumpErrors.TargetExists(path);
        Target = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
    }

    private protected FileStream Target { get; }

    private protected string SpoolFolder { get; }

    /// <summary>The next bytes of the target are this entry's block.</summary>
    private protected virtual void Begin(TocEntry entry)
    {
    }

    /// <summary>What comes when all blocks are written.</summary>
    private protected abstract void End();

    private protected Spool NewSpool()
    {
        var spool = new Spool(SpoolFolder);
        lock (_gate) _spools.Add(spool);
        return spool;
    }

    /// <param name="append">Writes the block to the target, when it is its turn.</param>
    /// <param name="spool">Disposed then.</param>
    private protected void Ready(TocEntry entry, Action append, Spool? spool)
    {
        lock (_gate) _waiting.Add(entry.DumpId, (append, spool));
        AppendThoseWhoseTurnItIs();
    }

    private protected sealed override void Finish()
    {
        AppendThoseWhoseTurnItIs();
        if (_failed || _next < _order.Count) throw new InvalidOperationException("A block is still open or failed.");
        End();
        Target.Flush(flushToDisk: true);
        Target.Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        if (Completed || !disposing) return;
        lock (_gate)
        {
            foreach (var spool in _spools) spool.Dispose();
        }
        Target.Dispose();
        File.Delete(Path);
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
                Begin(entry);
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
