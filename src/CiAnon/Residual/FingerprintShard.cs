using System.Runtime.InteropServices;

namespace CiAnon.Residual;

/// <summary>
/// A part of the fingerprints: open addressing in memory outside the collected heap, because garbage of growing tables would count
/// against the run's memory until somebody collects it. Grows by a quarter, so that it is never less than two thirds full for long.
/// </summary>
internal sealed unsafe class FingerprintShard : IDisposable
{
    private const int KindBits = 5;
    private const ulong KindMask = (1 << KindBits) - 1;

    private ulong* _entries;
    private int _capacity;

    public int Count { get; private set; }

    public long Bytes => (long)_capacity * sizeof(ulong);

    /// <summary>False when it was there already.</summary>
    public bool Add(ulong fingerprint, int kind)
    {
        if (Count >= _capacity * 7L / 8) Grow();
        if (!Put(Entry(fingerprint, kind))) return false;
        Count++;
        return true;
    }

    /// <summary>The kind it was added with, or -1.</summary>
    public int Find(ulong fingerprint)
    {
        if (_capacity == 0) return -1;
        var wanted = Entry(fingerprint, 0);
        for (var i = Home(wanted); _entries[i] != 0; i = i + 1 == _capacity ? 0 : i + 1)
        {
            if ((_entries[i] & ~KindMask) == wanted) return (int)(_entries[i] & KindMask);
        }
        return -1;
    }

    /// <summary>Drops fingerprints that aren't below the limit.</summary>
    public void Thin(ulong below)
    {
        if (_capacity > 0) Rebuild(_capacity, below);
    }

    /// <summary>Adds what another has.</summary>
    public void Add(FingerprintShard other)
    {
        for (var i = 0; i < other._capacity; i++)
        {
            if (other._entries[i] is not 0 and var entry) Add(entry & ~KindMask, (int)(entry & KindMask));
        }
    }

    public void Dispose()
    {
        NativeMemory.Free(_entries);
        _entries = null;
        _capacity = 0;
        Count = 0;
    }

    private static ulong Entry(ulong fingerprint, int kind)
    {
        // Zero marks an empty place.
        var high = fingerprint & ~KindMask;
        return (high == 0 ? 1UL << KindBits : high) | (uint)kind;
    }

    private long Home(ulong entry) => (long)Math.BigMul((entry >> KindBits) * 0x9e3779b97f4a7c15, (ulong)_capacity, out _);

    private bool Put(ulong entry)
    {
        for (var i = Home(entry); ; i = i + 1 == _capacity ? 0 : i + 1)
        {
            if (_entries[i] == 0)
            {
                _entries[i] = entry;
                return true;
            }
            if ((_entries[i] & ~KindMask) == (entry & ~KindMask)) return false;
        }
    }

    private void Grow() => Rebuild(Math.Max(16, checked(_capacity + _capacity / 4)), ulong.MaxValue);

    private void Rebuild(int capacity, ulong below)
    {
        var old = _entries;
        var oldCapacity = _capacity;
        _entries = (ulong*)NativeMemory.AllocZeroed((nuint)capacity, sizeof(ulong));
        _capacity = capacity;
        Count = 0;
        for (var i = 0; i < oldCapacity; i++)
        {
            if (old[i] == 0 || old[i] >= below) continue;
            Put(old[i]);
            Count++;
        }
        NativeMemory.Free(old);
    }
}
