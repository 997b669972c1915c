using System.Buffers;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Compressing;

/// <summary>Gathers what is written into pieces of one size; the last may be shorter.</summary>
internal abstract class PieceStream(int size) : WriteOnlyStream
{
    private int _count;
    private byte[]? _bytes = ArrayPool<byte>.Shared.Rent(size);

    public sealed override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (_count == size) HandOver(Release());
            var taken = Math.Min(buffer.Length, size - _count);
            buffer[..taken].CopyTo(_bytes.AsSpan(_count));
            _count += taken;
            buffer = buffer[taken..];
        }
    }

    protected sealed override void Dispose(bool disposing)
    {
        if (disposing && _bytes is { } last)
        {
            _bytes = null;
            End(last, _count);
        }
        base.Dispose(disposing);
    }

    /// <param name="piece">Full; rented, and to be returned when it was used.</param>
    private protected abstract void HandOver(byte[] piece);

    /// <param name="piece">The last; rented, and to be returned when it was used.</param>
    /// <param name="count">Its bytes.</param>
    private protected abstract void End(byte[] piece, int count);

    private byte[] Release()
    {
        var piece = _bytes ?? throw new ObjectDisposedException(GetType().Name);
        (_bytes, _count) = (ArrayPool<byte>.Shared.Rent(size), 0);
        return piece;
    }
}
