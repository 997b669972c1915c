using CiAnon.Catalogs;
using CiAnon.Planning;
using Npgsql;

namespace CiAnon.Stages.Trials;

/// <summary>Reads what the restored schema demands of rows while they are loaded: what comes after the rows in a dump, as constraints that are NOT VALID do, isn't there yet.</summary>
internal sealed class DemandReader(NpgsqlConnection connection)
{
    // Of partitions and children only what they have for themselves: their rules are their parent's.
    private const string ChecksSql = """
        SELECT k.conrelid, k.conname::text, pg_get_expr(k.conbin, k.conrelid),
               ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey) ORDER BY a.attnum)
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
        WHERE k.contype = 'c' AND k.coninhcount = 0 AND k.convalidated AND c.relkind IN ('r', 'p', 'f') AND k.conbin IS NOT NULL
        ORDER BY k.conrelid, k.conname
        """;

    private const string GeneratedSql = """
        SELECT a.attrelid, a.attname::text, pg_get_expr(d.adbin, d.adrelid), a.attnotnull,
               ARRAY(SELECT b.attname::text FROM pg_attribute b WHERE b.attrelid = a.attrelid AND b.attnum > 0 AND b.attnum <> a.attnum AND EXISTS (
                     SELECT FROM pg_depend p WHERE p.refclassid = 'pg_class'::regclass AND p.refobjid = a.attrelid AND p.refobjsubid = b.attnum
                        AND (p.classid = 'pg_attrdef'::regclass AND p.objid = d.oid
                          OR p.classid = 'pg_class'::regclass AND p.objid = a.attrelid AND p.objsubid = a.attnum)) ORDER BY b.attnum)
        FROM pg_attribute a JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attgenerated <> '' AND NOT a.attisdropped
        ORDER BY a.attrelid, a.attnum
        """;

    private const string DomainsSql = """
        WITH RECURSIVE domain(attrelid, attname, typid) AS (
            SELECT a.attrelid, a.attname::text, a.atttypid FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid AND t.typtype = 'd'
            JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'f') WHERE a.attnum > 0 AND NOT a.attisdropped
            UNION ALL
            SELECT d.attrelid, d.attname, t.typbasetype FROM domain d JOIN pg_type t ON t.oid = d.typid JOIN pg_type b ON b.oid = t.typbasetype AND b.typtype = 'd'
        )
        SELECT d.attrelid, d.attname, coalesce(string_agg(pg_get_constraintdef(k.oid), ' '), '')
        FROM domain d LEFT JOIN pg_constraint k ON k.contypid = d.typid AND k.contype = 'c'
        GROUP BY 1, 2
        """;

    // Of a tree by hashes there is a partition for every value: what lies below it isn't looked at.
    private const string PartitionsSql = """
        WITH RECURSIVE part(root, oid, strategy) AS (
            SELECT c.oid, c.oid, p.partstrat FROM pg_partitioned_table p JOIN pg_class c ON c.oid = p.partrelid WHERE NOT c.relispartition
            UNION ALL
            SELECT part.root, i.inhrelid, p.partstrat FROM part JOIN pg_inherits i ON i.inhparent = part.oid LEFT JOIN pg_partitioned_table p ON p.partrelid = i.inhrelid
            WHERE part.strategy IN ('l', 'r')
        )
        SELECT root, string_agg('(' || coalesce(pg_get_partition_constraintdef(oid), 'true') || ')', ' OR ' ORDER BY oid) FROM part
        WHERE strategy IS NULL OR strategy = 'h'
        GROUP BY root
        """;

    /// <summary>Those of the table that its plan's masked columns have a part in.</summary>
    /// <param name="moved">Tops of the partition trees whose rows move, by oid.</param>
    public ILookup<uint, Demand> Read(IReadOnlyDictionary<uint, Table> tables, IReadOnlyDictionary<uint, MovedRows> moved)
    {
        var generated = Query(GeneratedSql, row => (Oid: row.GetFieldValue<uint>(0), Name: row.GetString(1), Expression: row.GetString(2), NotNull: row.GetBoolean(3), Columns: row.GetFieldValue<string[]>(4)))
            .Where(column => tables.ContainsKey(column.Oid)).ToLookup(column => column.Oid);
        var domains = Query(DomainsSql, row => (Oid: row.GetFieldValue<uint>(0), Column: row.GetString(1), Checks: row.GetString(2))).ToDictionary(domain => (domain.Oid, domain.Column), domain => domain.Checks);
        var demands = new List<Demand>();

        foreach (var (oid, name, expression, columns) in Query(ChecksSql, row => (row.GetFieldValue<uint>(0), row.GetString(1), row.GetString(2), row.GetFieldValue<string[]>(3))))
        {
            if (!tables.TryGetValue(oid, out var table)) continue;
            var computed = generated[oid].Where(column => columns.Contains(column.Name)).ToList();
            var own = columns.Except(computed.Select(column => column.Name)).Union(computed.SelectMany(column => column.Columns)).ToHashSet();
            Add(new Demand(table, $"CHECK {name} of {table.FullName}", InOrder(table, own), [.. computed.Select(column => (column.Name, column.Expression))], expression) { IsCheck = true });
        }
        foreach (var (oid, expression) in Query(PartitionsSql, row => (row.GetFieldValue<uint>(0), row.GetString(1))).Where(tree => moved.ContainsKey(tree.Item1) && tables.ContainsKey(tree.Item1)))
            Add(new Demand(tables[oid], $"partitioning of {moved[oid].Words}", InOrder(tables[oid], [.. moved[oid].AllKeys]), [], expression) { IsCheck = true, IsPartitioning = true });
        foreach (var (oid, name, expression, notNull, columns) in generated.SelectMany(column => column))
        {
            if (tables[oid] is { IsPartition: false } table)
                Add(new Demand(table, $"generated column {table.FullName}.{name}", InOrder(table, [.. columns]), [(name, expression)], notNull ? $"{Sql.Identifier(name)} IS NOT NULL" : null));
        }
        foreach (var table in tables.Values.Where(table => !table.IsPartition))
            foreach (var column in table.Columns.Where(column => !column.IsGenerated))
            {
                if (domains.ContainsKey((table.Oid, column.Name))) Add(new Demand(table, $"domain {column.Type.Name} of {table.FullName}.{column.Name}", [column.Name], [], null));
                else if (column.Type is { Precision: not null }) Add(new Demand(table, $"type {column.Type.Name} of {table.FullName}.{column.Name}", [column.Name], [], null) { IsLimit = true });
            }
        return demands.ToLookup(demand => demand.Table.Oid);

        void Add(Demand demand) =>
            demands.Add(demand with { Hints = string.Concat(demand.Columns.Select(column => " " + domains.GetValueOrDefault((demand.Table.Oid, column)))) });
    }

    private static IReadOnlyList<string> InOrder(Table table, HashSet<string> columns) => [.. table.Columns.Where(column => columns.Contains(column.Name)).Select(column => column.Name)];

    private List<T> Query<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }
}
