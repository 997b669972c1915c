using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace CiAnon.Strategies.Secrets;

/// <summary>scrypt (RFC 7914), which .NET lacks. One lane after the other; 128 × cost × block size bytes of memory.</summary>
internal static class Scrypt
{
    private const int WordsOfSalsa = 16;

    /// <param name="cost">N: a power of two above 1.</param>
    /// <param name="blockSize">r.</param>
    /// <param name="lanes">p.</param>
    /// <param name="length">Bytes of the result.</param>
    public static byte[] Hash(byte[] password, byte[] salt, int cost, int blockSize, int lanes, int length)
    {
        var words = 2 * blockSize * WordsOfSalsa;
        var bytes = Rfc2898DeriveBytes.Pbkdf2(password, salt, 1, HashAlgorithmName.SHA256, lanes * words * sizeof(uint));
        var lane = new uint[words];
        for (var i = 0; i < lanes; i++)
        {
            var part = bytes.AsSpan(i * words * sizeof(uint), words * sizeof(uint));
            for (var word = 0; word < words; word++) lane[word] = BinaryPrimitives.ReadUInt32LittleEndian(part[(word * sizeof(uint))..]);
            Mix(lane, cost);
            for (var word = 0; word < words; word++) BinaryPrimitives.WriteUInt32LittleEndian(part[(word * sizeof(uint))..], lane[word]);
        }
        return Rfc2898DeriveBytes.Pbkdf2(password, bytes, 1, HashAlgorithmName.SHA256, length);
    }

    // scryptROMix.
    private static void Mix(Span<uint> lane, int cost)
    {
        var seen = new uint[cost * lane.Length];
        var other = new uint[lane.Length];
        for (var i = 0; i < cost; i++)
        {
            lane.CopyTo(seen.AsSpan(i * lane.Length));
            MixBlocks(lane, other);
        }
        for (var i = 0; i < cost; i++)
        {
            var place = (int)(lane[^WordsOfSalsa] & (uint)(cost - 1));
            Xor(lane, seen.AsSpan(place * lane.Length, lane.Length));
            MixBlocks(lane, other);
        }
    }

    // scryptBlockMix: even blocks come first.
    private static void MixBlocks(Span<uint> lane, Span<uint> result)
    {
        Span<uint> block = stackalloc uint[WordsOfSalsa];
        lane[^WordsOfSalsa..].CopyTo(block);
        var blocks = lane.Length / WordsOfSalsa;
        for (var i = 0; i < blocks; i++)
        {
            Xor(block, lane.Slice(i * WordsOfSalsa, WordsOfSalsa));
            Salsa(block);
            block.CopyTo(result[(((i / 2) + ((i & 1) * blocks / 2)) * WordsOfSalsa)..]);
        }
        result.CopyTo(lane);
    }

    // Salsa20/8 core: columns, then rows, four times.
    private static void Salsa(Span<uint> block)
    {
        Span<uint> x = stackalloc uint[WordsOfSalsa];
        block.CopyTo(x);
        for (var round = 0; round < 4; round++)
        {
            Quarter(x, 0, 4, 8, 12);
            Quarter(x, 5, 9, 13, 1);
            Quarter(x, 10, 14, 2, 6);
            Quarter(x, 15, 3, 7, 11);
            Quarter(x, 0, 1, 2, 3);
            Quarter(x, 5, 6, 7, 4);
            Quarter(x, 10, 11, 8, 9);
            Quarter(x, 15, 12, 13, 14);
        }
        for (var i = 0; i < WordsOfSalsa; i++) block[i] += x[i];
    }

    private static void Quarter(Span<uint> x, int a, int b, int c, int d)
    {
        x[b] ^= BitOperations.RotateLeft(x[a] + x[d], 7);
        x[c] ^= BitOperations.RotateLeft(x[b] + x[a], 9);
        x[d] ^= BitOperations.RotateLeft(x[c] + x[b], 13);
        x[a] ^= BitOperations.RotateLeft(x[d] + x[c], 18);
    }

    private static void Xor(Span<uint> one, ReadOnlySpan<uint> other)
    {
        for (var i = 0; i < one.Length; i++) one[i] ^= other[i];
    }
}
