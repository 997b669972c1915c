using System.Text.Json;
using CiAnon.Diagnostics;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Sandboxes;
using CiAnon.Strategies.Sets;
using Npgsql;
using NpgsqlTypes;

namespace CiAnon.Stages.Batches;

/// <summary>Tries a policy's SQL expressions in the empty sandbox: whether they can be evaluated, read no table, and are immutable.</summary>
internal static class SqlExpressions
{
    /// <returns>The plan, which says of each expression whether it is deterministic.</returns>
    /// <exception cref="CiAnonException">CIANON1220: an expression can't be evaluated; carries every problem.</exception>
    public static Plan Check(Plan plan, Sandbox sandbox, string database)
    {
        if (plan.Tables.All(table => table.Columns.All(column => column.Mask?.Batch is not SqlMask))) return plan;
        var problems = new List<Diagnostic>();
        using var connection = sandbox.Connect(database);
        var tables = plan.Tables.Select(table => table.Rows == RowsMode.None ? table
            : table with { Columns = [.. table.Columns.Select(column => column.Mask?.Batch is SqlMask mask ? Check(table, column, mask, connection, problems) : column)] }).ToList();
        return problems.Count == 0 ? plan with { Tables = tables } : throw new CiAnonException([.. problems.DistinctBy(problem => (problem.Position, problem.Message))]);
    }

    private static ColumnPlan Check(TablePlan table, ColumnPlan column, SqlMask mask, NpgsqlConnection connection, List<Diagnostic> problems)
    {
        var names = mask.Named(table.Table.Columns.Where(other => !other.IsGenerated).Select(other => other.Name));
        var statement = SqlStatement.Of(table.Table, column.Column, mask.Expression, names);
        try
        {
            if (ReadsTable(statement, connection)) return Refuse("reads a table, whose rows may be there or not by then: it has the row's own columns only");
            if (Try(statement.ImmutableSql, connection) is not { } failure) return column with { Reason = $"{column.Reason}: immutable" };
            return failure.SqlState is PostgresErrorCodes.InvalidObjectDefinition
                ? column with { Reason = $"{column.Reason}: not deterministic" }
                : Refuse($"can't be evaluated row by row: {failure.MessageText} ({failure.SqlState})");
        }
        catch (PostgresException failure)
        {
            // Of an aggregate the server complains about the words around it, which nobody wrote.
            var said = failure.SqlState == PostgresErrorCodes.GroupingError ? Try(statement.ImmutableSql, connection) ?? failure : failure;
            // No row was read yet, so that the server's own words can't repeat one.
            return Refuse($"can't be evaluated: {said.MessageText} ({said.SqlState})");
        }

        ColumnPlan Refuse(string why)
        {
            problems.Add(new Diagnostic(DiagnosticCodes.ExpressionRefused, $"the expression of {table.Table.FullName}.{column.Column.Name} {why}", column.Position));
            return column;
        }
    }

    // Explained and executed over no rows: types, functions and casts are looked up, and what is constant is computed.
    private static bool ReadsTable(SqlStatement statement, NpgsqlConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        using var readOnly = new NpgsqlCommand("SET TRANSACTION READ ONLY", connection);
        readOnly.ExecuteNonQuery();
        using var explain = Prepared($"EXPLAIN (FORMAT JSON) {statement.Sql}", statement, connection);
        var plan = (string)explain.ExecuteScalar()!;
        using var run = Prepared(statement.Sql, statement, connection);
        using (var reader = run.ExecuteReader()) reader.Read();
        transaction.Rollback();
        using var parsed = JsonDocument.Parse(plan);
        return HasRelation(parsed.RootElement);
    }

    private static NpgsqlCommand Prepared(string sql, SqlStatement statement, NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand(sql, connection);
        for (var input = 0; input < Math.Max(1, statement.Inputs.Count); input++)
            command.Parameters.Add(new NpgsqlParameter { Value = Array.Empty<string>(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        return command;
    }

    private static bool HasRelation(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().Any(property => property.NameEquals("Relation Name") || HasRelation(property.Value)),
        JsonValueKind.Array => node.EnumerateArray().Any(HasRelation),
        _ => false,
    };

    private static PostgresException? Try(string sql, NpgsqlConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        try
        {
            using var command = new NpgsqlCommand(sql, connection);
            command.ExecuteNonQuery();
            return null;
        }
        catch (PostgresException failure)
        {
            return failure;
        }
        finally
        {
            transaction.Rollback();
        }
    }
}
