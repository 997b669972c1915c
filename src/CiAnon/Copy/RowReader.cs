using CiAnon.Strategies;

namespace CiAnon.Copy;

/// <summary>
/// Reads rows in pieces that end with a row end: of a data block, up to the <c>\.</c> that pg_dump writes after the last row, or
/// of <c>COPY … TO STDOUT</c>, which ends with its last row. The buffer begins small, as most tables are, and grows while reads fill it.
/// </summary>
/// <param name="isMarked">The rows end with <c>\.</c>.</param>
/// <param name="isFilled">Pieces are as large as the buffer, for whom each piece costs something, and not as the block has them at hand.</param>
public sealed class RowReader(Stream block, int capacity = RowReader.DefaultCapacity, bool isMarked = true, bool isFilled = false)
{
#if DEBUG
    // Tiny in DEBUG, so that every test crosses the boundaries of the buffer.
    public const int DefaultCapacity = 64;
#else
    public const int DefaultCapacity = 512 * 1024;
#endif

    private const int First = 16 * 1024;

    private byte[] _bytes = new byte[isFilled ? capacity : Math.Min(capacity, First)];
    private int _start;
    private int _end;
    // Of the window: what holds no row end. A long row comes in many reads, and each would be looked through again.
    private int _searched;
    // The last read could have brought more.
    private bool _isShort;
    private bool _finished;

    /// <summary>Bytes of rows returned so far.</summary>
    public long Total { get; private set; }

    /// <summary>The next rows, valid until the next call; empty when there are no more.</summary>
    /// <exception cref="InvalidDataException">The block ends without <c>\.</c>, or goes on after it.</exception>
    public ReadOnlySpan<byte> Next()
    {
        while (!_finished)
        {
            // No span is held while the buffer grows: it would keep the old one alive.
            var lastEnd = LastEnd();
            if (lastEnd < 0)
            {
                _searched = _end - _start;
                if (!Fill()) break;
                continue;
            }

            var window = _bytes.AsSpan(_start, _end - _start);
            _searched = window.Length - lastEnd - 1;
            var rows = window[..(lastEnd + 1)];
            var terminator = isMarked ? Terminator(rows) : -1;
            if (terminator >= 0)
            {
                CheckTail(window[(terminator + 3)..]);
                rows = rows[..terminator];
            }
            _start += lastEnd + 1;
            if (rows.IsEmpty) break;
            Total += rows.Length;
            return rows;
        }
        Growth.Release(ref _bytes);
        return default;
    }

    private int LastEnd()
    {
        var end = _bytes.AsSpan(_start + _searched, _end - _start - _searched).LastIndexOf(CopyText.RowEnd);
        return end < 0 ? -1 : _searched + end;
    }

    private static int Terminator(ReadOnlySpan<byte> rows)
    {
        if (rows.StartsWith("\\.\n"u8)) return 0;
        var before = rows.IndexOf("\n\\.\n"u8);
        return before < 0 ? -1 : before + 1;
    }

    private void CheckTail(ReadOnlySpan<byte> tail)
    {
        if (tail.ContainsAnyExcept(CopyText.RowEnd)) throw new InvalidDataException("rows after the end-of-data mark");
        _finished = true;
        Span<byte> more = stackalloc byte[16];
        int read;
        while ((read = block.Read(more)) > 0)
        {
            if (more[..read].ContainsAnyExcept(CopyText.RowEnd)) throw new InvalidDataException("rows after the end-of-data mark");
        }
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
            _end -= _start;
            _start = 0;
        }
        if (_end == _bytes.Length || (_isShort && _bytes.Length < capacity)) Growth.Grow(ref _bytes, _end + 1);
        var room = _bytes.AsSpan(_end);
        var read = isFilled ? block.ReadAtLeast(room, room.Length, throwOnEndOfStream: false) : block.Read(room);
        if (read == 0)
        {
            if (isMarked) throw new InvalidDataException("the end-of-data mark is missing");
            if (_end > 0) throw new InvalidDataException("the last row has no end");
            _finished = true;
            return false;
        }
        _isShort = read == room.Length;
        _end += read;
        return true;
    }
}
