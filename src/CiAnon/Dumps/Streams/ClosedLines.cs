namespace CiAnon.Dumps.Streams;

/// <summary>A stream of lines whose last one ends like all others, whether whoever wrote it ended it or not.</summary>
internal sealed class ClosedLines(Stream inner) : ReadOnlyStream
{
    private bool _isOpen;
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty) return 0;
        var read = inner.Read(buffer);
        if (read > 0)
        {
            _isOpen = buffer[read - 1] != '\n';
            return read;
        }
        _ended = true;
        if (!_isOpen) return 0;
        buffer[0] = (byte)'\n';
        return 1;
    }
}
