using System.Text.Json;

namespace CiAnon.PostgresTests.Runs.Schemas;

/// <summary>A table as PostgreSQL's catalog describes it, for a judge that doesn't trust our reading of it.</summary>
internal sealed record TableShape(string Schema, string Name, IReadOnlyList<ColumnShape> Columns)
{
    private const string CatalogQuery = """
        SELECT coalesce(json_agg(json_build_object('schema', n.nspname, 'name', c.relname, 'columns', (
            SELECT coalesce(json_agg(json_build_object('name', a.attname, 'isPadded', coalesce(nullif(t.typbasetype, 0), t.oid) = 'bpchar'::regtype,
                'sources', CASE WHEN a.attgenerated <> '' THEN (
                    SELECT coalesce(json_agg(DISTINCT s.attname::text), '[]') FROM pg_attrdef f
                    JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid AND (d.classid = 'pg_attrdef'::regclass AND d.objid = f.oid
                        OR d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid = a.attnum)
                    JOIN pg_attribute s ON s.attrelid = c.oid AND s.attnum = d.refobjsubid
                    WHERE f.adrelid = c.oid AND f.adnum = a.attnum AND s.attnum <> a.attnum) END) ORDER BY a.attnum), '[]')
            FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)) ORDER BY n.nspname, c.relname), '[]')
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        """;

    public string FullName => $"{Schema}.{Name}";

    private string SqlName => $"{Quote(Schema)}.{Quote(Name)}";

    /// <summary>All rows in their physical order, under a name that needs no encoding.</summary>
    public string ViewSql(string view) =>
        $"CREATE TEMP VIEW {view} AS SELECT {string.Join(", ", Columns.Select(column => Quote(column.Name)))} FROM ONLY {SqlName} ORDER BY ctid;";

    public static IReadOnlyList<TableShape> Read(TestCluster cluster, string database) =>
        JsonSerializer.Deserialize<List<TableShape>>(cluster.Query(database, "SET client_encoding = 'UTF8'", CatalogQuery), JsonSerializerOptions.Web)!;

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <param name="IsPadded">char(n): spaces at the end say nothing.</param>
/// <param name="Sources">The columns that a generated column is computed from; null for all others.</param>
internal sealed record ColumnShape(string Name, bool IsPadded, IReadOnlyList<string>? Sources);
