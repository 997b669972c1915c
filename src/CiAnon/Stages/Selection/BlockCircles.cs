namespace CiAnon.Stages.Selection;

/// <summary>Blocks that refer to one another in a circle, each of them in one set with those of its circle; most are alone.</summary>
internal static class BlockCircles
{
    /// <summary>Every set comes after all that its blocks refer to (Tarjan, Depth-first search and linear graph algorithms, 1972).</summary>
    /// <param name="parents">What each block refers to.</param>
    public static IReadOnlyList<IReadOnlyList<int>> ParentsFirst(IReadOnlyList<IReadOnlyCollection<int>> parents)
    {
        var circles = new List<IReadOnlyList<int>>();
        var order = new int[parents.Count];
        var low = new int[parents.Count];
        var isOpen = new bool[parents.Count];
        var open = new Stack<int>();
        // No recursion: thousands of tables may refer to each other in one line.
        var path = new Stack<(int Block, IEnumerator<int> Parents)>();
        var count = 0;
        for (var block = 0; block < parents.Count; block++)
        {
            if (order[block] == 0) Enter(block);
            while (path.TryPeek(out var here))
            {
                if (here.Parents.MoveNext())
                {
                    var parent = here.Parents.Current;
                    if (order[parent] == 0) Enter(parent);
                    else if (isOpen[parent]) low[here.Block] = Math.Min(low[here.Block], order[parent]);
                    continue;
                }
                path.Pop();
                if (path.TryPeek(out var child)) low[child.Block] = Math.Min(low[child.Block], low[here.Block]);
                if (low[here.Block] == order[here.Block]) Close(here.Block);
            }
        }
        return circles;

        void Enter(int block)
        {
            order[block] = low[block] = ++count;
            open.Push(block);
            isOpen[block] = true;
            path.Push((block, parents[block].GetEnumerator()));
        }

        void Close(int block)
        {
            var circle = new List<int>();
            do
            {
                circle.Add(open.Pop());
                isOpen[circle[^1]] = false;
            }
            while (circle[^1] != block);
            circles.Add(circle);
        }
    }
}
