using System.Security.Cryptography;

namespace CiAnon.Publishing.Encryption;

/// <summary>Copies a stream to another and knows the digest, the length and the first bytes of what went through.</summary>
internal sealed record HashedCopy(string Sha256, long Bytes, byte[] Start)
{
    private const int MostStart = 32;

    public static HashedCopy Of(Stream from, Stream to, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        List<byte> start = [];
        long bytes = 0;
        for (int count; (count = from.Read(buffer)) > 0; bytes += count)
        {
            cancellation.ThrowIfCancellationRequested();
            var part = buffer.AsSpan(0, count);
            hash.AppendData(part);
            to.Write(part);
            if (start.Count < MostStart) start.AddRange(part[..Math.Min(count, MostStart - start.Count)]);
        }
        return new HashedCopy(Convert.ToHexStringLower(hash.GetHashAndReset()), bytes, [.. start]);
    }
}
