namespace CiAnon.Dumps.Streams;

/// <summary>Bytes that are in memory.</summary>
internal sealed class MemoryBytes(string path, byte[] bytes) : ArchiveBytes(path)
{
    public override long Length => bytes.Length;

    public override int Read(Span<byte> target, long position)
    {
        if (position >= bytes.Length) return 0;
        var count = Math.Min(target.Length, bytes.Length - (int)position);
        bytes.AsSpan((int)position, count).CopyTo(target);
        return count;
    }

    public override void Dispose()
    {
    }
}
