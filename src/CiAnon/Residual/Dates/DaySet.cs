using System.Numerics;

namespace CiAnon.Residual.Dates;

/// <summary>A bit for each day, in pages of eleven years: exact, at most 10 KB, and nothing for years that no day is of. Adding is safe for several threads.</summary>
internal sealed class DaySet
{
    private const int Bits = 64;
    private const int Page = 64;
    private static readonly int Pages = Day.Count / Bits / Page + 1;

    private ulong[]?[]? _pages;

    public bool IsEmpty => _pages is null;

    /// <summary>False when it was there already.</summary>
    public bool Add(int day)
    {
        ref var bits = ref Own(day / Bits / Page)[day / Bits % Page];
        var bit = 1UL << (day % Bits);
        return (Volatile.Read(ref bits) & bit) == 0 && (Interlocked.Or(ref bits, bit) & bit) == 0;
    }

    public void Add(DaySet other)
    {
        if (other._pages is null || ReferenceEquals(this, other)) return;
        for (var page = 0; page < Pages; page++)
        {
            if (other._pages[page] is not { } theirs) continue;
            var bits = Own(page);
            for (var i = 0; i < bits.Length; i++) bits[i] |= theirs[i];
        }
    }

    public bool Contains(int day) => _pages?[day / Bits / Page] is { } bits && (bits[day / Bits % Page] >> (day % Bits) & 1) != 0;

    public IEnumerable<int> Days()
    {
        for (var i = 0; _pages is { } pages && i < Pages * Page; i++)
        {
            if (pages[i / Page] is not { } bits) continue;
            for (var rest = bits[i % Page]; rest != 0; rest &= rest - 1) yield return i * Bits + BitOperations.TrailingZeroCount(rest);
        }
    }

    private ulong[] Own(int page)
    {
        var pages = Volatile.Read(ref _pages);
        if (pages is null)
        {
            pages = new ulong[]?[Pages];
            pages = Interlocked.CompareExchange(ref _pages, pages, null) ?? pages;
        }
        if (Volatile.Read(ref pages[page]) is { } bits) return bits;
        bits = new ulong[Page];
        return Interlocked.CompareExchange(ref pages[page], bits, null) ?? bits;
    }
}
