namespace CiAnon.Stages.Selection;

/// <summary>One reference of one block's rows, to be followed both ways.</summary>
internal sealed class RowLinks
{
    private readonly int _parentBase;
    private readonly int[] _first;
    private readonly int[] _next;

    /// <param name="rows">Per row of the block: the row that it refers to, or <see cref="RowGraph.None"/>.</param>
    /// <param name="parentBase">No row before this one is referred to.</param>
    /// <param name="parentEnd">Nor this one, nor any after it.</param>
    public RowLinks(int child, int childBase, int[] rows, int parentBase, int parentEnd)
    {
        (Child, ChildBase, Rows, _parentBase) = (child, childBase, rows, parentBase);
        _first = new int[parentEnd - parentBase];
        Array.Fill(_first, RowGraph.None);
        _next = new int[rows.Length];
        for (var i = rows.Length - 1; i >= 0; i--)
        {
            if (rows[i] == RowGraph.None) continue;
            _next[i] = _first[rows[i] - parentBase];
            _first[rows[i] - parentBase] = childBase + i;
        }
    }

    public int Child { get; }

    public int ChildBase { get; }

    public int[] Rows { get; }

    /// <summary>The first row that refers to this one.</summary>
    public int First(int parent) => _first[parent - _parentBase];

    /// <summary>The next row that refers to the same one.</summary>
    public int Next(int child) => _next[child - ChildBase];
}
