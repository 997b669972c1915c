using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Policies.Rows;
using Npgsql;

namespace CiAnon.Stages.Selection;

/// <summary>
/// Asks PostgreSQL what a condition reads: a view over the empty table, gone with its transaction. What isn't true or false of a row by
/// its own columns is refused, as other tables have no rows yet.
/// </summary>
internal sealed class ConditionReader(NpgsqlConnection connection)
{
    private const string View = "pg_temp.ci_anon_condition";

    private const string ReadsSql = $"""
        SELECT a.attname::text, p.oid::regprocedure::text
        FROM pg_catalog.pg_rewrite r
        JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.objid = r.oid
        LEFT JOIN pg_catalog.pg_attribute a ON d.refclassid = 'pg_catalog.pg_class'::regclass AND a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
             AND a.attnum > 0 AND d.refobjid <> r.ev_class
        LEFT JOIN pg_catalog.pg_proc p ON d.refclassid = 'pg_catalog.pg_proc'::regclass AND p.oid = d.refobjid AND p.provolatile <> 'i'
             AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e WHERE e.classid = 'pg_catalog.pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e')
        WHERE r.ev_class = '{View}'::regclass AND (a.attname IS NOT NULL OR p.oid IS NOT NULL)
        ORDER BY a.attnum
        """;

    // The tree of the view's query: its only variables are the condition's.
    private const string ShapeSql = $"""
        SELECT r.ev_action::text LIKE '%SUBLINK%', r.ev_action::text ~ ':varattno (0|-[0-9]+) '
        FROM pg_catalog.pg_rewrite r WHERE r.ev_class = '{View}'::regclass
        """;

    // What isn't PostgreSQL's own leaves a dependency; of its own, every function stands in the tree by number. current_user and the like say who asks.
    private const string PlainSql = $$"""
        SELECT NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid <> 'pg_catalog.pg_class'::regclass)
           AND NOT EXISTS (SELECT FROM pg_catalog.regexp_matches(r.ev_action::text, ':(?:op)?funcid ([0-9]+) ', 'g') m JOIN pg_catalog.pg_proc p ON p.oid = m[1]::oid WHERE p.provolatile = 'v')
           AND r.ev_action::text !~ 'SQLVALUEFUNCTION :op (9|[0-9]{2}) '
        FROM pg_catalog.pg_rewrite r WHERE r.ev_class = '{{View}}'::regclass
        """;

    /// <param name="alias">What the condition may call the table.</param>
    /// <param name="columns">That the dump has values of, in its order.</param>
    /// <exception cref="CiAnonException">CIANON1222.</exception>
    public SqlCondition Read(RowsCondition rule, Table table, string alias, IReadOnlyList<string> columns)
    {
        using var transaction = connection.BeginTransaction();
        Run($"SET LOCAL search_path = {Sql.Identifier(table.Schema)}, public");
        CreateView(rule, table, alias);
        RequireOwnRow(rule);
        var reads = Reads();
        var isPlain = IsPlain();
        transaction.Rollback();
        if (reads.Select(read => read.Function).FirstOrDefault(function => function is not null) is { } reader)
            throw Refused(rule, $"it calls {reader}, which may read tables, and these have no rows yet");
        var names = reads.Select(read => read.Column!).ToList();
        if (names.Find(name => !columns.Contains(name)) is { } missing) throw Refused(rule, $"it reads {table.FullName}.{missing}, of which the dump has no values");
        return new SqlCondition(rule, table, alias, names, [.. names.Select(name => columns.Index().First(column => column.Item == name).Index)], isPlain);
    }

    private void CreateView(RowsCondition rule, Table table, string alias)
    {
        try
        {
            // A batch's command isn't split: whoever closes the parenthesis and begins a statement is told that there are two.
            using var batch = new NpgsqlBatch(connection);
            batch.BatchCommands.Add(new NpgsqlBatchCommand(
                $"CREATE VIEW {View} AS SELECT 1 AS one FROM ONLY {table.SqlName} AS {Sql.Identifier(alias)} WHERE {SqlCondition.InParentheses(rule)}"));
            batch.ExecuteNonQuery();
        }
        catch (PostgresException exception)
        {
            // No row has been read yet, so the server's own words can't repeat one.
            throw Refused(rule, $"{exception.MessageText} ({exception.SqlState})");
        }
    }

    private void RequireOwnRow(RowsCondition rule)
    {
        using var command = new NpgsqlCommand(ShapeSql, connection);
        using var reader = command.ExecuteReader();
        reader.Read();
        if (reader.GetBoolean(0)) throw Refused(rule, "it has a subquery, and other rows are not there yet: declare what belongs together under references, or take subset");
        if (reader.GetBoolean(1)) throw Refused(rule, "it reads the row as a whole, or what only a stored row has: name columns");
    }

    private List<(string? Column, string? Function)> Reads()
    {
        using var command = new NpgsqlCommand(ReadsSql, connection);
        using var reader = command.ExecuteReader();
        var reads = new List<(string?, string?)>();
        while (reader.Read()) reads.Add((reader.IsDBNull(0) ? null : reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1)));
        return reads;
    }

    private bool IsPlain()
    {
        using var command = new NpgsqlCommand(PlainSql, connection);
        return command.ExecuteScalar() is true;
    }

    private void Run(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static CiAnonException Refused(RowsCondition rule, string why) => new(DiagnosticCodes.RowsCondition, $"the condition can't be judged: {why}", rule.Position);
}
