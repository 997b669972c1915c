using System.Buffers;
using CiAnon.Dumps.Compressing;

namespace CiAnon.Dumps.Streams;

/// <summary>Writes to a compressor on another thread, whose stream can't be made of pieces as <see cref="DeflatedPieces"/> can: who writes goes on meanwhile.</summary>
/// <param name="compressor">Disposed at the end.</param>
internal sealed class WriteBehind(Stream compressor) : PieceStream(Piece)
{
    private const int Piece = 1 << 20;

    private Task _writing = Task.CompletedTask;

    private protected override void HandOver(byte[] piece)
    {
        _writing.GetAwaiter().GetResult();
        _writing = CompressionThreads.Run(() =>
        {
            Compress(piece, Piece);
            return true;
        });
    }

    private protected override void End(byte[] piece, int count)
    {
        try
        {
            _writing.GetAwaiter().GetResult();
            Compress(piece, count);
        }
        finally
        {
            compressor.Dispose();
        }
    }

    private void Compress(byte[] piece, int count)
    {
        compressor.Write(piece.AsSpan(0, count));
        ArrayPool<byte>.Shared.Return(piece);
    }
}
