using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Sandboxes.Live;

namespace CiAnon.Stages.Live;

/// <summary>Constraints that are NOT VALID hold for rows that are written anew: which of them the rows break is known before any is masked.</summary>
internal static class UnvalidatedConstraints
{
    private const string BreaksSql = """
        SELECT n.nspname::text, c.relname::text, k.conname::text, k.contype = 'c', ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)),
            CASE k.contype WHEN 'c' THEN pg_catalog.format('SELECT EXISTS (SELECT FROM ONLY %I.%I WHERE NOT (%s))', n.nspname, c.relname, pg_catalog.pg_get_expr(k.conbin, k.conrelid))
            ELSE (SELECT pg_catalog.format('SELECT EXISTS (SELECT FROM ONLY %I.%I child WHERE %s AND NOT EXISTS (SELECT FROM %s %I.%I parent WHERE %s))', n.nspname, c.relname, pg_catalog.string_agg(pg_catalog.format('child.%I IS NOT NULL', a.attname), ' AND '),
                    CASE r.relkind WHEN 'p' THEN '' ELSE 'ONLY' END, m.nspname, r.relname, pg_catalog.string_agg(pg_catalog.format('parent.%I OPERATOR(%I.%s) child.%I', b.attname, w.nspname, o.oprname, a.attname), ' AND '))
                FROM pg_catalog.pg_class r JOIN pg_catalog.pg_namespace m ON m.oid = r.relnamespace
                CROSS JOIN LATERAL ROWS FROM (pg_catalog.unnest(k.conkey), pg_catalog.unnest(k.confkey), pg_catalog.unnest(k.conpfeqop)) pair(child, parent, operator)
                JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = pair.child JOIN pg_catalog.pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = pair.parent
                JOIN pg_catalog.pg_operator o ON o.oid = pair.operator JOIN pg_catalog.pg_namespace w ON w.oid = o.oprnamespace
                WHERE r.oid = k.confrelid GROUP BY r.oid, r.relkind, r.relname, m.nspname) END
        FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE NOT k.convalidated AND (k.contype = 'c' OR k.contype = 'f' AND k.confmatchtype = 's') AND coalesce((pg_catalog.to_jsonb(k) ->> 'conenforced')::bool, true) ORDER BY 1, 2, 3
        """;

    /// <exception cref="CiAnonException">CIANON4042: rows that stay as they are there break some.</exception>
    public static void Require(RunState run, RewriteSet set, LiveSnapshot snapshot) => LiveErrors.Guard(snapshot.Address, "look at constraints that are NOT VALID", () =>
    {
        // What becomes of the others' rows is known when they are written.
        var staying = run.Tables.Where(task => set.Contains(task.Table) && task.KeepsRows && task.Plan.Filter is null && !run.Plan.Rows.MayLose.Contains(task.Table.Oid)).ToDictionary(task => (task.Table.Schema, task.Table.Name));
        var connection = snapshot.Rent();
        var broken = LiveConnection.Query(connection, BreaksSql, row => (Table: (row.GetString(0), row.GetString(1)), Name: row.GetString(2), IsCheck: row.GetBoolean(3), Columns: row.GetFieldValue<string[]>(4), Sql: row.GetString(5)))
            .Where(constraint => staying.TryGetValue(constraint.Table, out var task) && constraint.Columns.All(column => task.Plan.Find(column)?.Mask is null || (!constraint.IsCheck && task.Plan.Find(column)?.Strategy?.Name is not ("null" or "constant"))))
            .Where(constraint => LiveConnection.Execute(connection, constraint.Sql) is true).Select(constraint => $"{staying[constraint.Table].Name}: {constraint.Name}").ToList();
        snapshot.Return(connection);
        if (broken.Count > 0) throw new CiAnonException(DiagnosticCodes.TargetRefusesRows, $"{snapshot.Address.Variable}: rows that stand there break {string.Join(", ", broken)}, NOT VALID. {DiagnosticCodes.TargetRefusesRows.Help}");
    });
}
