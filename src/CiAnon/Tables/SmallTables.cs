namespace CiAnon.Tables;

/// <summary>Tables of few rows: what is asked of each takes the server less time than the question takes to get there, so they are asked together.</summary>
internal static class SmallTables
{
    // As stored in the dump.
    private const long MostBytes = 64 << 10;
    private const int MostTogether = 100;

    public static bool Is(TableTask task) => task.StoredBytes <= MostBytes;

    /// <summary>Large ones alone and first, small ones together.</summary>
    public static IReadOnlyList<TableTask[]> Groups(IReadOnlyList<TableTask> tasks) =>
        [.. tasks.Where(task => !Is(task)).Select(task => new[] { task }), .. tasks.Where(Is).Chunk(MostTogether)];
}
