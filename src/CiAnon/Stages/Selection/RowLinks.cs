namespace CiAnon.Stages.Selection;

/// <summary>One reference of one block's rows.</summary>
/// <param name="child">The block whose rows refer.</param>
/// <param name="childBase">The number of its first row.</param>
/// <param name="parents">The blocks that they refer to.</param>
/// <param name="rows">Per row of the block: the row that it refers to, or <see cref="RowGraph.None"/>.</param>
/// <param name="parentBase">No row before this one is referred to.</param>
/// <param name="parentEnd">Nor this one, nor any after it.</param>
internal sealed class RowLinks(int child, int childBase, IReadOnlyList<int> parents, int[] rows, int parentBase, int parentEnd)
{
    private int[]? _first;
    private int[]? _next;

    public int Child => child;

    public int ChildBase => childBase;

    public IReadOnlyList<int> Parents => parents;

    public int[] Rows => rows;

    /// <summary>The first row that refers to this one.</summary>
    public int First(int parent)
    {
        if (_first is null) Turn();
        return parent >= parentBase && parent < parentEnd ? _first![parent - parentBase] : RowGraph.None;
    }

    /// <summary>The next row that refers to the same one.</summary>
    public int Next(int row) => _next![row - childBase];

    // Takes as much room as the references once more, and is needed only where tables refer to one another in a circle.
    private void Turn()
    {
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
}
