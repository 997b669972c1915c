using System.Numerics;

namespace CiAnon.Stages.Selection;

/// <summary>Finds the row that has a key. Holds 4 bytes in a table at most three quarters full; the keys stay where they are.</summary>
internal sealed class KeyIndex
{
    private readonly LongList[] _hashes;
    private readonly int[] _bases;
    private readonly int[] _slots;
    private readonly int _shift;

    /// <param name="blocks">Hashes of keys, and the number of the first row; ascending.</param>
    public KeyIndex(IReadOnlyList<(LongList Hashes, int Base)> blocks)
    {
        // A partition tree may have a thousand blocks: the one of a row is looked up, among those that have any.
        _hashes = [.. blocks.Where(block => block.Hashes.Count > 0).Select(block => block.Hashes)];
        _bases = [.. blocks.Where(block => block.Hashes.Count > 0).Select(block => block.Base)];
        var capacity = BitOperations.RoundUpToPowerOf2((ulong)Math.Max(16, blocks.Sum(block => (long)block.Hashes.Count) * 4 / 3));
        _slots = new int[capacity];
        Array.Fill(_slots, RowGraph.None);
        _shift = 64 - BitOperations.Log2(capacity);
        foreach (var (hashes, start) in blocks)
            for (var i = 0; i < hashes.Count; i++)
                if (hashes[i] != KeyHasher.None) Add(hashes[i], start + i);
    }

    /// <summary>Two rows have one key, of which a reference could mean either.</summary>
    public bool HasDuplicates { get; private set; }

    /// <summary>The row, or <see cref="RowGraph.None"/>.</summary>
    public int Find(ulong hash)
    {
        for (var slot = Slot(hash); _slots[slot] != RowGraph.None; slot = (slot + 1) & (_slots.Length - 1))
            if (HashOf(_slots[slot]) == hash) return _slots[slot];
        return RowGraph.None;
    }

    private void Add(ulong hash, int row)
    {
        var slot = Slot(hash);
        for (; _slots[slot] != RowGraph.None; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (HashOf(_slots[slot]) != hash) continue;
            HasDuplicates = true;
            return;
        }
        _slots[slot] = row;
    }

    private int Slot(ulong hash) => (int)(hash >> _shift);

    private ulong HashOf(int row)
    {
        var found = Array.BinarySearch(_bases, row);
        var block = found < 0 ? ~found - 1 : found;
        return _hashes[block][row - _bases[block]];
    }
}
