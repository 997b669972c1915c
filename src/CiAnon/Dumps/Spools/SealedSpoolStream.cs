using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Spools;

/// <summary>Writes into a spool, a number of whole pages at a time; the last when it is disposed.</summary>
internal sealed class SealedSpoolStream(SealedSpool spool) : WriteOnlyStream
{
    private readonly byte[] _piece = new byte[16 * SealedPages.ClearSize];
    private int _count;
    private bool _isClosed;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var count = Math.Min(buffer.Length, _piece.Length - _count);
            buffer[..count].CopyTo(_piece.AsSpan(_count));
            buffer = buffer[count..];
            _count += count;
            if (_count == _piece.Length) Append();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isClosed)
        {
            _isClosed = true;
            if (_count > 0) Append();
        }
        base.Dispose(disposing);
    }

    private void Append()
    {
        spool.Append(_piece.AsSpan(0, _count));
        _count = 0;
    }
}
