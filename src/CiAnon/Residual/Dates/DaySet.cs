using System.Numerics;

namespace CiAnon.Residual.Dates;

/// <summary>A bit for each day: exact, and 10 KB whatever it holds; nothing while it is empty. Adding is safe for several threads.</summary>
internal sealed class DaySet
{
    private const int Bits = 64;

    private ulong[]? _bits;

    public bool IsEmpty => _bits is null;

    /// <summary>False when it was there already.</summary>
    public bool Add(int day)
    {
        ref var bits = ref Own()[day / Bits];
        var bit = 1UL << (day % Bits);
        return (Volatile.Read(ref bits) & bit) == 0 && (Interlocked.Or(ref bits, bit) & bit) == 0;
    }

    public void Add(DaySet other)
    {
        if (other._bits is null || ReferenceEquals(this, other)) return;
        var bits = Own();
        for (var i = 0; i < bits.Length; i++) bits[i] |= other._bits[i];
    }

    public bool Contains(int day) => _bits is { } bits && (bits[day / Bits] >> (day % Bits) & 1) != 0;

    public IEnumerable<int> Days()
    {
        for (var i = 0; _bits is { } bits && i < bits.Length; i++)
        {
            for (var rest = bits[i]; rest != 0; rest &= rest - 1) yield return i * Bits + BitOperations.TrailingZeroCount(rest);
        }
    }

    private ulong[] Own()
    {
        if (Volatile.Read(ref _bits) is { } bits) return bits;
        bits = new ulong[Day.Count / Bits + 1];
        return Interlocked.CompareExchange(ref _bits, bits, null) ?? bits;
    }
}
