namespace CiAnon.Dumps;

/// <summary>A part of an archive's bytes. Whoever opened the whole disposes it.</summary>
internal sealed class SliceBytes(ArchiveBytes whole, long start, long length) : ArchiveBytes(whole.Path)
{
    public override long Length => length;

    public override int Read(Span<byte> target, long position) => position >= length
        ? 0
        : whole.Read(target[..(int)Math.Min(target.Length, length - position)], start + position);

    public override void Dispose()
    {
    }
}
