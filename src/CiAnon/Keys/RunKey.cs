using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CiAnon.Keys;

/// <summary>
/// The 256-bit key that every pseudonym of a run depends on. Keys of domains are derived from it with HKDF-SHA256
/// (RFC 5869). Its text is <c>***</c>.
/// </summary>
public sealed class RunKey
{
    private const int Size = 32;

    private readonly byte[] _bytes;

    private RunKey(byte[] bytes, bool isForgotten)
    {
        _bytes = bytes;
        IsForgotten = isForgotten;
        Fingerprint = Convert.ToHexStringLower(Expand("ci-anon fingerprint", 8));
    }

    /// <summary>True when nobody has the key after the run (anonymization); false when it was given (pseudonymization).</summary>
    public bool IsForgotten { get; }

    /// <summary>16 hex digits that tell keys apart and say nothing about them.</summary>
    public string Fingerprint { get; }

    /// <summary>A random key that dies with the process.</summary>
    public static RunKey Forgotten() => new(RandomNumberGenerator.GetBytes(Size), isForgotten: true);

    /// <summary>The base64 of a new random key.</summary>
    public static string NewBase64() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Size));

    /// <summary>The key from base64 of 32 bytes, or null and a phrase that says what is wrong without repeating the text.</summary>
    public static RunKey? FromBase64(string text, out string? problem)
    {
        var bytes = new byte[Size];
        var trimmed = text.AsSpan().Trim();
        if (!Base64.IsValid(trimmed, out var decoded))
        {
            problem = "it is not base64";
            return null;
        }
        if (decoded != Size)
        {
            problem = $"it has {decoded} bytes instead of {Size}";
            return null;
        }
        _ = Convert.TryFromBase64Chars(trimmed, bytes, out _);
        problem = null;
        return new RunKey(bytes, isForgotten: false);
    }

    /// <summary>The key of one domain of pseudonyms; <paramref name="label"/> is strategy and seed, <c>email/customers</c>.</summary>
    public DomainKey Derive(string label) => new(Expand("ci-anon domain " + label, Size));

    public override string ToString() => "***";

    private byte[] Expand(string info, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _bytes, length, info: Encoding.UTF8.GetBytes(info));
}
