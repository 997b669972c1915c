namespace CiAnon.Dumps.Streams;

/// <summary>An archive's bytes from their beginning to their end.</summary>
internal sealed class BytesStream(ArchiveBytes bytes, string subject) : ReadOnlyStream
{
    private long _position;

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var count = bytes.Read(buffer, _position);
            _position += count;
            return count > 0 || buffer.IsEmpty || _position == bytes.Length ? count : throw DumpErrors.Truncated(bytes.Path, subject);
        }
        catch (IOException e)
        {
            throw DumpErrors.Unreadable(bytes.Path, e);
        }
    }
}
