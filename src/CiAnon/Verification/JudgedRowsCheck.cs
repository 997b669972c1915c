using CiAnon.Catalogs;
using CiAnon.Dumps;
using CiAnon.Dumps.Contents;
using CiAnon.Policies;
using CiAnon.Tables;

namespace CiAnon.Verification;

/// <summary>
/// <c>rows</c> of a judged dump: its rows can all be restored, nothing is there that the policy drops, and there are as many as in the
/// original, where one is given. Runs after <see cref="ComparisonCheck"/>, which counts the original's.
/// </summary>
internal static class JudgedRowsCheck
{
    public static CheckResult Run(RunResult run, int jobs, CancellationToken cancellation)
    {
        var restored = RowsCheck.Run(run, jobs, cancellation);
        return restored with { Findings = [.. restored.Findings, .. Dropped(run), .. run.Original is { } original ? Missing(run, original) : []] };
    }

    private static IEnumerable<Finding> Dropped(RunResult run)
    {
        foreach (var task in run.Tables.Where(task => task.Plan.Rows == RowsMode.None && task.Facts.RowsRead > 0 && !OwnTables.IsMarker(task.Table)))
            yield return new Finding(task.Name, task.Facts.RowsRead, $"the policy says rows: none, and the dump has {Plural.Of(task.Facts.RowsRead, "row")}");
        if (run.Policy.LargeObjects == LargeObjectMode.Keep) yield break;
        foreach (var entry in run.Dump.Toc.Where(entry => entry.IsLargeObjects && HoldsBytes(run.Dump, entry)))
            yield return new Finding(entry.FullName, 1, "the policy doesn't keep large objects, and the dump has some");
    }

    private static bool HoldsBytes(Dump dump, TocEntry entry)
    {
        using var contents = dump.OpenData(entry);
        return contents.ReadByte() >= 0;
    }

    private static IEnumerable<Finding> Missing(RunResult run, Original original)
    {
        // Rows that moved, or went in through the top of a partition tree, may stand in another partition's block: the tree's sum counts.
        var trees = run.Tables.Where(task => task.LoadsViaRoot || task.Plan.Moved is not null || (original.Blocks.GetValueOrDefault(task.Name)?.LoadsViaRoot ?? false))
            .Select(task => run.Catalog.Root(task.Table).Oid).ToHashSet();
        var groups = run.Tables.Where(task => task.Plan.Rows == RowsMode.All)
            .GroupBy(task => trees.Contains(run.Catalog.Root(task.Table).Oid) ? run.Catalog.Root(task.Table).FullName : task.Name);
        foreach (var group in groups)
        {
            var (here, there) = (group.Sum(task => task.Facts.RowsRead), group.Sum(task => task.Facts.RowsInOriginal ?? 0));
            // Which rows a filter or a subset left out can't be told any more: there are no more than there were.
            if (here > there || (here < there && !group.Any(task => task.Plan.MayLoseRows))) yield return new Finding(group.Key, Math.Abs(here - there), $"{there} rows in the original, {here} rows in the dump");
        }
        var own = run.Tables.Select(task => task.Name).ToHashSet();
        foreach (var (table, _) in original.Blocks.Where(block => !own.Contains(block.Key)))
        {
            if (run.Catalog.FindFullName(table) is { } known && run.Plan[known].Rows == RowsMode.All)
                yield return new Finding(table, 1, "the original has a block of rows for it, the dump has none");
        }
    }
}
