using CiAnon.Tables;
using Npgsql;

namespace CiAnon.Verification;

/// <summary>As many rows in the sandbox's tables as in the dump's blocks, but for those that the policy leaves out.</summary>
internal static class RowsCheck
{
    public static CheckResult Run(RunResult run, int jobs, CancellationToken cancellation)
    {
        ParallelTables.ForEach(SmallTables.Groups([.. run.Tables.Where(task => task.IsLoaded)]), jobs, run.Connect, Count, cancellation);
        // Rows that go in through the top of a partition tree may land in another partition than they came from: the tree's sum counts.
        var findings = run.Tables
            .GroupBy(task => task.LoadsViaRoot ? run.Catalog.Root(task.Table).FullName : task.Name)
            .Select(group => (group.Key, Read: group.Sum(task => task.RowsToStore), Stored: group.Sum(task => task.Facts.RowsStored)))
            .Where(table => table.Read != table.Stored)
            .Select(table => new Finding(table.Key, Math.Abs(table.Read - table.Stored), $"{table.Read} rows in, {table.Stored} rows out"))
            .ToList();
        return CheckDefinition.Rows.Result(run.Tables.Count, findings);
    }

    private static void Count(TableTask[] tasks, NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(string.Join(" UNION ALL ", tasks.Select((task, number) => $"SELECT {number}, count(*) FROM {task.Table.RowsSql}")), connection);
        using var reader = command.ExecuteReader();
        while (reader.Read()) tasks[reader.GetInt32(0)].Facts.RowsStored = reader.GetInt64(1);
    }
}
