using System.Text;

namespace CiAnon.Recognition;

/// <summary>A set of folded words that is asked with bytes, without allocating.</summary>
internal sealed class WordSet
{
    private readonly byte[]?[] _slots;
    private readonly int _mask;

    public WordSet(IEnumerable<string> words)
    {
        Span<byte> folded = stackalloc byte[Folding.Longest];
        var all = new List<byte[]>();
        foreach (var word in words)
        {
            var length = Folding.Fold(Encoding.UTF8.GetBytes(word), folded);
            all.Add(folded[..length].ToArray());
        }
        var size = 16;
        while (size < all.Count * 4) size *= 2;
        _mask = size - 1;
        _slots = new byte[]?[size];
        foreach (var word in all) Add(word);
    }

    /// <summary>Words, each once.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the word is in the set, case and accents aside.</summary>
    public bool Contains(ReadOnlySpan<byte> word)
    {
        if (word.Length is 0 or > Folding.Longest) return false;
        Span<byte> folded = stackalloc byte[Folding.Longest];
        return ContainsFolded(folded[..Folding.Fold(word, folded)]);
    }

    private bool ContainsFolded(ReadOnlySpan<byte> folded)
    {
        for (var slot = Hash(folded) & _mask; _slots[slot] is { } entry; slot = (slot + 1) & _mask)
        {
            if (folded.SequenceEqual(entry)) return true;
        }
        return false;
    }

    private void Add(byte[] word)
    {
        if (ContainsFolded(word)) return;
        var slot = Hash(word) & _mask;
        while (_slots[slot] is not null) slot = (slot + 1) & _mask;
        _slots[slot] = word;
        Count++;
    }

    // FNV-1a: the words are ours, nobody can choose them to collide.
    private static int Hash(ReadOnlySpan<byte> word)
    {
        var hash = 2166136261u;
        foreach (var one in word) hash = (hash ^ one) * 16777619;
        return (int)(hash ^ (hash >> 15)) & int.MaxValue;
    }
}
