using System.Numerics;

namespace CiAnon.Stages.Selection;

/// <summary>
/// Finds the row that has a key. Keys that lie close together, as integers do, are places in a table of 4 bytes each; of others it holds
/// 4 bytes in a table at most three quarters full. The keys stay where they are.
/// </summary>
internal sealed class KeyIndex
{
    // More places per key than this take more room than looking keys up.
    private const ulong MostPlaces = 3;

    private readonly LongList[] _keys;
    private readonly int[] _bases;
    private readonly int[] _slots;
    private readonly ulong _least;
    private readonly int? _shift;

    /// <param name="blocks">Keys, and the number of the first row; ascending.</param>
    public KeyIndex(IReadOnlyList<(LongList Keys, int Base)> blocks)
    {
        // A partition tree may have a thousand blocks: the one of a row is looked up, among those that have any.
        _keys = [.. blocks.Where(block => block.Keys.Count > 0).Select(block => block.Keys)];
        _bases = [.. blocks.Where(block => block.Keys.Count > 0).Select(block => block.Base)];
        var count = (ulong)_keys.Sum(keys => (long)keys.Count);
        _least = _keys.Select(keys => keys.Least).DefaultIfEmpty().Min();
        var most = _keys.Select(keys => keys.Most).DefaultIfEmpty().Max();
        var isClose = most < _least || most - _least < Math.Min(MostPlaces * count, (ulong)Array.MaxLength);
        var capacity = isClose ? (most < _least ? 0 : most - _least + 1) : BitOperations.RoundUpToPowerOf2(Math.Max(16, count * 4 / 3));
        _shift = isClose ? null : 64 - BitOperations.Log2(capacity);
        _slots = new int[capacity];
        Array.Fill(_slots, RowGraph.None);
        foreach (var (keys, start) in blocks)
            for (var i = 0; i < keys.Count; i++)
                if (keys[i] is not KeyHasher.None and var key) Add(key, start + i);
    }

    /// <summary>Two rows have one key, of which a reference could mean either.</summary>
    public bool HasDuplicates { get; private set; }

    /// <summary>The row, or <see cref="RowGraph.None"/>.</summary>
    public int Find(ulong key)
    {
        if (_shift is not { } shift) return key - _least < (ulong)_slots.Length ? _slots[key - _least] : RowGraph.None;
        for (var slot = Slot(key, shift); _slots[slot] != RowGraph.None; slot = (slot + 1) & (_slots.Length - 1))
            if (KeyOf(_slots[slot]) == key) return _slots[slot];
        return RowGraph.None;
    }

    private void Add(ulong key, int row)
    {
        if (_shift is not { } shift)
        {
            ref var place = ref _slots[key - _least];
            HasDuplicates |= place != RowGraph.None;
            place = row;
            return;
        }
        var slot = Slot(key, shift);
        for (; _slots[slot] != RowGraph.None; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (KeyOf(_slots[slot]) != key) continue;
            HasDuplicates = true;
            return;
        }
        _slots[slot] = row;
    }

    // Integers that lie apart differ in their last bits.
    private static int Slot(ulong key, int shift) => (int)(key * 0x9e3779b97f4a7c15 >> shift);

    private ulong KeyOf(int row)
    {
        var found = Array.BinarySearch(_bases, row);
        var block = found < 0 ? ~found - 1 : found;
        return _keys[block][row - _bases[block]];
    }
}
