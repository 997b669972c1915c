using System.Buffers;

namespace CiAnon.Dumps.Streams;

/// <summary>A file that is on disk, not only in the system's cache, when it is disposed.</summary>
internal sealed class FlushedFile(FileStream file) : WriteOnlyStream
{
    private const int BufferSize = 1 << 16;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int _count;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > _buffer.Length - _count) FlushBuffer();
        if (buffer.Length >= _buffer.Length)
        {
            file.Write(buffer);
            return;
        }
        buffer.CopyTo(_buffer.AsSpan(_count));
        _count += buffer.Length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _buffer.Length > 0)
        {
            try
            {
                FlushBuffer();
                file.Flush(flushToDisk: true);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = [];
                file.Dispose();
            }
        }
        base.Dispose(disposing);
    }

    private void FlushBuffer()
    {
        if (_count > 0) file.Write(_buffer, 0, _count);
        _count = 0;
    }
}
