using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Spools;

/// <summary>A stream, then the bytes of a seal.</summary>
/// <param name="source">Disposed with the stream.</param>
internal sealed class SealedStream(Stream source, byte[] seal) : ReadOnlyStream
{
    private int _sealed = -1;

    public override int Read(Span<byte> buffer)
    {
        if (_sealed < 0)
        {
            var count = source.Read(buffer);
            if (count > 0 || buffer.IsEmpty) return count;
            _sealed = 0;
        }
        var rest = Math.Min(buffer.Length, seal.Length - _sealed);
        seal.AsSpan(_sealed, rest).CopyTo(buffer);
        _sealed += rest;
        return rest;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) source.Dispose();
        base.Dispose(disposing);
    }
}
