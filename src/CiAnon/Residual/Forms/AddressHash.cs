using System.Buffers;
using System.Security.Cryptography;

namespace CiAnon.Residual.Forms;

/// <summary>
/// Hashes of e-mail addresses without a key: a list of addresses undoes them. The first 16 bytes of each stand for all of it.
/// </summary>
internal static class AddressHash
{
    /// <summary>Bytes of a hash that are compared.</summary>
    public const int Bytes = 16;

    /// <summary>Hexadecimal digits of the shortest.</summary>
    public const int FewestDigits = 32;

    // A hash that was printed as bytes or as a number has an x or 0x before it.
    private const int MostDigits = 64 + 2;

    public static IReadOnlyList<OriginalForm> All { get; } = [OriginalForm.Md5, OriginalForm.Sha1, OriginalForm.Sha256];

    /// <summary>The hash that is written with so many hexadecimal digits.</summary>
    public static OriginalForm? Of(int digits) => digits switch
    {
        32 => OriginalForm.Md5,
        40 => OriginalForm.Sha1,
        64 => OriginalForm.Sha256,
        _ => null,
    };

    public static void Of(ReadOnlySpan<byte> address, OriginalForm form, Span<byte> first)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        // Weak hashes are what others stored, and what is looked for.
#pragma warning disable CA5350, CA5351
        _ = form switch
        {
            OriginalForm.Md5 => MD5.HashData(address, hash),
            OriginalForm.Sha1 => SHA1.HashData(address, hash),
            _ => SHA256.HashData(address, hash),
        };
#pragma warning restore CA5350, CA5351
        hash[..Bytes].CopyTo(first);
    }

    /// <summary>The hash that a word is, by its length and digits; null for other words.</summary>
    /// <param name="first">Its first 16 bytes.</param>
    public static OriginalForm? TryRead(ReadOnlySpan<byte> word, Span<byte> first)
    {
        if (word.Length is < FewestDigits or > MostDigits) return null;
        if (word[0] == 'x') word = word[1..];
        else if (word.StartsWith("0x"u8)) word = word[2..];
        if (Of(word.Length) is not { } form) return null;
        return Convert.FromHexString(word[..(2 * Bytes)], first, out _, out _) == OperationStatus.Done ? form : null;
    }
}
