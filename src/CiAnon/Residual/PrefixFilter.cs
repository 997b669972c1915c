using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace CiAnon.Residual;

/// <summary>
/// Tells in one look at memory that no original begins like this: 64 bits per slot, half of them for beginnings, half for lengths.
/// Collects in 32 MB and shrinks to what the originals need, so that it stays in the processor's cache while texts are scanned.
/// </summary>
internal sealed class PrefixFilter(int mostBits = PrefixFilter.MostBits)
{
    /// <summary>Bytes of a text's beginning that are looked at.</summary>
    public const int Prefix = 8;

    private const int MostBits = 22;

    // 512 KB.
    private const int DigestBits = 17;

    private ulong[] _slots = new ulong[1 << mostBits];
    private int _shift = 64 - mostBits;
    private uint[] _digest = [];
    private int _digestShift;

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

    /// <summary>Adds what another has of the same size; before either shrinks.</summary>
    public void Add(PrefixFilter other)
    {
        for (var i = 0; i < _slots.Length; i++) _slots[i] |= other._slots[i];
    }

    /// <summary>Halves the filter until there are two originals per slot.</summary>
    public void Shrink(long originals)
    {
        var bits = Math.Clamp(BitOperations.Log2((ulong)originals / 2 + 1) + 1, 6, mostBits);
        var merged = mostBits - bits;
        if (merged > 0)
        {
            var slots = new ulong[1 << bits];
            for (var i = 0; i < _slots.Length; i++) slots[i >> merged] |= _slots[i];
            _slots = slots;
            _shift = 64 - bits;
        }
        Digest();
    }

    // The beginnings again, more in a slot, for a first look that never leaves the core's own cache.
    private void Digest()
    {
        var bits = Math.Min(64 - _shift, DigestBits);
        _digest = new uint[1 << bits];
        _digestShift = 64 - bits;
        var merged = _slots.Length / _digest.Length;
        for (var i = 0; i < _slots.Length; i++) _digest[i / merged] |= (uint)_slots[i];
    }

    /// <summary>The slot of a beginning, or 0 when no original begins so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Look(ulong key, out ulong mixed)
    {
        mixed = Mix(key);
        var slot = _slots[mixed >> _shift];
        return (slot >> Tag(mixed) & 1) == 0 ? 0 : slot;
    }

    /// <summary>1 when an original may begin so, without a branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int May(ulong key)
    {
        var mixed = Mix(key);
        return (int)(_digest[mixed >> _digestShift] >> Tag(mixed)) & 1;
    }

    /// <summary>The key of the first bytes of a text, fewer than eight.</summary>
    public static ulong Cut(ulong key, int length) => key & ((1UL << (8 * length)) - 1);

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
