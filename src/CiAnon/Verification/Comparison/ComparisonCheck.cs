using System.Collections.Concurrent;
using CiAnon.Diagnostics;
using CiAnon.Policies;
using CiAnon.Tables;

namespace CiAnon.Verification.Comparison;

/// <summary><c>changed</c> of a judged dump: every masked value differs from the original's in the same row.</summary>
internal static class ComparisonCheck
{
    /// <summary>Counts the original's rows too.</summary>
    public static CheckResult Run(RunResult run, Original original, int jobs, CancellationToken cancellation)
    {
        if (run.Encoding != DumpEncoding.ServerEncoding(original.Dump))
            return CheckDefinition.Changed.Result(0, [new Finding("the dump", 1, $"can't be judged: it is encoded in {run.Encoding} and the original in {original.Dump.ClientEncoding}")]);

        var compared = new ConcurrentBag<(string Table, TableComparison Comparison, RowMatching Way)>();
        // Rows that moved are looked for in all partitions of their tree.
        var groups = run.Tables.Where(task => original.Blocks.ContainsKey(task.Name)).GroupBy(task => (task.Plan.Moved?.Root ?? task.Table).Oid);
        ParallelTables.ForEach([.. groups.Select(group => group.ToList())], jobs, tasks =>
        {
            var table = run.Plan[tasks[0].Plan.Moved?.Root ?? tasks[0].Table];
            var comparison = new TableComparison(table, tasks, [.. tasks.Select(task => original.Blocks[task.Name])], run.Dump, original.Dump, run.Scan.Originals, cancellation);
            var way = Run(table.Table.FullName, comparison);
            // Rows that should not be there at all are counted by the check rows.
            if (tasks.Exists(task => task.Plan.Rows == RowsMode.All)) compared.Add((table.Table.FullName, comparison, way));
        }, cancellation);
        var inOrder = compared.OrderBy(table => table.Table, StringComparer.Ordinal).ToList();
        return CheckDefinition.Changed.Result(inOrder.Sum(table => table.Comparison.Columns), [.. inOrder.SelectMany(table => table.Comparison.Findings)]) with { Note = Note(inOrder) };
    }

    private static RowMatching Run(string table, TableComparison comparison)
    {
        try
        {
            return comparison.Run();
        }
        catch (InvalidDataException exception)
        {
            throw new CiAnonException(DiagnosticCodes.DumpCorrupt, $"the rows of {table} can't be compared with the original's: {exception.Message}");
        }
    }

    private static string Note(List<(string Table, TableComparison Comparison, RowMatching Way)> compared)
    {
        var tables = compared.ToLookup(table => table.Way, table => table.Table);
        var ways = new List<string>();
        if (tables.Contains(RowMatching.ByOrder)) ways.Add($"{tables[RowMatching.ByOrder].Count()} tables by the order of rows, which unmasked columns prove to be the same");
        if (tables.Contains(RowMatching.ByKey)) ways.Add($"by key, as their rows stand in another order: {string.Join(", ", tables[RowMatching.ByKey])}");
        if (tables.Contains(RowMatching.ByValue)) ways.Add($"against all values of the original's column, as no unmasked column tells rows apart: {string.Join(", ", tables[RowMatching.ByValue])}");
        return ways.Count == 0 ? "no masked column has rows in both dumps" : $"rows were compared {string.Join("; ", ways)}";
    }
}
