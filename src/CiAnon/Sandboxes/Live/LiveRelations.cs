using Npgsql;

namespace CiAnon.Sandboxes.Live;

/// <summary>Reads which relations a database has, as one transaction sees it. Counterparts: getTables and getExtensionMembership in pg_dump.c.</summary>
internal static class LiveRelations
{
    /// <summary>What we keep in databases that were anonymized in place: it belongs to no dump.</summary>
    public const string OwnSchema = Catalogs.OwnTables.Schema;

    // Extensions' relations come with their extension, but for the rows that it declares as the users' (extconfig). Refreshes go by what reads what.
    private const string RelationsSql = $"""
        WITH RECURSIVE config AS (SELECT unnest(extconfig) AS oid, unnest(extcondition) AS condition FROM pg_catalog.pg_extension),
        {FetchingViews.ElsewhereSql}
        SELECT c.oid, n.nspname::text, c.relname::text, c.relkind::text, pg_catalog.pg_get_userbyid(c.relowner)::text,
               ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum),
               CASE WHEN c.relkind = 'r' THEN pg_catalog.pg_table_size(c.oid) ELSE 0 END,
               coalesce((SELECT max(condition) FROM config WHERE config.oid = c.oid), ''), c.relispopulated,
               (SELECT pg_catalog.count(*) FROM reads WHERE reads.view = c.oid), c.oid IN (SELECT view FROM elsewhere)
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'S', 'm') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', '{OwnSchema}')
          AND (c.oid IN (SELECT oid FROM config) OR NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
               WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_catalog.pg_extension'::regclass AND d.deptype = 'e'))
        ORDER BY 10, 2, 3
        """;

    public static List<LiveRelation> Read(NpgsqlConnection connection) => LiveConnection.Query(connection, RelationsSql, row => new LiveRelation(
        row.GetFieldValue<uint>(0), row.GetString(1), row.GetString(2), row.GetString(3)[0], row.GetString(4), row.GetFieldValue<string[]>(5), row.GetInt64(6), row.GetString(7), row.GetBoolean(8), row.GetBoolean(10)));

    /// <summary>What each sequence stands at, in their order. No transaction holds sequences still.</summary>
    public static List<(long Last, bool IsCalled)> Values(NpgsqlConnection connection, IReadOnlyList<LiveRelation> sequences) =>
    [
        .. sequences.Chunk(200).SelectMany(some => LiveConnection.Query(connection,
            string.Join(" UNION ALL ", some.Select((sequence, i) => $"SELECT {i}, last_value, is_called FROM {sequence.SqlName}")) + " ORDER BY 1",
            row => (row.GetInt64(1), row.GetBoolean(2)))),
    ];
}
