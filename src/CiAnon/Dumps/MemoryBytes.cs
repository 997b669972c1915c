namespace CiAnon.Dumps;

/// <summary>An archive that lies in memory alone.</summary>
internal sealed class MemoryBytes(byte[] bytes, string path) : ArchiveBytes(path)
{
    public override long Length => bytes.Length;

    public override int Read(Span<byte> target, long position)
    {
        var rest = bytes.AsSpan((int)Math.Min(position, bytes.Length));
        var count = Math.Min(rest.Length, target.Length);
        rest[..count].CopyTo(target);
        return count;
    }

    public override void Dispose()
    {
    }
}
