using System.Globalization;
using CiAnon.Catalogs;
using Npgsql;

namespace CiAnon.Sandboxes.Live;

/// <summary>
/// What a database says of itself once it was anonymized where it stands: by whom, when, by which policy. It holds for the rows and
/// columns of that moment alone; no trigger watches them, their own transaction numbers tell.
/// </summary>
internal static class CleanMarker
{
    private const string Table = $"{OwnTables.Schema}.{OwnTables.Marker}";

    // All that is looked at when a database is anonymized; the schema of our own isn't.
    private const string Anonymized = $"n.nspname <> '{LiveRelations.OwnSchema}'";

    // Whatever else stands there came later, or was looked at by nobody.
    private const string Everything = $"NOT (n.nspname = '{LiveRelations.OwnSchema}' AND c.relname = '{OwnTables.Marker}')";

    // What tables there are and what they have: another table or column than at that time was looked at by nobody.
    private const string StructureSql = """
        SELECT n.nspname || '.' || c.relname, c.oid::text || ' ' || pg_catalog.md5(coalesce(pg_catalog.string_agg(pg_catalog.concat_ws(':', a.attnum, a.attname, a.atttypid, a.attgenerated), ',' ORDER BY a.attnum), ''))
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relkind IN ('r', 'p', 'f', 'm') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND {0}
        GROUP BY n.nspname, c.relname, c.oid ORDER BY 1
        """;

    private const string TablesSql = $"""
        SELECT c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname), n.nspname || '.' || c.relname, pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT')
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND {Everything}
        UNION ALL SELECT c.oid, 'pg_catalog.' || c.relname, 'pg_catalog.' || c.relname, pg_catalog.has_table_privilege(c.oid, 'SELECT')
        FROM pg_catalog.pg_class c WHERE c.oid IN ('pg_catalog.pg_largeobject'::regclass, 'pg_catalog.pg_largeobject_metadata'::regclass) AND EXISTS (SELECT FROM pg_catalog.pg_largeobject_metadata)
        UNION ALL SELECT * FROM ({FetchingViews.PossibleSql}) fetching
        ORDER BY 3
        """;

    // A number of 32 bits says nothing about what lies further back.
    private const long Horizon = 1L << 31;

    // The first transaction that isn't over and may write here: those of other databases never do.
    private const string SinceSql = """
        SELECT coalesce(min(x.id), pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint)
        FROM (SELECT xip::text::bigint FROM pg_catalog.pg_snapshot_xip(pg_catalog.pg_current_snapshot()) xip) x(id)
        WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity a WHERE a.backend_xid::text::bigint = x.id & 4294967295 AND a.datid <> (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()))
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_prepared_xacts p WHERE p.transaction::text::bigint = x.id & 4294967295 AND p.database <> pg_catalog.current_database())
        """;

    /// <summary>What stands in the database in a transaction's snapshot, and which transactions come later: what nobody will look at.</summary>
    public static CleanMoment Look(NpgsqlConnection connection) => new((long)LiveConnection.Execute(connection, SinceSql)!,
        LiveConnection.Query(connection, StructureSql.Replace("{0}", Anonymized, StringComparison.Ordinal), row => (row.GetString(0), row.GetString(1))),
        LiveConnection.Query(connection, CleanDefinitions.Anonymized, row => (row.GetString(0), row.GetString(1))));

    /// <summary>The last that the transaction does, whose rows are the clean ones.</summary>
    /// <param name="moment">When its rows were read.</param>
    public static void Write(LiveTarget target, CleanState state, CleanMoment moment)
    {
        target.Execute($"""
            CREATE SCHEMA IF NOT EXISTS {LiveRelations.OwnSchema};
            DROP TABLE IF EXISTS {Table};
            CREATE TABLE {Table} (at timestamptz NOT NULL, tool text NOT NULL, policy text NOT NULL, policy_sha256 text NOT NULL, presets text NOT NULL, key_mode text NOT NULL, key_fingerprint text,
                done text NOT NULL, system_identifier text NOT NULL, database oid NOT NULL, transaction text NOT NULL, others_since text NOT NULL, tables text[] NOT NULL, columns text[] NOT NULL,
                definitions text[] NOT NULL);
            GRANT USAGE ON SCHEMA {LiveRelations.OwnSchema} TO PUBLIC;
            GRANT SELECT ON {Table} TO PUBLIC;
            """);
        target.Execute($"""
            INSERT INTO {Table} SELECT pg_catalog.now(), {Sql.Literal(state.Tool)}, {Sql.Literal(state.Policy)}, {Sql.Literal(state.Rules.Sha256)}, {Sql.Literal(state.Rules.Presets)}, {Sql.Literal(state.KeyMode)},
                {(state.KeyFingerprint is { } print ? Sql.Literal(print) : "NULL")}, {Sql.Literal(state.Done)}, {IdentitySql}, pg_catalog.pg_current_xact_id()::text,
                {Sql.Literal(moment.Since.ToString(CultureInfo.InvariantCulture))}, {ArrayOf(moment.Tables.Select(table => table.Name))}, {ArrayOf(moment.Tables.Select(table => table.Columns))},
                {ArrayOf(moment.Definitions.Select(definition => definition.Key))}
            """);
    }

    /// <summary>What came or changed since a moment, as the connection sees it now, by name.</summary>
    public static IReadOnlyList<string> Came(NpgsqlConnection connection, CleanMoment moment)
    {
        var now = Look(connection);
        return [.. now.Tables.Except(moment.Tables).Select(table => table.Name), .. now.Definitions.Except(moment.Definitions).Select(definition => definition.Name)];
    }

    private static string ArrayOf(IEnumerable<string> values) => $"ARRAY[{string.Join(", ", values.Select(Sql.Literal))}]::text[]";

    /// <summary>Why the database isn't clean; null when it is.</summary>
    /// <param name="rules">By which it must have been anonymized; null for any.</param>
    public static NotClean? Judge(NpgsqlConnection connection, CleanRules? rules, CancellationToken cancellation)
    {
        if (LiveConnection.Execute(connection, $"SELECT pg_catalog.to_regclass('{Table}') IS NULL", cancellation) is true) return new(NotCleanReason.NeverDone, "it was never anonymized where it stands");
        var markers = LiveConnection.Query(connection, $"""
            SELECT policy_sha256, (system_identifier, database) IS NOT DISTINCT FROM ({IdentitySql}), transaction::bigint, others_since::bigint,
                   tables, columns, pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint, xmin::text::bigint, definitions, coalesce(pg_catalog.to_jsonb(clean) ->> 'presets', '') FROM {Table}
            """, row => (Policy: row.GetString(0), IsOwn: row.GetBoolean(1), Transaction: row.GetInt64(2), Others: row.GetInt64(3),
                Tables: row.GetFieldValue<string[]>(4), Columns: row.GetFieldValue<string[]>(5), Next: row.GetInt64(6), Writer: row.GetInt64(7),
                Definitions: row.GetFieldValue<string[]>(8), Presets: row.GetString(9)));
        if (markers.Count != 1) return new(NotCleanReason.NeverDone, markers.Count == 0 ? "its marker is empty" : "its marker says several things");
        var marker = markers[0];
        // The run's last statement writes it: whoever else did copied or changed it, and numbers that went back tell nothing.
        if (marker.Writer != (uint)marker.Transaction || marker.Next <= marker.Transaction) return new(NotCleanReason.NeverDone, "its marker isn't as the run left it");
        if (!marker.IsOwn) return new(NotCleanReason.NeverDone, "its marker was copied from another database");
        if (rules is not null && rules.Sha256 != marker.Policy) return new(NotCleanReason.OtherPolicy, "it was anonymized by another policy, or an earlier state of this one");
        if (rules is not null && rules.Presets != marker.Presets) return new(NotCleanReason.OtherPolicy, "a preset of its policy has other rules now");

        var changes = new List<string>();
        var then = marker.Tables.Zip(marker.Columns).ToHashSet();
        var other = LiveConnection.Query(connection, StructureSql.Replace("{0}", Everything, StringComparison.Ordinal), row => (row.GetString(0), row.GetString(1))).Where(table => !then.Contains(table)).Select(table => table.Item1).ToList();
        if (other.Count > 0) changes.Add($"tables or columns came since: {Names(other)}");
        var said = marker.Definitions.ToHashSet(StringComparer.Ordinal);
        var unseen = LiveConnection.Query(connection, CleanDefinitions.Everything, row => (Key: row.GetString(0), Name: row.GetString(1))).Where(definition => !said.Contains(definition.Key))
            .Select(definition => definition.Name).Distinct().Order(StringComparer.Ordinal).ToList();
        if (unseen.Count > 0) changes.Add($"definitions came or changed since: {Names(unseen)}");
        if (marker.Next - marker.Others >= Horizon) return new(NotCleanReason.Changed, string.Join("; ", changes.Append("it was anonymized so many transactions ago that changes can't be told any more")));
        var tables = LiveConnection.Query(connection, TablesSql, row => (Sql: row.GetString(1), Name: row.GetString(2), IsReadable: row.GetBoolean(3)));
        var written = tables.Where(table => table.IsReadable).Select(table => (table.Name, Rows: (long)LiveConnection.Execute(connection, NewerSql(table.Sql, marker.Transaction, marker.Others), cancellation)!))
            .Where(table => table.Rows > 0).Select(table => $"{table.Name} ({table.Rows})").ToList();
        if (written.Count > 0) changes.Add($"rows were written since: {Names(written)}");
        var hidden = tables.Where(table => !table.IsReadable).Select(table => table.Name).ToList();
        var reason = changes.Count > 0 ? NotCleanReason.Changed : NotCleanReason.Unreadable;
        if (hidden.Count > 0) changes.Add($"its role may not read {Names(hidden)}, and can't tell whether rows changed there");
        return changes.Count == 0 ? null : new(reason, string.Join("; ", changes));
    }

    private const string IdentitySql = "(SELECT system_identifier::text FROM pg_catalog.pg_control_system()), (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())";

    // A row tells which transaction wrote it. Those that were going on beside ours could write after it, and count as later ones.
    private static string NewerSql(string table, long transaction, long others) => string.Create(CultureInfo.InvariantCulture,
        $"SELECT pg_catalog.count(*) FROM ONLY {table} WHERE xmin <> '{(uint)transaction}'::xid AND pg_catalog.age(xmin) <= pg_catalog.age('{(uint)others}'::xid)");

    private static string Names(List<string> names) => names.Count <= 10 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(10))} and {names.Count - 10} more";
}
