using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.IO.Compression;

namespace CiAnon.Dumps.Compressing;

/// <summary>
/// One zlib or gzip stream (RFC 1950, 1952) of pieces that other threads compress: each is deflated for itself and ends with a sync flush, on a whole byte, so that
/// they are one stream one behind the other. Where a piece ends depends on the bytes alone: with however many threads they become the same.
/// </summary>
/// <param name="target">Stays open.</param>
internal sealed class DeflatedPieces(Stream target, int level, bool isGzip) : PieceStream(Piece)
{
    /// <summary>Bytes of a piece. What is no longer is a stream as any compressor writes it.</summary>
    public const int Piece = 1 << 19;

    // A block without content, the last one, of fixed codes: RFC 1951, 3.2.6.
    private static ReadOnlySpan<byte> LastBlock => [3, 0];

    private static readonly int MostWaiting = Math.Clamp(Environment.ProcessorCount, 2, 8);

    // Of all blocks: of each its own would be garbage that is collected late.
    private static readonly ConcurrentBag<MemoryStream> Spare = [];

    private readonly Queue<Task<DeflatedPiece>> _waiting = new();
    private readonly ZLibCompressionOptions _options = new() { CompressionLevel = level };
    private long _written;
    private uint _checksum;

    private int HeaderLength => isGzip ? 10 : 2;

    private protected override void HandOver(byte[] piece) => Start(piece, Piece);

    private protected override void End(byte[] piece, int count)
    {
        if (_written == 0 && _waiting.Count == 0) WriteWhole(piece, count);
        else WriteEnd(piece, count);
    }

    private void WriteWhole(byte[] piece, int count)
    {
        using (var compressor = Compressor(target)) compressor.Write(piece.AsSpan(0, count));
        ArrayPool<byte>.Shared.Return(piece);
    }

    private void WriteEnd(byte[] piece, int count)
    {
        Start(piece, count);
        while (_waiting.Count > 0) Take();
        target.Write(LastBlock);
        Span<byte> trailer = stackalloc byte[8];
        if (isGzip)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(trailer, _checksum);
            BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)_written);
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(trailer, _checksum);
        }
        target.Write(trailer[..(isGzip ? 8 : 4)]);
    }

    private void Start(byte[] bytes, int count)
    {
        if (_waiting.Count == MostWaiting) Take();
        var output = Spare.TryTake(out var spare) ? spare : new MemoryStream(Piece);
        _waiting.Enqueue(CompressionThreads.Run(() => Deflate(bytes, count, output)));
    }

    private void Take()
    {
        var piece = _waiting.Dequeue().GetAwaiter().GetResult();
        var bytes = piece.Stream.GetBuffer().AsSpan(0, piece.Length);
        target.Write(_written == 0 ? bytes : bytes[HeaderLength..]);
        _checksum = _written == 0 ? piece.Checksum
            : isGzip ? JoinedChecksum.Crc32(_checksum, piece.Checksum, piece.Count) : JoinedChecksum.Adler32(_checksum, piece.Checksum, piece.Count);
        _written += piece.Count;
        Spare.Add(piece.Stream);
    }

    private DeflatedPiece Deflate(byte[] bytes, int count, MemoryStream output)
    {
        output.SetLength(0);
        int length;
        using (var compressor = Compressor(output))
        {
            compressor.Write(bytes.AsSpan(0, count));
            compressor.Flush();
            length = (int)output.Length;
        }
        ArrayPool<byte>.Shared.Return(bytes);
        // Behind the flush stand the end of its own stream, which isn't taken, and its checksum, which is.
        var trailer = output.GetBuffer().AsSpan(0, (int)output.Length)[^(isGzip ? 8 : 4)..];
        return new DeflatedPiece(output, length, count, isGzip ? BinaryPrimitives.ReadUInt32LittleEndian(trailer) : BinaryPrimitives.ReadUInt32BigEndian(trailer));
    }

    private Stream Compressor(Stream output) => isGzip ? new GZipStream(output, _options, leaveOpen: true) : new ZLibStream(output, _options, leaveOpen: true);

    /// <param name="Length">Bytes of the stream that are the piece, its header included.</param>
    /// <param name="Count">Bytes that were deflated.</param>
    private sealed record DeflatedPiece(MemoryStream Stream, int Length, int Count, uint Checksum);
}
