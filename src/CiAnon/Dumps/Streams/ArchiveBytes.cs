using System.Buffers;
using System.Security.Cryptography;
using CiAnon.Dumps.Compressing;

namespace CiAnon.Dumps.Streams;

/// <summary>Where the bytes of an archive are read from, at any position and by any number of threads.</summary>
/// <param name="path">What errors call it: a file's path, or <see cref="StandardInput.Path"/>.</param>
internal abstract class ArchiveBytes(string path) : IDisposable
{
    private const int DigestBuffer = 1 << 18;

    public string Path { get; } = path;

    public abstract long Length { get; }

    /// <summary>Of the file that they come from, whatever it is wrapped in.</summary>
    public virtual long StoredLength => Length;

    /// <summary>What pg_dump would call the wrapping of the whole file; none for one that it doesn't know.</summary>
    public virtual Compression Wrapping => Compression.None;

    /// <summary>Fills the target as far as is convenient: at least one byte, none at the end alone.</summary>
    public abstract int Read(Span<byte> target, long position);

    /// <summary>Of the file that they come from, in lower-case hex.</summary>
    public virtual string ComputeSha256(CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(DigestBuffer);
        long position = 0;
        for (int count; (count = Read(buffer, position)) > 0; position += count)
        {
            ct.ThrowIfCancellationRequested();
            hash.AppendData(buffer.AsSpan(0, count));
        }
        ArrayPool<byte>.Shared.Return(buffer);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public abstract void Dispose();
}
