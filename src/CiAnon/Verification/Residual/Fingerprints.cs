using System.Buffers.Binary;
using System.Runtime.InteropServices;
using CiAnon.Keys;

namespace CiAnon.Verification.Residual;

/// <summary>
/// SipHash-2-4 with 128 bits, under a key of the run: without it a fingerprint in memory can't be tried against a list of guesses.
/// Only 69 bits are kept, all 128 confirm a hit. Hashing is no bottleneck: only what passes <see cref="PrefixFilter"/> is hashed.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Fingerprints(DomainKey key)
{
    private readonly SipHash _hash = new(key.Hash);

    public UInt128 Of(ReadOnlySpan<byte> folded) => _hash.Hash(folded);

    // The last byte keeps the three families apart: no folded text holds bytes below '0'.
    public UInt128 Of(DigitNumber number)
    {
        Span<byte> bytes = stackalloc byte[9];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, number.Value);
        bytes[8] = 1;
        return _hash.Hash(bytes);
    }

    public UInt128 Of(UInt128 address)
    {
        Span<byte> bytes = stackalloc byte[17];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, address);
        bytes[16] = 2;
        return _hash.Hash(bytes);
    }

    /// <summary>What <see cref="PrefixFilter"/> takes for the beginning of a number.</summary>
    public static ulong FilterKey(DigitNumber number) => number.Value ^ 0x5bd1e9955bd1e995;

    /// <summary>What <see cref="PrefixFilter"/> takes for the beginning of an address.</summary>
    public static ulong FilterKey(UInt128 address) => (ulong)address ^ (ulong)(address >> 64) * 0x2545f4914f6cdd1d ^ 0x71c9bff24ab1d1e5;
}
