using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Inserts;

/// <summary>The rows of INSERT statements as the block that COPY would have been written with.</summary>
/// <param name="rows">Disposed with the stream.</param>
internal sealed class InsertRowsStream(InsertParser rows) : ReadOnlyStream
{
    private byte[] _row = [];
    private int _at;
    private int _count;
    private bool _isEnded;

    public override int Read(Span<byte> buffer)
    {
        var total = 0;
        while (total < buffer.Length)
        {
            if (_at == _count && !Next()) break;
            var count = Math.Min(buffer.Length - total, _count - _at);
            _row.AsSpan(_at, count).CopyTo(buffer[total..]);
            _at += count;
            total += count;
        }
        return total;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) rows.Dispose();
        base.Dispose(disposing);
    }

    private bool Next()
    {
        if (_isEnded) return false;
        var row = rows.Next();
        if (row.IsEmpty)
        {
            _isEnded = true;
            row = Dump.RowsEnd;
        }
        if (row.Length > _row.Length) _row = new byte[row.Length * 2];
        row.CopyTo(_row);
        (_at, _count) = (0, row.Length);
        return true;
    }
}
