using System.Security.Cryptography;
using System.Text;

namespace CiAnon.Keys;

/// <summary>The key of one domain of pseudonyms: 32 bytes derived with HKDF-SHA256 from the run key. Its text is <c>***</c>.</summary>
public sealed class DomainKey
{
    private readonly byte[] _bytes;

    public DomainKey(ReadOnlySpan<byte> bytes) => _bytes = bytes.Length == 32 ? bytes.ToArray() : throw new ArgumentException("32 bytes", nameof(bytes));

    /// <summary>16 bytes for the keyed hash (SipHash).</summary>
    public ReadOnlySpan<byte> Hash => _bytes.AsSpan(0, 16);

    /// <summary>16 bytes for the permutation (AES in FF1).</summary>
    public ReadOnlySpan<byte> Permutation => _bytes.AsSpan(16, 16);

    /// <summary>32 bytes for something else than the two, by its label.</summary>
    public byte[] Expand(string label) => HKDF.Expand(HashAlgorithmName.SHA256, _bytes, 32, Encoding.ASCII.GetBytes("ci-anon " + label));

    public override string ToString() => "***";
}
