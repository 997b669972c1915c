using CiAnon.Diagnostics;
using CiAnon.Dumps.Streams;
using K4os.Compression.LZ4.Streams;

namespace CiAnon.Dumps.Compressing;

/// <summary>Decompresses frames of lz4, one behind the other as pg_restore takes them; the last must end where its source ends. Source: lz4_Frame_format.md 1.6; compress_lz4.c.</summary>
/// <param name="source">Disposed with the stream.</param>
/// <param name="mayBeEmpty">No byte at all is nothing, not a frame that is cut: the chunks of a large object, which say so themselves where they may not.</param>
internal sealed class Lz4BlockStream(Stream source, bool mayBeEmpty, Func<string, Exception?, CiAnonException> corrupt) : ReadOnlyStream
{
    private readonly CountedStream _counted = new(source);
    private LZ4DecoderStream? _frame;
    private bool _finished;

    public override int Read(Span<byte> buffer)
    {
        if (_finished || buffer.IsEmpty) return 0;
        var count = Decompress(buffer);
        if (count == 0) Finish();
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _frame?.Dispose();
            source.Dispose();
        }
        base.Dispose(disposing);
    }

    private int Decompress(Span<byte> buffer)
    {
        try
        {
            _frame ??= LZ4Stream.Decode(_counted, leaveOpen: true);
            return _frame.Read(buffer);
        }
        catch (EndOfStreamException e)
        {
            throw corrupt("the compressed data ends too early", e);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or InvalidOperationException or NotSupportedException or NotImplementedException)
        {
            throw corrupt("the compressed data is wrong", e);
        }
    }

    // The decoder takes the end of its source before a frame, or within its first bytes, for the end of the data.
    private void Finish()
    {
        _finished = true;
        if (_counted.Read(stackalloc byte[1]) > 0) throw corrupt("bytes follow the compressed data", null);
        if (!_counted.EndsFrame && (_counted.Count > 0 || !mayBeEmpty)) throw corrupt("the compressed data ends too early", null);
    }

    /// <summary>Knows how many bytes were read, and whether the last four are a frame's end mark: zeros, and no checksum is ever behind it here.</summary>
    private sealed class CountedStream(Stream source) : ReadOnlyStream
    {
        private uint _last = uint.MaxValue;

        public long Count { get; private set; }

        public bool EndsFrame => Count > sizeof(uint) && _last == 0;

        public override int Read(Span<byte> buffer)
        {
            var count = source.Read(buffer);
            Count += count;
            foreach (var value in buffer[Math.Max(0, count - sizeof(uint))..count]) _last = _last << 8 | value;
            return count;
        }
    }
}
