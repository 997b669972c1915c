using System.Buffers;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Compressing;

/// <summary>
/// What the caller of <see cref="DumpWriter.OpenBlock"/> writes to: gathers small writes, compresses, and tells when all is written.
/// </summary>
internal sealed class BlockCompressor : WriteOnlyStream
{
    private const int BufferSize = 1 << 16;

    private readonly Stream _target;
    private readonly CompressionChoice _choice;
    private readonly bool _isFile;
    private readonly string _path;
    private readonly Action _written;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int _count;
    private Stream? _compressor;
    private bool _empty = true;

    /// <param name="target">Disposed at the end.</param>
    /// <param name="isFile">A file of a directory; else the chunks of a custom archive.</param>
    public BlockCompressor(Stream target, CompressionChoice choice, bool isFile, string path, Action written)
    {
        _target = target;
        _choice = choice;
        _isFile = isFile;
        _path = path;
        _written = written;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > _buffer.Length - _count) FlushBuffer();
        if (buffer.Length >= _buffer.Length)
        {
            Compress(buffer);
            return;
        }
        buffer.CopyTo(_buffer.AsSpan(_count));
        _count += buffer.Length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _buffer.Length > 0)
        {
            WriteErrors.Guard(_path, () =>
            {
                try
                {
                    FlushBuffer();
                    _compressor?.Dispose();
                    if (_empty) _target.Write(BlockEncoding.Nothing(_choice.Method, _isFile));
                }
                finally
                {
                    ArrayPool<byte>.Shared.Return(_buffer);
                    _buffer = [];
                    // On a full disk, too: whoever frees it must not find our handles open.
                    _target.Dispose();
                }
                _written();
            });
        }
        base.Dispose(disposing);
    }

    private void FlushBuffer()
    {
        if (_count > 0) Compress(_buffer.AsSpan(0, _count));
        _count = 0;
    }

    private void Compress(ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (_empty) _compressor = BlockEncoding.Compressor(_target, _choice, _isFile);
            _empty = false;
            (_compressor ?? _target).Write(bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DumpErrors.NotWritable(_path, e);
        }
    }
}
