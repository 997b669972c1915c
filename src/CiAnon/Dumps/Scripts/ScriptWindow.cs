using System.Buffers;
using CiAnon.Diagnostics;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Scripts;

/// <summary>Reads a script forward through one pooled buffer, which holds everything from a mark to the cursor.</summary>
/// <param name="bytes">Whoever opened them disposes them.</param>
/// <param name="longest">How many bytes may lie between mark and cursor: no statement of a dump comes near.</param>
internal sealed class ScriptWindow(ArchiveBytes bytes, int longest = 1 << 28) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(1 << 18);
    private long _start;
    private int _mark;
    private int _at;
    private int _end;

    public string Path => bytes.Path;

    /// <summary>Of the cursor.</summary>
    public long Position => _start + _at;

    public long MarkPosition => _start + _mark;

    /// <summary>From mark to cursor.</summary>
    public ReadOnlySpan<byte> Marked => _buffer.AsSpan(_mark.._at);

    /// <summary>What is in the buffer from the cursor on; empty at the end alone.</summary>
    public ReadOnlySpan<byte> Rest => _at < _end || Fill() ? _buffer.AsSpan(_at.._end) : [];

    /// <summary>For messages: the number of the line at a position; reads from the beginning.</summary>
    public long LineAt(long position)
    {
        var chunk = new byte[1 << 16];
        long line = 1;
        for (long at = 0; at < position;)
        {
            var count = bytes.Read(chunk.AsSpan(0, (int)Math.Min(chunk.Length, position - at)), at);
            if (count == 0) break;
            line += chunk.AsSpan(0, count).Count((byte)'\n');
            at += count;
        }
        return line;
    }

    public void Mark() => _mark = _at;

    /// <summary>The byte at the cursor or behind it; -1 beyond the end.</summary>
    public int Peek(int ahead = 0)
    {
        while (_at + ahead >= _end)
        {
            if (!Fill()) return -1;
        }
        return _buffer[_at + ahead];
    }

    public void Advance(int count) => _at += count;

    /// <summary>Whether the bytes at the cursor are these.</summary>
    public bool IsAt(ReadOnlySpan<byte> text)
    {
        if (text.Length > 0 && Peek(text.Length - 1) < 0) return false;
        return _buffer.AsSpan(_at, text.Length).SequenceEqual(text);
    }

    /// <summary>Moves behind the next occurrence.</summary>
    /// <returns>False when there is none: the cursor is at the end then.</returns>
    public bool SkipBehind(ReadOnlySpan<byte> text, bool forget = false)
    {
        while (Peek(text.Length - 1) >= 0)
        {
            var found = _buffer.AsSpan(_at.._end).IndexOf(text);
            if (found >= 0)
            {
                _at += found + text.Length;
                return true;
            }
            _at = _end - (text.Length - 1);
            if (forget) _mark = _at;
        }
        _at = _end;
        return false;
    }

    /// <summary>Moves behind the next line end, or to the end.</summary>
    public void SkipLine() => _ = SkipBehind("\n"u8);

    public CiAnonException Truncated(string subject) => DumpErrors.Truncated(bytes.Path, subject);

    public CiAnonException Corrupt(string what) => DumpErrors.Corrupt(bytes.Path, $"line {LineAt(Position)}", what);

    public void Dispose()
    {
        if (_buffer.Length == 0) return;
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private bool Fill()
    {
        if (_mark > 0)
        {
            _buffer.AsSpan(_mark.._end).CopyTo(_buffer);
            _start += _mark;
            _at -= _mark;
            _end -= _mark;
            _mark = 0;
        }
        if (_end == _buffer.Length) Grow();
        try
        {
            var count = bytes.Read(_buffer.AsSpan(_end), _start + _end);
            _end += count;
            return count > 0;
        }
        catch (IOException e)
        {
            throw DumpErrors.Unreadable(bytes.Path, e);
        }
    }

    private void Grow()
    {
        if (_buffer.Length >= longest) throw Corrupt("a statement has no end");
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
