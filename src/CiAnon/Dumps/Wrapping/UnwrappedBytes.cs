using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Spools;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Wrapping;

/// <summary>What a wrapped file holds, kept in a spool; size and digest are the file's.</summary>
/// <param name="content">Disposed with them.</param>
internal sealed class UnwrappedBytes(SealedSpool content, Wrapper wrapper, long storedLength, string sha256) : ArchiveBytes(content.Path)
{
    public override long Length => content.Length;

    public override long StoredLength => storedLength;

    public override Compression Wrapping => wrapper.Method;

    public override int Read(Span<byte> target, long position) => content.Read(target, position);

    public override string ComputeSha256(CancellationToken ct) => sha256;

    public override void Dispose() => content.Dispose();
}
