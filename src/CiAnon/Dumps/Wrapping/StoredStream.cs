using System.Security.Cryptography;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Wrapping;

/// <summary>Passes a stream on and keeps its length and digest: those of the file that somebody made, whatever becomes of its bytes.</summary>
/// <param name="start">Bytes that were read of it already.</param>
/// <param name="source">The rest; disposed with the stream.</param>
internal sealed class StoredStream(ReadOnlyMemory<byte> start, Stream source) : ReadOnlyStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private ReadOnlyMemory<byte> _start = start;

    public long Count { get; private set; }

    /// <summary>What kept it from being read; null where nothing did.</summary>
    public IOException? Failure { get; private set; }

    /// <summary>Lower-case hex, of what was read so far; once.</summary>
    public string Sha256() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _start.Length);
        if (count > 0)
        {
            _start.Span[..count].CopyTo(buffer);
            _start = _start[count..];
        }
        else
        {
            count = ReadSource(buffer);
        }
        Count += count;
        _hash.AppendData(buffer[..count]);
        return count;
    }

    private int ReadSource(Span<byte> buffer)
    {
        try
        {
            return source.Read(buffer);
        }
        catch (IOException e)
        {
            Failure = e;
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            source.Dispose();
        }
        base.Dispose(disposing);
    }
}
