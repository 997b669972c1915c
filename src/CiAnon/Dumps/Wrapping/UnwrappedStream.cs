using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Wrapping;

/// <summary>What a wrapped file holds. Whatever is wrong with the wrapping has its code, and so has more content than a dump of that size would hold.</summary>
/// <param name="source">Disposed with the stream.</param>
/// <param name="maxExpansion">How many times its own size the file may hold.</param>
internal sealed class UnwrappedStream(StoredStream source, Wrapper wrapper, string path, int maxExpansion) : ReadOnlyStream
{
    // Less hurts nobody, whatever it was made of.
    private const long AlwaysAllowed = 8 << 20;

    private readonly Stream _content = wrapper.Open(source);
    private long _count;

    public override int Read(Span<byte> buffer)
    {
        var count = ReadContent(buffer);
        _count += count;
        if (_count > AlwaysAllowed && _count / maxExpansion > source.Count) throw DumpErrors.Expands(path, wrapper.Name, maxExpansion);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _content.Dispose();
        base.Dispose(disposing);
    }

    // Each library has exceptions of its own, and damaged input makes them index beyond their arrays, too.
    private int ReadContent(Span<byte> buffer)
    {
        try
        {
            var count = _content.Read(buffer);
            if (count == 0 && !buffer.IsEmpty && source.ReadByte() >= 0) throw new InvalidDataException("Bytes follow.");
            return count;
        }
        catch (EndOfStreamException)
        {
            throw DumpErrors.Truncated(path, $"what {wrapper.Name} compressed");
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            // The source's own failures are its disk's.
            if (source.Failure is { } failure) throw DumpErrors.Unreadable(path, failure);
            throw DumpErrors.Corrupt(path, $"what {wrapper.Name} compressed", "it is cut, damaged, or something follows it", e);
        }
    }
}
