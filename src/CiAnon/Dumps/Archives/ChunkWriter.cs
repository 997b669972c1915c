using System.Buffers;
using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Archives;

/// <summary>Cuts bytes into the chunks of a custom archive; disposing writes the chunk of length 0 that ends them.</summary>
internal sealed class ChunkWriter(Stream target, int intSize) : WriteOnlyStream
{
    // Readers of every version take any size.
    private const int ChunkSize = 1 << 15;

    private byte[] _chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
    private int _count;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var count = Math.Min(buffer.Length, ChunkSize - _count);
            buffer[..count].CopyTo(_chunk.AsSpan(_count));
            _count += count;
            buffer = buffer[count..];
            if (_count == ChunkSize) WriteChunk();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _chunk.Length > 0)
        {
            WriteChunk();
            target.WriteInt(0, intSize);
            ArrayPool<byte>.Shared.Return(_chunk);
            _chunk = [];
        }
        base.Dispose(disposing);
    }

    private void WriteChunk()
    {
        if (_count == 0) return;
        target.WriteInt(_count, intSize);
        target.Write(_chunk, 0, _count);
        _count = 0;
    }
}
