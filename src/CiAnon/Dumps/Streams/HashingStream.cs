using System.Security.Cryptography;

namespace CiAnon.Dumps.Streams;

/// <summary>Remembers the SHA-256 of what is written, and passes it on where there is somebody to take it.</summary>
/// <param name="target">Stays open.</param>
internal sealed class HashingStream(Stream? target = null) : WriteOnlyStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _hash.AppendData(buffer);
        target?.Write(buffer);
    }

    /// <summary>Of everything that was written.</summary>
    public byte[] Sha256() => _hash.GetHashAndReset();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _hash.Dispose();
        base.Dispose(disposing);
    }
}
