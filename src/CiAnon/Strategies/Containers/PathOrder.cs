namespace CiAnon.Strategies.Containers;

/// <summary>Which of several paths decides: the more special one, however they are listed. What a path leads to that another one leads to as well, and more, is its own.</summary>
internal static class PathOrder
{
    /// <summary>The same, each path before those that lead to whatever it leads to and to more; else as they were.</summary>
    /// <param name="covers">Whether the second path leads to whatever the first one leads to.</param>
    public static T[] Sort<T>(IEnumerable<T> paths, Func<T, T, bool> covers)
    {
        var sorted = new List<T>();
        foreach (var path in paths)
        {
            var wider = sorted.FindIndex(other => covers(path, other) && !covers(other, path));
            sorted.Insert(wider < 0 ? sorted.Count : wider, path);
        }
        return [.. sorted];
    }

    /// <summary>Whether the steps of a wide path can be followed wherever those of a narrow one are.</summary>
    /// <param name="stepCovers">Whether the second step matches whatever the first one does.</param>
    public static bool Covers<T>(IReadOnlyList<T> narrow, IReadOnlyList<T> wide, Func<T, bool> isDeep, Func<T, T, bool> stepCovers)
    {
        // From the ends: what is true of the rest of both.
        var rest = new bool[narrow.Count + 1, wide.Count + 1];
        rest[narrow.Count, wide.Count] = true;
        for (var i = narrow.Count - 1; i >= 0; i--)
        {
            for (var j = wide.Count - 1; j >= 0; j--)
            {
                rest[i, j] = (isDeep(wide[j]) && rest[i + 1, j])
                    || ((isDeep(wide[j]) || !isDeep(narrow[i])) && stepCovers(narrow[i], wide[j]) && rest[i + 1, j + 1]);
            }
        }
        return rest[0, 0];
    }
}
