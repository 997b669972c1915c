using CiAnon.Tables;

namespace CiAnon.Stages.Selection;

/// <summary>
/// Rows of all blocks, numbered through, and which row refers to which. Holds 8 bytes per row and reference that it has, and 4 per row
/// that may be referred to; keys and values are no concern of it.
/// </summary>
internal sealed class RowGraph
{
    /// <summary>In place of a row: there is no reference.</summary>
    public const int None = -1;

    private readonly int[] _bases;
    private readonly List<RowLinks>[] _ofChild;
    private readonly List<RowLinks>[] _ofParent;

    /// <param name="sizes">Rows of each block.</param>
    public RowGraph(IReadOnlyList<int> sizes)
    {
        _bases = new int[sizes.Count + 1];
        for (var block = 0; block < sizes.Count; block++) _bases[block + 1] = checked(_bases[block] + sizes[block]);
        _ofChild = [.. sizes.Select(_ => new List<RowLinks>())];
        _ofParent = [.. sizes.Select(_ => new List<RowLinks>())];
    }

    public int Rows => _bases[^1];

    /// <summary>The number of the block's first row; of the block after the last, the number of all rows.</summary>
    public int Base(int block) => _bases[block];

    public int BlockOf(int row)
    {
        var found = Array.BinarySearch(_bases, row);
        if (found < 0) return ~found - 1;
        // Empty blocks begin where the next one does.
        while (_bases[found + 1] == row) found++;
        return found;
    }

    /// <param name="child">The block whose rows refer.</param>
    /// <param name="parents">The blocks that they refer to.</param>
    /// <param name="rows">Per row of the child: the number of the row that it refers to, or <see cref="None"/>.</param>
    public void Connect(int child, IReadOnlyList<int> parents, int[] rows)
    {
        var (first, last) = (parents.Min(), parents.Max());
        var links = new RowLinks(child, _bases[child], rows, _bases[first], _bases[last + 1]);
        _ofChild[child].Add(links);
        foreach (var parent in parents.Distinct()) _ofParent[parent].Add(links);
    }

    /// <summary>Clears rows that refer to cleared ones, until none does.</summary>
    /// <param name="dropped">Hears of each.</param>
    public void DropOrphans(RowBits kept, Action<int> dropped)
    {
        var gone = new Stack<int>();
        foreach (var links in _ofChild.SelectMany(links => links))
        {
            for (var i = 0; i < links.Rows.Length; i++)
                if (links.Rows[i] is not None and var parent && !kept[parent]) Drop(links.ChildBase + i);
        }
        while (gone.TryPop(out var row))
        {
            foreach (var links in _ofParent[BlockOf(row)])
                for (var child = links.First(row); child != None; child = links.Next(child)) Drop(child);
        }

        void Drop(int row)
        {
            if (!kept[row]) return;
            kept.Clear(row);
            dropped(row);
            gone.Push(row);
        }
    }

    /// <summary>The chosen rows, their children and theirs, and whatever all of these refer to.</summary>
    /// <param name="kept">Refers to nothing outside it; nothing outside it is needed.</param>
    /// <param name="chosen">Of <paramref name="kept"/>.</param>
    /// <param name="isFrom">Of the chosen rows' own blocks no row comes along as a child.</param>
    /// <param name="whole">Kept rows that stay, and what they refer to; their children don't come along.</param>
    public RowBits Needed(RowBits kept, IEnumerable<int> chosen, Func<int, bool> isFrom, IEnumerable<int> whole)
    {
        var needed = new RowBits(Rows);
        var open = new Stack<int>();
        var found = new Stack<int>();
        foreach (var row in chosen) Take(row, open);
        while (open.TryPop(out var row))
        {
            found.Push(row);
            foreach (var links in _ofParent[BlockOf(row)])
            {
                if (isFrom(links.Child)) continue;
                for (var child = links.First(row); child != None; child = links.Next(child)) Take(child, open);
            }
        }
        foreach (var row in whole) Take(row, found);
        while (found.TryPop(out var row))
        {
            foreach (var links in _ofChild[BlockOf(row)])
                if (links.Rows[row - links.ChildBase] is not None and var parent) Take(parent, found);
        }
        return needed;

        void Take(int row, Stack<int> onto)
        {
            if (!kept[row] || needed[row]) return;
            needed.Set(row);
            onto.Push(row);
        }
    }
}
