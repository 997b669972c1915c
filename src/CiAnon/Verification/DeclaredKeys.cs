using CiAnon.Catalogs;
using CiAnon.Planning;
using CiAnon.Policies;
using Npgsql;

namespace CiAnon.Verification;

/// <summary>Columns that the policy declares unique: no constraint holds them, so their values are counted.</summary>
internal static class DeclaredKeys
{
    /// <summary>Values that stand in two rows or more.</summary>
    public static IEnumerable<Finding> Count(RunResult run)
    {
        var declared = run.Plan.Tables.Where(table => table.Rows != RowsMode.None && table.Table.Kind != TableKind.Foreign)
            .SelectMany(table => table.Columns.Where(column => column.IsUnique && !IsCounted(run, table.Table, column)).Select(column => (table.Table, Column: column))).ToList();
        if (declared.Count == 0) yield break;
        using var connection = run.Connect();
        foreach (var (table, column) in declared)
        {
            var twice = Count(connection, table, column);
            if (twice > 0)
                yield return new Finding($"{table.FullName}.{column.Column.Name}", twice,
                    $"{Plural.Of(twice, "value")} in two rows or more, and line {column.Position?.Line} of the policy says {UniqueKeys.Declared}: they were there twice before, or what makes the pseudonyms lets values meet");
        }
    }

    // With the whole tree of partitions.
    private static bool IsCounted(RunResult run, Table table, ColumnPlan column) =>
        table.IsPartition && run.Plan[run.Catalog.Root(table)].Find(column.Column.Name) is { IsUnique: true };

    private static long Count(NpgsqlConnection connection, Table table, ColumnPlan column)
    {
        try
        {
            return Count(connection, table, Sql.Identifier(column.Column.Name));
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UndefinedFunction)
        {
            // json, xml and points know no equality.
            return Count(connection, table, $"{Sql.Identifier(column.Column.Name)}::text");
        }
    }

    private static long Count(NpgsqlConnection connection, Table table, string value)
    {
        using var command = new NpgsqlCommand($"""
            SELECT count(*) FROM (SELECT 1 FROM {(table.Kind == TableKind.Partitioned ? "" : "ONLY ")}{table.SqlName}
                WHERE {value} IS NOT NULL GROUP BY {value} HAVING count(*) > 1) AS twice
            """, connection) { CommandTimeout = 0 };
        return (long)command.ExecuteScalar()!;
    }
}
