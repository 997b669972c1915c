using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Blocks;

/// <summary>
/// The rows of a table, which must end with <see cref="Dump.RowsEnd"/>: where nothing is compressed, no checksum tells that rows are
/// missing or that the header's compression is wrong.
/// </summary>
internal sealed class RowsStream(Stream rows, string path, string subject) : ReadOnlyStream
{
    private readonly byte[] _tail = new byte[Dump.RowsEnd.Length];

    public override int Read(Span<byte> buffer)
    {
        var count = rows.Read(buffer);
        if (count >= _tail.Length)
        {
            buffer[(count - _tail.Length)..count].CopyTo(_tail);
        }
        else if (count > 0)
        {
            _tail.AsSpan(count).CopyTo(_tail);
            buffer[..count].CopyTo(_tail.AsSpan(_tail.Length - count));
        }
        else if (!buffer.IsEmpty && !_tail.AsSpan().SequenceEqual(Dump.RowsEnd))
        {
            throw DumpErrors.Truncated(path, subject);
        }
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) rows.Dispose();
        base.Dispose(disposing);
    }
}
