using System.Buffers;
using CiAnon.Diagnostics;

namespace CiAnon.Dumps.Streams;

/// <summary>
/// Reads an archive forward from any position through one pooled buffer: bytes, the archive's integers, spans. What passes can be
/// copied to a second stream. Any end of the file where more is due is a truncated dump.
/// </summary>
internal sealed class FileWindow : IDisposable
{
    private const int LongInt = 8;

    private readonly ArchiveBytes _bytes;
    private readonly Stream? _copy;
    private byte[] _buffer;
    private int _start;
    private int _end;
    private int _copied;
    private long _bufferEnd;

    /// <param name="bytes">Of the archive; whoever opened them disposes them.</param>
    /// <param name="position">Where to start.</param>
    /// <param name="subject">What is read, for errors.</param>
    /// <param name="intSize">Bytes of the archive's integers, 4 or 8.</param>
    /// <param name="copy">Gets every byte that is read or skipped; complete after <see cref="FlushCopy"/>.</param>
    /// <param name="bufferSize">In bytes.</param>
    public FileWindow(ArchiveBytes bytes, long position, string subject, int intSize, Stream? copy = null, int bufferSize = 1 << 18)
    {
        Subject = subject;
        IntSize = intSize;
        _copy = copy;
        _bufferEnd = position;
        _bytes = bytes;
        Length = bytes.Length;
        _buffer = ArrayPool<byte>.Shared.Rent(bufferSize);
    }

    public string Path => _bytes.Path;

    public string Subject { get; }

    public int IntSize { get; set; }

    public long Length { get; }

    public long Position => _bufferEnd - (_end - _start);

    /// <summary>The next byte, or -1 at the end of the file.</summary>
    public int TryReadByte() => _start < _end || Fill() ? _buffer[_start++] : -1;

    public byte ReadByte() => TryReadByte() is var next and >= 0 ? (byte)next : throw Truncated();

    /// <summary>An integer of the archive: sign byte, then <see cref="IntSize"/> bytes, least significant first.</summary>
    public long ReadInt()
    {
        var sign = ReadByte();
        ulong magnitude = 0;
        for (var i = 0; i < IntSize; i++) magnitude |= (ulong)ReadByte() << (8 * i);
        if (sign > 1 || (IntSize == LongInt && magnitude > uint.MaxValue)) throw Corrupt("a number is out of range");
        return sign == 0 ? (long)magnitude : -(long)magnitude;
    }

    /// <summary>The length of what follows, which fits into the file; negative only if <paramref name="nullable"/>.</summary>
    public int ReadLength(bool nullable = false)
    {
        var length = ReadInt();
        if (length > int.MaxValue || (length < 0 && !nullable)) throw Corrupt("a length is out of range");
        if (length > Length - Position) throw Truncated();
        return (int)Math.Max(length, -1);
    }

    /// <summary>At least one byte unless the buffer is empty.</summary>
    public int Read(Span<byte> target)
    {
        if (target.IsEmpty) return 0;
        if (_start == _end && !Fill()) throw Truncated();
        var count = Math.Min(target.Length, _end - _start);
        _buffer.AsSpan(_start, count).CopyTo(target);
        _start += count;
        return count;
    }

    public void Skip(long count)
    {
        if (count > Length - Position) throw Truncated();
        while (count > _end - _start)
        {
            count -= _end - _start;
            _start = _end;
            if (_copy is null)
            {
                _bufferEnd += count;
                return;
            }
            if (!Fill()) throw Truncated();
        }
        _start += (int)count;
    }

    public void FlushCopy()
    {
        _copy?.Write(_buffer, _copied, _start - _copied);
        _copied = _start;
    }

    public CiAnonException Truncated() => DumpErrors.Truncated(Path, Subject);

    public CiAnonException Corrupt(string what, Exception? cause = null) => DumpErrors.Corrupt(Path, Subject, what, cause);

    public void Dispose()
    {
        if (_buffer.Length == 0) return;
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = _end = 0;
    }

    private bool Fill()
    {
        FlushCopy();
        _copied = _start = _end = 0;
        try
        {
            _end = _bytes.Read(_buffer, _bufferEnd);
        }
        catch (IOException e)
        {
            throw DumpErrors.Unreadable(Path, e);
        }
        _bufferEnd += _end;
        return _end > 0;
    }
}
