using CiAnon.Dumps.Compressing;

namespace CiAnon.Dumps.Streams;

/// <summary>A part of an archive's bytes.</summary>
/// <param name="isAll">Nobody asks for the rest: size and digest are the whole's, and it is disposed with the part. Else whoever opened it does that.</param>
internal sealed class SliceBytes(ArchiveBytes whole, long start, long length, bool isAll = false) : ArchiveBytes(whole.Path)
{
    public override long Length => length;

    public override long StoredLength => isAll ? whole.StoredLength : length;

    public override Compression Wrapping => isAll ? whole.Wrapping : Compression.None;

    public override string ComputeSha256(CancellationToken ct) => isAll ? whole.ComputeSha256(ct) : base.ComputeSha256(ct);

    public override int Read(Span<byte> target, long position) => position >= length
        ? 0
        : whole.Read(target[..(int)Math.Min(target.Length, length - position)], start + position);

    public override void Dispose()
    {
        if (isAll) whole.Dispose();
    }
}
