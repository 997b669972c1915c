using System.IO.Compression;
using CiAnon.Diagnostics;
using CiAnon.Dumps.Archives;
using CiAnon.Dumps.Spools;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Compressing;

/// <summary>
/// Decompresses a gzip file. GZipStream takes the end of its source for the end of the data, checksum or not; so a second gzip member
/// with known content is put behind the file, and only a file that is whole lets it be read. The content is held back from the reader.
/// </summary>
internal sealed class GzipFileStream : ReadOnlyStream
{
    private static readonly byte[] Seal = "ci-anon: end of the gzip file..."u8.ToArray();
    private static readonly byte[] SealMember = Compress(Seal);

    private readonly string _subject;
    private readonly string _path;
    private readonly GZipStream _gzip;
    private readonly byte[] _held = new byte[Seal.Length];
    private readonly byte[] _small = new byte[Seal.Length * 2];
    private int _heldCount;
    private bool _finished;

    public GzipFileStream(string path, string subject)
        : this(new PlainFileStream(path), path, subject)
    {
        // GZipStream takes nothing at all for an empty member, which gzip never writes.
        if (FileSize.Of(path) == 0) throw DumpErrors.Truncated(path, subject);
    }

    /// <param name="source">Not empty; disposed with the stream.</param>
    public GzipFileStream(Stream source, string path, string subject)
    {
        _path = path;
        _subject = subject;
        _gzip = new GZipStream(new SealedStream(source, SealMember), CompressionMode.Decompress);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_finished || buffer.IsEmpty) return 0;
        if (buffer.Length > Seal.Length) return ReadInto(buffer);

        // The seal must fit beside at least one byte of data.
        var room = _small.AsSpan(0, Seal.Length + buffer.Length);
        var count = ReadInto(room);
        room[..count].CopyTo(buffer);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _gzip.Dispose();
        base.Dispose(disposing);
    }

    // What was held back comes first, the last bytes are held back anew.
    private int ReadInto(Span<byte> buffer)
    {
        while (true)
        {
            var fresh = Decompress(buffer[_heldCount..]);
            if (fresh == 0)
            {
                _finished = true;
                if (!_held.AsSpan(0, _heldCount).SequenceEqual(Seal)) throw Corrupt("the compressed data ends too early");
                return 0;
            }
            _held.AsSpan(0, _heldCount).CopyTo(buffer);
            var total = _heldCount + fresh;
            _heldCount = Math.Min(total, Seal.Length);
            buffer[(total - _heldCount)..total].CopyTo(_held);
            if (total > _heldCount) return total - _heldCount;
        }
    }

    private int Decompress(Span<byte> buffer)
    {
        try
        {
            return _gzip.Read(buffer);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw Corrupt("the compressed data or its checksum is wrong", e);
        }
    }

    private CiAnonException Corrupt(string what, Exception? cause = null) => DumpErrors.Corrupt(_path, _subject, what, cause);

    private static byte[] Compress(byte[] content)
    {
        using var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.Fastest)) gzip.Write(content);
        return member.ToArray();
    }
}
