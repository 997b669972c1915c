using CiAnon.Diagnostics;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Blocks;

/// <summary>How much a data block may hold: so many times what is stored of it, and of one that is stored in little as if that were a mebibyte.</summary>
/// <param name="stored">Bytes on disk.</param>
/// <param name="maxExpansion">How many times as much the block may hold; <see cref="int.MaxValue"/> for no bound.</param>
/// <param name="expands">What to throw where it holds more.</param>
internal sealed class BlockBound(long stored, int maxExpansion, Func<CiAnonException> expands)
{
    private const long Least = 1 << 20;

    private readonly long _stored = Math.Max(stored, Least);
    private long _count;

    public Stream Of(Stream content) => maxExpansion == int.MaxValue ? content : new BoundedStream(content, this);

    private void Add(int count)
    {
        _count += count;
        if (_count / maxExpansion > _stored) throw expands();
    }

    private sealed class BoundedStream(Stream content, BlockBound bound) : ReadOnlyStream
    {
        public override int Read(Span<byte> buffer)
        {
            var count = content.Read(buffer);
            bound.Add(count);
            return count;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) content.Dispose();
            base.Dispose(disposing);
        }
    }
}
