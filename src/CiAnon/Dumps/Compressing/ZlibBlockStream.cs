using System.IO.Compression;
using CiAnon.Dumps.Archives;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Compressing;

/// <summary>
/// Decompresses chunks. ZLibStream takes the end of its source for the end of the data, checksum or not, so a cut is recognized by its
/// asking for more: a finished stream does not.
/// </summary>
internal sealed class ZlibBlockStream(ChunkStream chunks, FileWindow window) : ReadOnlyStream
{
    private readonly ZLibStream _zlib = new(chunks, CompressionMode.Decompress);
    private bool _finished;

    public override int Read(Span<byte> buffer)
    {
        if (_finished || buffer.IsEmpty) return 0;
        int count;
        try
        {
            count = _zlib.Read(buffer);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw window.Corrupt("the compressed data or its checksum is wrong", e);
        }
        if (count == 0) Finish();
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _zlib.Dispose();
        base.Dispose(disposing);
    }

    private void Finish()
    {
        _finished = true;
        if (chunks.AskedPastEnd && !chunks.Empty) throw window.Corrupt("the compressed data ends too early");
        if (chunks.SkipRest() > 0) throw window.Corrupt("bytes follow the compressed data");
    }
}
