using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace CiAnon.Keys;

/// <summary>
/// SipHash-2-4 with 128 bits of output (Aumasson, Bernstein: "SipHash: a fast short-input PRF"; the 128-bit variant is
/// the one of the authors' reference implementation). No allocation.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct SipHash
{
    private readonly ulong _k0;
    private readonly ulong _k1;

    /// <param name="key">16 bytes.</param>
    public SipHash(ReadOnlySpan<byte> key)
    {
        if (key.Length != 16)
            throw new ArgumentException("16 bytes", nameof(key));
        _k0 = BinaryPrimitives.ReadUInt64LittleEndian(key);
        _k1 = BinaryPrimitives.ReadUInt64LittleEndian(key[8..]);
    }

    /// <summary>The reference's 16 output bytes as a little-endian number.</summary>
    public UInt128 Hash(ReadOnlySpan<byte> data)
    {
        var v0 = _k0 ^ 0x736f6d6570736575;
        var v1 = _k1 ^ 0x646f72616e646f6d ^ 0xee;
        var v2 = _k0 ^ 0x6c7967656e657261;
        var v3 = _k1 ^ 0x7465646279746573;
        var last = (ulong)data.Length << 56;

        for (; data.Length >= 8; data = data[8..])
        {
            var word = BinaryPrimitives.ReadUInt64LittleEndian(data);
            v3 ^= word;
            Round(ref v0, ref v1, ref v2, ref v3);
            Round(ref v0, ref v1, ref v2, ref v3);
            v0 ^= word;
        }
        for (var i = data.Length - 1; i >= 0; i--)
            last |= (ulong)data[i] << (8 * i);

        v3 ^= last;
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        v0 ^= last;

        v2 ^= 0xee;
        for (var i = 0; i < 4; i++)
            Round(ref v0, ref v1, ref v2, ref v3);
        var low = v0 ^ v1 ^ v2 ^ v3;

        v1 ^= 0xdd;
        for (var i = 0; i < 4; i++)
            Round(ref v0, ref v1, ref v2, ref v3);
        return new UInt128(v0 ^ v1 ^ v2 ^ v3, low);
    }

    private static void Round(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v0 += v1;
        v1 = BitOperations.RotateLeft(v1, 13) ^ v0;
        v0 = BitOperations.RotateLeft(v0, 32);
        v2 += v3;
        v3 = BitOperations.RotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = BitOperations.RotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = BitOperations.RotateLeft(v1, 17) ^ v2;
        v2 = BitOperations.RotateLeft(v2, 32);
    }
}
