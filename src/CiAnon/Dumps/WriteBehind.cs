using System.Buffers;

namespace CiAnon.Dumps;

/// <summary>Writes to a compressor on another thread, whose stream can't be made of pieces as <see cref="DeflatedPieces"/> can: who writes goes on meanwhile.</summary>
/// <param name="compressor">Disposed at the end.</param>
internal sealed class WriteBehind(Stream compressor) : WriteOnlyStream
{
    private const int Piece = 1 << 20;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Piece);
    private int _count;
    private Task _writing = Task.CompletedTask;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (_count == Piece) HandOver();
            var taken = Math.Min(buffer.Length, Piece - _count);
            buffer[..taken].CopyTo(_bytes.AsSpan(_count));
            _count += taken;
            buffer = buffer[taken..];
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _bytes.Length > 0)
        {
            try
            {
                _writing.GetAwaiter().GetResult();
                compressor.Write(_bytes.AsSpan(0, _count));
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(_bytes);
                _bytes = [];
                compressor.Dispose();
            }
        }
        base.Dispose(disposing);
    }

    private void HandOver()
    {
        _writing.GetAwaiter().GetResult();
        var bytes = _bytes;
        _writing = CompressionThreads.Run(() =>
        {
            compressor.Write(bytes.AsSpan(0, Piece));
            ArrayPool<byte>.Shared.Return(bytes);
            return true;
        });
        _bytes = ArrayPool<byte>.Shared.Rent(Piece);
        _count = 0;
    }
}
