using System.Buffers;
using System.IO.Compression;

namespace CiAnon.Dumps;

/// <summary>
/// What the caller of <see cref="DumpWriter.OpenBlock"/> writes to: gathers small writes, compresses, and tells when all is written.
/// </summary>
internal sealed class BlockCompressor : WriteOnlyStream
{
    private const int BufferSize = 1 << 16;

    private readonly Stream _target;
    private readonly Stream? _compressor;
    private readonly byte[] _emptyStream;
    private readonly string _path;
    private readonly Action _written;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int _count;
    private bool _empty = true;

    private BlockCompressor(Stream target, Stream? compressor, byte[] emptyStream, string path, Action written)
    {
        _target = target;
        _compressor = compressor;
        _emptyStream = emptyStream;
        _path = path;
        _written = written;
    }

    /// <summary>A zlib stream, or bytes as they are, into a target that is disposed at the end.</summary>
    public static BlockCompressor Zlib(Stream target, Compression compression, int level, string path, Action written) =>
        new(target, compression == Compression.None ? null : new ZLibStream(target, Options(level), leaveOpen: true),
            compression == Compression.None ? [] : [0x78, 0x9c, 3, 0, 0, 0, 0, 1], path, written);

    /// <summary>A gzip member, or bytes as they are.</summary>
    public static BlockCompressor Gzip(Stream target, Compression compression, int level, string path, Action written) =>
        new(target, compression == Compression.None ? null : new GZipStream(target, Options(level), leaveOpen: true),
            compression == Compression.None ? [] : [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0], path, written);

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
                    // .NET's compressors write nothing for nothing, which is no valid stream.
                    if (_empty) _target.Write(_emptyStream);
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
        _empty = false;
        try
        {
            (_compressor ?? _target).Write(bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DumpErrors.NotWritable(_path, e);
        }
    }

    private static ZLibCompressionOptions Options(int level) => new() { CompressionLevel = level };
}
