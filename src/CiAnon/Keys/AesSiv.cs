using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace CiAnon.Keys;

/// <summary>
/// AES-SIV (RFC 5297): deterministic authenticated encryption. Equal texts give equal results, and nothing else shows but their length;
/// whatever was changed, or made with another key, is refused. No allocation per text. Safe to call from several threads at once.
/// </summary>
public sealed class AesSiv
{
    /// <summary>Bytes that a result is longer than its text.</summary>
    public const int TagSize = 16;

    private readonly AesBlock _mac;
    private readonly AesBlock _counter;
    private readonly Vector128<byte> _whole;
    private readonly Vector128<byte> _padded;
    private readonly Vector128<byte> _associated;

    /// <param name="key">32, 48 or 64 bytes: the first half authenticates, the second encrypts.</param>
    /// <param name="associated">What is authenticated besides each text, the same for all of them.</param>
    public AesSiv(ReadOnlySpan<byte> key, params byte[][] associated)
    {
        _mac = new AesBlock(key[..(key.Length / 2)]);
        _counter = new AesBlock(key[(key.Length / 2)..]);
        _whole = Double(_mac.Encrypt(Vector128<byte>.Zero));
        _padded = Double(_whole);
        _associated = Cmac(new byte[TagSize], Vector128<byte>.Zero, 0);
        foreach (var part in associated) _associated = Double(_associated) ^ Cmac(part, Vector128<byte>.Zero, part.Length);
    }

    /// <summary>Writes the tag and the encrypted text.</summary>
    /// <param name="result">As long as the text and <see cref="TagSize"/>; may not overlap it.</param>
    public void Encrypt(ReadOnlySpan<byte> text, Span<byte> result)
    {
        var tag = Tag(text);
        tag.CopyTo(result);
        Count(tag, text, result[TagSize..]);
    }

    /// <summary>Writes the text, <see cref="TagSize"/> bytes shorter; false, and nothing, where it isn't what this key made.</summary>
    public bool TryDecrypt(ReadOnlySpan<byte> sealedText, Span<byte> result)
    {
        if (sealedText.Length < TagSize) return false;
        result = result[..(sealedText.Length - TagSize)];
        var tag = Vector128.Create(sealedText[..TagSize]);
        Count(tag, sealedText[TagSize..], result);
        Span<byte> expected = stackalloc byte[TagSize];
        Tag(result).CopyTo(expected);
        if (CryptographicOperations.FixedTimeEquals(expected, sealedText[..TagSize])) return true;
        result.Clear();
        return false;
    }

    // S2V, 2.4: the text's last block is met by what was associated.
    private Vector128<byte> Tag(ReadOnlySpan<byte> text)
    {
        if (text.Length >= TagSize) return Cmac(text, _associated, text.Length - TagSize);
        return Cmac(Padded(text) ^ Double(_associated));
    }

    /// <summary>CMAC (RFC 4493) of a text, sixteen bytes of which, from <paramref name="at"/>, are met by a block.</summary>
    private Vector128<byte> Cmac(ReadOnlySpan<byte> text, Vector128<byte> met, int at)
    {
        Span<byte> block = stackalloc byte[TagSize];
        Span<byte> other = stackalloc byte[TagSize];
        met.CopyTo(other);
        var state = Vector128<byte>.Zero;
        var start = 0;
        for (; text.Length - start > TagSize; start += TagSize) state = _mac.Encrypt(state ^ Met(text.Slice(start, TagSize), start, block, other, text.Length));
        var last = text[start..];
        if (last.Length == TagSize) return _mac.Encrypt(state ^ Met(last, start, block, other, text.Length) ^ _whole);
        block.Clear();
        last.CopyTo(block);
        block[last.Length] = 0x80;
        Meet(block, start, other, text.Length);
        return _mac.Encrypt(state ^ Vector128.Create((ReadOnlySpan<byte>)block) ^ _padded);

        Vector128<byte> Met(ReadOnlySpan<byte> bytes, int from, Span<byte> scratch, ReadOnlySpan<byte> with, int length)
        {
            if (from + TagSize <= at) return Vector128.Create(bytes);
            bytes.CopyTo(scratch);
            Meet(scratch, from, with, length);
            return Vector128.Create((ReadOnlySpan<byte>)scratch);
        }

        void Meet(Span<byte> bytes, int from, ReadOnlySpan<byte> with, int length)
        {
            for (var i = Math.Max(0, at - from); i < TagSize && from + i < length; i++) bytes[i] ^= with[from + i - at];
        }
    }

    private Vector128<byte> Cmac(Vector128<byte> block) => _mac.Encrypt(block ^ _whole);

    // CTR, 2.5: two bits of the counter are cleared, for those who count in words of 32 or 64 bits.
    private void Count(Vector128<byte> tag, ReadOnlySpan<byte> text, Span<byte> result)
    {
        Span<byte> block = stackalloc byte[TagSize];
        tag.CopyTo(block);
        block[8] &= 0x7f;
        block[12] &= 0x7f;
        var counter = BinaryPrimitives.ReadUInt128BigEndian(block);
        for (var start = 0; start < text.Length; start += TagSize)
        {
            BinaryPrimitives.WriteUInt128BigEndian(block, counter++);
            _counter.Encrypt(Vector128.Create((ReadOnlySpan<byte>)block)).CopyTo(block);
            var length = Math.Min(TagSize, text.Length - start);
            for (var i = 0; i < length; i++) result[start + i] = (byte)(text[start + i] ^ block[i]);
        }
    }

    private static Vector128<byte> Padded(ReadOnlySpan<byte> text)
    {
        Span<byte> block = stackalloc byte[TagSize];
        block.Clear();
        text.CopyTo(block);
        block[text.Length] = 0x80;
        return Vector128.Create((ReadOnlySpan<byte>)block);
    }

    private static Vector128<byte> Double(Vector128<byte> block)
    {
        Span<byte> bytes = stackalloc byte[TagSize];
        block.CopyTo(bytes);
        var number = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        BinaryPrimitives.WriteUInt128BigEndian(bytes, (number << 1) ^ (number >> 127 == 0 ? UInt128.Zero : 0x87));
        return Vector128.Create((ReadOnlySpan<byte>)bytes);
    }
}
