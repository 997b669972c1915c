using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace CiAnon.Verification.Search;

/// <summary>
/// Lets threads that have no table left search rows of those that others still read: of one large table too, every core has its part.
/// </summary>
internal sealed class SharedSearch(int jobs)
{
    // A row longer than that is searched by who read it.
    private const int MostBytes = 1 << 20;

    private readonly Channel<Piece> _pieces = Channel.CreateBounded<Piece>(jobs);
    private readonly ConcurrentBag<byte[]> _buffers = [];
    private int _spare;

    /// <summary>A table that is read now.</summary>
    /// <param name="scan">Of the thread that reads it; what the others find comes to it at the end.</param>
    /// <param name="another">Makes one for another thread.</param>
    public SharedTable Open(TableScan scan, Func<TableScan> another) => new(this, scan, another);

    /// <summary>Searches what others read, until there is nothing more.</summary>
    public void Help(CancellationToken cancellation)
    {
        Interlocked.Increment(ref _spare);
        while (_pieces.Reader.WaitToReadAsync(cancellation).AsTask().GetAwaiter().GetResult()) TryHelp();
        Interlocked.Decrement(ref _spare);
    }

    /// <summary>No table is read any more, or none shall be.</summary>
    public void End() => _pieces.Writer.TryComplete();

    private bool TryHelp()
    {
        if (!_pieces.Reader.TryRead(out var piece)) return false;
        piece.Table.Search(piece);
        _buffers.Add(piece.Buffer);
        return true;
    }

    private bool TryShare(SharedTable table, ReadOnlySpan<byte> rows)
    {
        if (Volatile.Read(ref _spare) == 0 || rows.Length > MostBytes) return false;
        if (!_buffers.TryTake(out var buffer)) buffer = new byte[MostBytes];
        rows.CopyTo(buffer);
        if (_pieces.Writer.TryWrite(new Piece(table, buffer, rows.Length))) return true;
        _buffers.Add(buffer);
        return false;
    }

    internal sealed record Piece(SharedTable Table, byte[] Buffer, int Length);

    /// <summary>The search of one table by one thread or more.</summary>
    internal sealed class SharedTable(SharedSearch shared, TableScan scan, Func<TableScan> another)
    {
        private readonly ConcurrentBag<TableScan> _others = [];
        private readonly object _searched = new();
        private ExceptionDispatchInfo? _failure;
        private int _waiting = 1;

        /// <param name="rows">Whole rows.</param>
        public void Walk(ReadOnlySpan<byte> rows)
        {
            Interlocked.Increment(ref _waiting);
            if (shared.TryShare(this, rows)) return;
            Interlocked.Decrement(ref _waiting);
            scan.Walk(rows);
        }

        /// <summary>Everything was read; returns when everything was searched.</summary>
        public void Close()
        {
            End();
            while (Volatile.Read(ref _waiting) > 0 && shared.TryHelp())
            {
            }
            lock (_searched)
            {
                while (Volatile.Read(ref _waiting) > 0) Monitor.Wait(_searched);
            }
            _failure?.Throw();
            foreach (var other in _others) scan.Join(other);
            scan.End();
        }

        public void Search(Piece piece)
        {
            try
            {
                if (!_others.TryTake(out var other)) other = another();
                other.Walk(piece.Buffer.AsSpan(0, piece.Length));
                _others.Add(other);
            }
            catch (Exception failure)
            {
                _failure = ExceptionDispatchInfo.Capture(failure);
            }
            End();
        }

        private void End()
        {
            if (Interlocked.Decrement(ref _waiting) > 0) return;
            lock (_searched) Monitor.PulseAll(_searched);
        }
    }
}
