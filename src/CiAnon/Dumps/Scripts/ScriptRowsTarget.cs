using CiAnon.Dumps.Spools;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Scripts;

/// <summary>Takes rows as a data block has them, and writes them as the script has them: with its line ends and its end mark.</summary>
/// <param name="endMark">Instead of <see cref="Dump.RowsEnd"/>.</param>
internal sealed class ScriptRowsTarget(Spool spool, byte[] endMark, bool hasCarriageReturns, string path, Action written) : WriteOnlyStream
{
    // The last bytes so far may be the end mark.
    private readonly byte[] _held = new byte[Dump.RowsEnd.Length];
    private int _heldCount;
    private bool _isWritten;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            Add(buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DumpErrors.NotWritable(path, e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isWritten)
        {
            _isWritten = true;
            // Without the mark something failed on the way, and says so itself.
            if (_held.AsSpan(0, _heldCount).SequenceEqual(Dump.RowsEnd)) WriteErrors.Guard(path, End);
        }
        base.Dispose(disposing);
    }

    private void End()
    {
        spool.Write(endMark);
        written();
    }

    private void Add(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length >= _held.Length)
        {
            Pass(_held.AsSpan(0, _heldCount));
            Pass(buffer[..^_held.Length]);
            buffer[^_held.Length..].CopyTo(_held);
            _heldCount = _held.Length;
            return;
        }
        var passed = Math.Max(0, _heldCount + buffer.Length - _held.Length);
        Pass(_held.AsSpan(0, passed));
        _held.AsSpan(passed, _heldCount - passed).CopyTo(_held);
        buffer.CopyTo(_held.AsSpan(_heldCount - passed));
        _heldCount += buffer.Length - passed;
    }

    private void Pass(ReadOnlySpan<byte> rows)
    {
        if (!hasCarriageReturns)
        {
            spool.Write(rows);
            return;
        }
        for (var end = rows.IndexOf((byte)'\n'); end >= 0; end = rows.IndexOf((byte)'\n'))
        {
            spool.Write(rows[..end]);
            spool.Write("\r\n"u8);
            rows = rows[(end + 1)..];
        }
        spool.Write(rows);
    }
}
