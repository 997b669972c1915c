using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace CiAnon.Verification.Residual;

/// <summary>
/// Tells in one look at memory that no original begins like this: 64 bits per slot, half of them for beginnings, half for lengths.
/// Collects in 32 MB and shrinks to what the originals need, so that it stays in the processor's cache while texts are scanned.
/// </summary>
internal sealed class PrefixFilter
{
    /// <summary>Bytes of a text's beginning that are looked at.</summary>
    public const int Prefix = 8;

    private const int MostBits = 22;

    private ulong[] _slots = new ulong[1 << MostBits];
    private int _shift = 64 - MostBits;

    /// <summary>The first eight bytes; of shorter texts all, and zeros.</summary>
    public static ulong KeyOf(ReadOnlySpan<byte> text)
    {
        if (text.Length >= Prefix) return BinaryPrimitives.ReadUInt64LittleEndian(text);
        Span<byte> padded = stackalloc byte[Prefix];
        padded.Clear();
        text.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64LittleEndian(padded);
    }

    /// <summary>Safe for several threads.</summary>
    public void Add(ulong key, int length)
    {
        var mixed = Mix(key);
        var bits = (1UL << Tag(mixed)) | LengthBit(mixed, length);
        ref var slot = ref _slots[mixed >> _shift];
        if ((Volatile.Read(ref slot) & bits) != bits) Interlocked.Or(ref slot, bits);
    }

    /// <summary>Halves the filter until there are two originals per slot.</summary>
    public void Shrink(long originals)
    {
        var bits = Math.Clamp(BitOperations.Log2((ulong)originals / 2 + 1) + 1, 6, MostBits);
        if (64 - bits <= _shift) return;
        var slots = new ulong[1 << bits];
        var merged = _slots.Length / slots.Length;
        for (var i = 0; i < _slots.Length; i++) slots[i / merged] |= _slots[i];
        _slots = slots;
        _shift = 64 - bits;
    }

    /// <summary>The slot of a beginning, or 0 when no original begins so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Look(ulong key, out ulong mixed)
    {
        mixed = Mix(key);
        var slot = _slots[mixed >> _shift];
        return (slot >> Tag(mixed) & 1) == 0 ? 0 : slot;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayHaveLength(ulong slot, ulong mixed, int length) => (slot & LengthBit(mixed, length)) != 0;

    // Two multiplications: the high bits, which choose the slot, depend on every byte.
    private static ulong Mix(ulong key)
    {
        key *= 0x9e3779b97f4a7c15;
        return (key ^ (key >> 32)) * 0xd6e8feb86659fd93;
    }

    private static int Tag(ulong mixed) => (int)(mixed >> 8 & 31);

    private static ulong LengthBit(ulong mixed, int length) => 1UL << (32 + (int)((mixed >> 16) + (ulong)length & 31));
}
