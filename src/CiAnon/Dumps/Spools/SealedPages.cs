using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CiAnon.Dumps.Spools;

/// <summary>
/// Encrypts and decrypts the pages of one file: AES-256-GCM, the page's number as nonce, its tag behind it. For one thread at a time.
/// </summary>
/// <param name="key">32 bytes that no other file has: a number is never used twice.</param>
internal sealed class SealedPages(byte[] key) : IDisposable
{
    /// <summary>Bytes of a page in clear; the last one may have fewer.</summary>
    public const int ClearSize = 1 << 16;

    public const int TagSize = 16;

    public const int StoredSize = ClearSize + TagSize;

    private const int NonceSize = 12;

    private readonly AesGcm _cipher = new(key, TagSize);

    /// <summary>Room for a page as it is stored.</summary>
    public byte[] Stored { get; } = new byte[StoredSize];

    /// <summary>Room for a page in clear.</summary>
    public byte[] Clear { get; } = new byte[ClearSize];

    /// <param name="page">Its number, from 0.</param>
    /// <param name="clear">At most <see cref="ClearSize"/> bytes.</param>
    /// <param name="stored">Gets as many and the tag.</param>
    public void Seal(long page, ReadOnlySpan<byte> clear, Span<byte> stored)
    {
        Span<byte> nonce = stackalloc byte[NonceSize];
        BinaryPrimitives.WriteInt64LittleEndian(nonce, page);
        _cipher.Encrypt(nonce, clear, stored[..clear.Length], stored[clear.Length..]);
    }

    /// <exception cref="AuthenticationTagMismatchException">It isn't what was sealed as this page.</exception>
    public void Open(long page, ReadOnlySpan<byte> stored, Span<byte> clear)
    {
        Span<byte> nonce = stackalloc byte[NonceSize];
        BinaryPrimitives.WriteInt64LittleEndian(nonce, page);
        _cipher.Decrypt(nonce, stored[..clear.Length], stored[clear.Length..], clear);
    }

    public void Dispose()
    {
        _cipher.Dispose();
        CryptographicOperations.ZeroMemory(Clear);
    }
}
