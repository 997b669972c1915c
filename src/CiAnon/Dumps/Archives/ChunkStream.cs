using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Archives;

/// <summary>The bytes of a custom archive's chunks, up to the chunk of length 0 that ends them.</summary>
/// <param name="window">Stands before the first chunk.</param>
/// <param name="end">Where the terminator must end; null when not known.</param>
/// <param name="mayBeEmpty">pg_dump writes no chunk for an empty large object; rows always have an end mark.</param>
/// <param name="owner">Disposed with the stream.</param>
internal sealed class ChunkStream(FileWindow window, long? end, bool mayBeEmpty, IDisposable? owner = null) : ReadOnlyStream
{
    private long _left;

    public bool Empty { get; private set; } = true;

    public bool Ended { get; private set; }

    /// <summary>Whether someone wanted more than there was: a decompressor does so when its stream is cut.</summary>
    public bool AskedPastEnd { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var total = 0;
        while (total < buffer.Length && !Ended)
        {
            if (_left == 0)
            {
                NextChunk();
                continue;
            }
            var count = window.Read(buffer[total..(int)Math.Min(buffer.Length, total + _left)]);
            total += count;
            _left -= count;
        }
        AskedPastEnd |= total == 0 && buffer.Length > 0;
        return total;
    }

    /// <summary>Goes to the end without looking at the bytes; how many there were.</summary>
    public long SkipRest()
    {
        long skipped = 0;
        while (!Ended)
        {
            window.Skip(_left);
            skipped += _left;
            _left = 0;
            NextChunk();
        }
        return skipped;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) owner?.Dispose();
        base.Dispose(disposing);
    }

    private void NextChunk()
    {
        _left = window.ReadLength();
        if (_left > 0)
        {
            Empty = false;
            return;
        }
        Ended = true;
        if (Empty && !mayBeEmpty) throw window.Corrupt("the data is empty");
        if (end is { } expected && expected != window.Position) throw window.Corrupt("the data does not end where the next begins");
    }
}
