using System.Numerics;

namespace CiAnon.Tables;

/// <summary>One bit per row.</summary>
internal sealed class RowBits(int rows, bool isSet = false)
{
    private readonly ulong[] _words = Words(rows, isSet);

    public bool this[int row] => (_words[row >> 6] & (1UL << row)) != 0;

    public void Set(int row) => _words[row >> 6] |= 1UL << row;

    public void Clear(int row) => _words[row >> 6] &= ~(1UL << row);

    /// <summary>How many are set from <paramref name="start"/> up to, and without, <paramref name="end"/>.</summary>
    public int Count(int start, int end)
    {
        if (start == end) return 0;
        var (first, last) = (start >> 6, (end - 1) >> 6);
        var head = ulong.MaxValue << start;
        var tail = ulong.MaxValue >> (63 - ((end - 1) & 63));
        if (first == last) return BitOperations.PopCount(_words[first] & head & tail);
        var count = BitOperations.PopCount(_words[first] & head) + BitOperations.PopCount(_words[last] & tail);
        for (var word = first + 1; word < last; word++) count += BitOperations.PopCount(_words[word]);
        return count;
    }

    private static ulong[] Words(int rows, bool isSet)
    {
        var words = new ulong[(rows >> 6) + 1];
        if (isSet) Array.Fill(words, ulong.MaxValue);
        return words;
    }
}
