using CiAnon.Tables;

namespace CiAnon.Stages.Selection;

/// <summary>
/// Rows of all blocks, numbered through, and which row refers to which. Holds 4 bytes per row and reference that it has; where tables
/// refer to one another in a circle, 4 more, and 4 per row that may be referred to. Keys and values are no concern of it.
/// </summary>
internal sealed class RowGraph
{
    /// <summary>In place of a row: there is no reference.</summary>
    public const int None = -1;

    private readonly int[] _bases;
    private readonly List<RowLinks>[] _ofChild;
    private IReadOnlyList<Circle>? _circles;

    /// <param name="sizes">Rows of each block.</param>
    public RowGraph(IReadOnlyList<int> sizes)
    {
        _bases = new int[sizes.Count + 1];
        for (var block = 0; block < sizes.Count; block++) _bases[block + 1] = checked(_bases[block] + sizes[block]);
        _ofChild = [.. sizes.Select(_ => new List<RowLinks>())];
    }

    public int Rows => _bases[^1];

    // Parents first.
    private IReadOnlyList<Circle> Circles => _circles ??= [.. BlockCircles.ParentsFirst([.. _ofChild.Select(links => links.SelectMany(link => link.Parents).ToHashSet())]).Select(Open)];

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
        _ofChild[child].Add(new RowLinks(child, _bases[child], [.. parents.Distinct()], rows, _bases[parents.Min()], _bases[parents.Max() + 1]));
        _circles = null;
    }

    /// <summary>Clears rows that refer to cleared ones, until none does.</summary>
    /// <param name="dropped">Hears of each.</param>
    public void DropOrphans(RowBits kept, Action<int> dropped)
    {
        var gone = new Stack<int>();
        foreach (var circle in Circles)
        {
            foreach (var links in circle.Links)
            {
                for (var i = 0; i < links.Rows.Length; i++)
                    if (links.Rows[i] is not None and var parent && !kept[parent]) Drop(links.ChildBase + i);
            }
            while (gone.TryPop(out var row))
            {
                foreach (var links in circle.Inner)
                    for (var child = links.First(row); child != None; child = links.Next(child)) Drop(child);
            }
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
        foreach (var row in chosen.Where(row => kept[row])) needed.Set(row);
        foreach (var circle in Circles)
        {
            foreach (var links in circle.Links.Where(links => !isFrom(links.Child)))
            {
                for (var i = 0; i < links.Rows.Length; i++)
                    if (links.Rows[i] is not None and var parent && needed[parent] && kept[links.ChildBase + i]) needed.Set(links.ChildBase + i);
            }
            if (circle.Inner.Count == 0) continue;
            foreach (var row in circle.Blocks.SelectMany(block => Set(needed, block))) open.Push(row);
            var inner = circle.Inner.Where(links => !isFrom(links.Child)).ToList();
            while (open.TryPop(out var row))
            {
                foreach (var links in inner)
                    for (var child = links.First(row); child != None; child = links.Next(child)) Take(child);
            }
        }
        for (var block = 0; block < _ofChild.Length; block++)
        {
            if (_ofChild[block].Count == 0) continue;
            foreach (var row in Set(needed, block))
            {
                open.Push(row);
                TakeParents();
            }
        }
        foreach (var row in whole)
        {
            Take(row);
            TakeParents();
        }
        return needed;

        void TakeParents()
        {
            while (open.TryPop(out var row))
            {
                foreach (var links in _ofChild[BlockOf(row)])
                    if (links.Rows[row - links.ChildBase] is not None and var parent) Take(parent);
            }
        }

        void Take(int row)
        {
            if (!kept[row] || needed[row]) return;
            needed.Set(row);
            open.Push(row);
        }
    }

    private IEnumerable<int> Set(RowBits bits, int block)
    {
        for (var row = _bases[block]; row < _bases[block + 1]; row++)
            if (bits[row]) yield return row;
    }

    private Circle Open(IReadOnlyList<int> blocks)
    {
        var links = blocks.SelectMany(block => _ofChild[block]).ToList();
        var members = blocks.ToHashSet();
        return new Circle(blocks, links, links.FindAll(link => link.Parents.Any(members.Contains)));
    }

    /// <summary>Blocks that refer to one another, or one block alone.</summary>
    /// <param name="Links">Their references, to each other or to blocks of sets before.</param>
    /// <param name="Inner">Those that lead to blocks of the set, and maybe to others.</param>
    private sealed record Circle(IReadOnlyList<int> Blocks, IReadOnlyList<RowLinks> Links, IReadOnlyList<RowLinks> Inner);
}
