using SharpCompress.Compressors.Xz;

namespace CiAnon.Dumps.Wrapping;

/// <summary>Decompresses streams of xz one behind the other, with zeros between and behind them in fours. Source: The .xz File Format 1.2.1, section 2.</summary>
/// <param name="source">Disposed with the stream.</param>
internal sealed class XzFileStream(Stream source) : Streams.ReadOnlyStream
{
    private const int PaddingUnit = 4;

    private readonly PeekedStream _source = new(source);
    private XZStream? _stream;
    private bool _finished;

    public override int Read(Span<byte> buffer)
    {
        while (!_finished && !buffer.IsEmpty)
        {
            _stream ??= new XZStream(_source);
            if (_stream.Read(buffer) is > 0 and var count) return count;
            _stream.Dispose();
            _stream = null;
            _finished = !SkipPadding();
        }
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stream?.Dispose();
            source.Dispose();
        }
        base.Dispose(disposing);
    }

    /// <summary>Whether another stream follows.</summary>
    private bool SkipPadding()
    {
        var padding = 0;
        for (; _source.Peek() == 0; padding++) _ = _source.ReadByte();
        return padding % PaddingUnit == 0 ? _source.Peek() >= 0 : throw new InvalidDataException("The padding is no multiple of four bytes.");
    }

    /// <summary>Knows the next byte before it is read, and how many were read; stays open when a reader that took it for its own disposes it.</summary>
    private sealed class PeekedStream(Stream source) : Stream
    {
        private int _next = -1;
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _position;
            set => throw new NotSupportedException();
        }

        public int Peek()
        {
            Span<byte> one = stackalloc byte[1];
            if (_next < 0 && source.Read(one) == 1) _next = one[0];
            return _next;
        }

        public override int Read(Span<byte> buffer)
        {
            if (buffer.IsEmpty) return 0;
            var count = 1;
            if (_next < 0) count = source.Read(buffer);
            else buffer[0] = (byte)_next;
            _next = -1;
            _position += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int ReadByte()
        {
            Span<byte> one = stackalloc byte[1];
            return Read(one) == 1 ? one[0] : -1;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
