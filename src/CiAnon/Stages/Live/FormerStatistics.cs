using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Sandboxes.Live;
using Npgsql;

namespace CiAnon.Stages.Live;

/// <summary>
/// What the planner knows of rows that are gone: the commonest values, word for word. ANALYZE writes over it where there are rows, and leaves it where there are none, where a
/// column's or an object's target is zero, and in tables that others inherit from.
/// </summary>
/// <param name="tables">As SQL names them: those that are written, and those that they inherit from.</param>
/// <param name="views">Materialized views.</param>
/// <param name="refreshed">Those of them that get rows again, in their order.</param>
internal sealed class FormerStatistics(LiveTarget target, IReadOnlyList<string> tables, IReadOnlyList<string> views, IReadOnlyList<string> refreshed)
{
    private const int FirstToClear = 18;

    private readonly List<string> _restore = [];
    private readonly HashSet<(uint Oid, bool IsInherited)> _overwritten = [];

    private bool MayDelete => target.Execute("SELECT pg_catalog.has_table_privilege('pg_catalog.pg_statistic', 'DELETE')") is true;

    private IReadOnlyList<string> All => [.. tables, .. views];

    /// <summary>While all tables are empty, and in the transaction that fills them.</summary>
    /// <param name="staying">Tables that stay so.</param>
    /// <param name="truncate">Empties all of them.</param>
    public void Clear(IReadOnlyList<string> staying, string truncate)
    {
        if (MayDelete)
        {
            target.Execute($"""
                DELETE FROM pg_catalog.pg_statistic WHERE starelid = ANY ({Oids(All)}) OR starelid IN (SELECT indexrelid FROM pg_catalog.pg_index WHERE indrelid = ANY ({Oids(All)}));
                DELETE FROM pg_catalog.pg_statistic_ext_data WHERE stxoid IN (SELECT oid FROM pg_catalog.pg_statistic_ext WHERE stxrelid = ANY ({Oids(All)}))
                """);
            return;
        }
        ClearAttributes();
        Measure();
        var replaced = staying.Where(table => Exists(QuotingSql([table])) && new MadeUpRow(target, table).Insert(_restore) && Exists($"SELECT FROM ONLY {table}")).ToList();
        if (replaced.Count == 0) return;
        foreach (var table in tables) target.Execute($"ANALYZE {table}");
        _overwritten.UnionWith(replaced.Select(table => (Oid(table), false)));
        _overwritten.UnionWith(tables.Where(table => Exists($"SELECT FROM {table}")).Select(table => (Oid(table), true)));
        foreach (var view in refreshed.Where(view => Exists(QuotingSql([view])))) Overwrite(view);
        foreach (var table in replaced) target.Execute($"DELETE FROM ONLY {table}");
        // Keys of rows that are gone aren't checked, and nothing is emptied while a check waits.
        target.Execute($"SET CONSTRAINTS ALL IMMEDIATE; {truncate}; SET CONSTRAINTS ALL DEFERRED");
    }

    /// <summary>After ANALYZE.</summary>
    /// <exception cref="CiAnonException">CIANON4057: some are left, which this role can't clear.</exception>
    public void RequireNone()
    {
        foreach (var statement in _restore) target.Execute(statement);
        if (MayDelete) return;
        var left = LiveConnection.Query(target.Connection, QuotingSql(All), row => (Name: row.GetString(0), IsInherited: row.GetBoolean(1), IsPopulated: row.GetBoolean(2), Oid: row.GetFieldValue<uint>(3)))
            .Where(found => !_overwritten.Contains((found.Oid, found.IsInherited))).Where(found => !found.IsPopulated || !Exists($"SELECT FROM {(found.IsInherited ? "" : "ONLY ")}{found.Name}")).Select(found => found.Name).Distinct().ToList();
        if (left.Count > 0) throw new CiAnonException(DiagnosticCodes.FormerStatistics, $"{target.Address.Variable}: {string.Join(", ", left)}. {DiagnosticCodes.FormerStatistics.Help}");
    }

    // Of columns, expressions of indexes, and statistics objects.
    private static string QuotingSql(IReadOnlyList<string> relations) => $"""
        SELECT pg_catalog.format('%I.%I', n.nspname, c.relname), s.inherited, c.relispopulated, c.oid FROM pg_catalog.pg_stats s
        JOIN pg_catalog.pg_namespace m ON m.nspname = s.schemaname JOIN pg_catalog.pg_class i ON i.relnamespace = m.oid AND i.relname = s.tablename
        LEFT JOIN pg_catalog.pg_index x ON x.indexrelid = i.oid JOIN pg_catalog.pg_class c ON c.oid = coalesce(x.indrelid, i.oid) JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE (s.most_common_vals IS NOT NULL OR s.histogram_bounds IS NOT NULL OR s.most_common_elems IS NOT NULL) AND c.oid = ANY ({Oids(relations)})
        UNION SELECT pg_catalog.format('%I.%I', n.nspname, c.relname), coalesce((pg_catalog.to_jsonb(s) ->> 'inherited')::bool, false), c.relispopulated, c.oid FROM pg_catalog.pg_stats_ext s
        JOIN pg_catalog.pg_namespace n ON n.nspname = s.schemaname JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = s.tablename
        WHERE s.most_common_vals IS NOT NULL AND c.oid = ANY ({Oids(relations)})
        """;

    private static string Oids(IReadOnlyList<string> relations) => $"ARRAY[{string.Join(", ", relations.Select(Sql.Literal))}]::regclass[]::oid[]";

    // What isn't to be measured is measured this once.
    private void Measure()
    {
        List<string> unmeasured =
        [
            .. Read($"""
                SELECT CASE c.relkind WHEN 'm' THEN 'MATERIALIZED VIEW ' ELSE 'TABLE ONLY ' END || a.attrelid::regclass, pg_catalog.quote_ident(a.attname)
                FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attstattarget = 0 AND a.attrelid = ANY ({Oids(All)})
                UNION ALL SELECT 'INDEX ' || a.attrelid::regclass, a.attnum::text
                FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_index i ON i.indexrelid = a.attrelid WHERE a.attstattarget = 0 AND i.indexprs IS NOT NULL AND i.indrelid = ANY ({Oids(All)})
                """).Select(found => $"ALTER {found.Object} ALTER {found.Column} SET STATISTICS "),
            .. Read($"""
                SELECT pg_catalog.format('%I.%I', n.nspname, e.stxname), '' FROM pg_catalog.pg_statistic_ext e JOIN pg_catalog.pg_namespace n ON n.oid = e.stxnamespace
                WHERE e.stxstattarget = 0 AND e.stxrelid = ANY ({Oids(All)})
                """).Select(found => $"ALTER STATISTICS {found.Object} SET STATISTICS "),
        ];
        foreach (var statement in unmeasured)
        {
            target.Execute(statement + "-1");
            _restore.Add(statement + "0");
        }
    }

    // From PostgreSQL 18 on, where an owner may.
    private void ClearAttributes()
    {
        if (target.Connection.PostgreSqlVersion.Major < FirstToClear) return;
        target.Execute($"""
            SELECT pg_catalog.count(*) FROM (SELECT pg_catalog.pg_clear_attribute_stats(s.schemaname::text, s.tablename::text, s.attname::text, s.inherited) FROM pg_catalog.pg_stats s
            JOIN pg_catalog.pg_namespace m ON m.nspname = s.schemaname JOIN pg_catalog.pg_class i ON i.relnamespace = m.oid AND i.relname = s.tablename LEFT JOIN pg_catalog.pg_index x ON x.indexrelid = i.oid
            WHERE coalesce(x.indrelid, i.oid) = ANY ({Oids(All)}) OFFSET 0) cleared
            """);
    }

    // It may show the rows that were made up.
    private void Overwrite(string view)
    {
        target.Execute("SAVEPOINT overwritten");
        try
        {
            target.Execute($"REFRESH MATERIALIZED VIEW {view}; ANALYZE {view}; RELEASE overwritten");
            if (Exists($"SELECT FROM {view}")) _overwritten.Add((Oid(view), false));
        }
        // Made-up values may be too much for it: what stays is found in the end.
        catch (PostgresException) when (target.Connection.State == System.Data.ConnectionState.Open)
        {
            target.Execute("ROLLBACK TO overwritten; RELEASE overwritten");
        }
    }

    private List<(string Object, string Column)> Read(string sql) => LiveConnection.Query(target.Connection, sql, row => (row.GetString(0), row.GetString(1)));

    private uint Oid(string table) => (uint)target.Execute($"SELECT {Sql.Literal(table)}::regclass::oid")!;

    private bool Exists(string query) => target.Execute($"SELECT EXISTS ({query})") is true;
}
