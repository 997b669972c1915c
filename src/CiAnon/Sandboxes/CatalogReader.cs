using System.Globalization;
using CiAnon.Catalogs;
using CiAnon.Catalogs.Ddl;
using Npgsql;

namespace CiAnon.Sandboxes;

/// <summary>Reads the catalog of a restored schema from <c>pg_catalog</c>.</summary>
public sealed class CatalogReader(NpgsqlConnection connection)
{
    private const string UserSchemas =
        "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

    // The columns that a partition key's expressions use depend on their own table as a whole (heap.c, StorePartitionKey).
    private const string TablesSql = $"""
        SELECT c.oid, n.nspname, c.relname, c.relkind::text, c.relispartition,
               ARRAY(SELECT i.inhparent FROM pg_inherits i WHERE i.inhrelid = c.oid ORDER BY i.inhseqno),
               ARRAY(SELECT a.attname::text FROM pg_partitioned_table p
                     JOIN pg_attribute a ON a.attrelid = p.partrelid
                     WHERE p.partrelid = c.oid
                       AND (a.attnum = ANY (p.partattrs::int2[]) OR EXISTS (
                            SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                               AND d.objsubid = a.attnum AND d.deptype = 'i'
                               AND d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid AND d.refobjsubid = 0))),
               obj_description(c.oid, 'pg_class'),
               EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e')
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'f') AND {UserSchemas}
        ORDER BY n.nspname, c.relname
        """;

    // NOT VALID, which NOT NULL can be since 18, says nothing of the rows that come before it.
    private const string IsNotNull = """
        a.attnotnull AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype = 'n' AND a.attnum = ANY (k.conkey) AND NOT k.convalidated)
        """;

    // Domains are followed down to their base type; the outermost length, precision and scale hold.
    private const string ColumnsSql = $"""
        WITH RECURSIVE base(attrelid, attnum, typid, typmod, depth) AS (
            SELECT a.attrelid, a.attnum, a.atttypid, a.atttypmod, 0
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f') AND {UserSchemas}
            UNION ALL
            SELECT b.attrelid, b.attnum, t.typbasetype, CASE WHEN b.typmod >= 0 THEN b.typmod ELSE t.typtypmod END, b.depth + 1
            FROM base b JOIN pg_type t ON t.oid = b.typid WHERE t.typtype = 'd'
        )
        SELECT a.attrelid, a.attname::text, format_type(a.atttypid, a.atttypmod), t.typname::text, t.typtype::text, t.typcategory::text,
               b.typmod, ({IsNotNull}) OR EXISTS (SELECT FROM pg_type d WHERE d.oid = a.atttypid AND d.typnotnull),
               a.attidentity <> '', a.attgenerated <> '', col_description(a.attrelid, a.attnum),
               e.typname::text, e.typtype::text, e.typcategory::text, tn.nspname = 'pg_catalog',
               CASE WHEN t.typtype = 'e' THEN ARRAY(SELECT l.enumlabel::text FROM pg_enum l WHERE l.enumtypid = t.oid ORDER BY l.enumsortorder) END,
               CASE WHEN EXISTS (SELECT FROM pg_class k WHERE k.oid = coalesce(e.typrelid, t.typrelid) AND k.relkind = 'c') THEN ARRAY(
                    SELECT ARRAY[f.attname::text, format_type(f.atttypid, f.atttypmod), ft.typname::text, ft.typtype::text, ft.typcategory::text,
                                 (fn.nspname = 'pg_catalog')::text, (CASE WHEN f.atttypmod >= 0 THEN f.atttypmod ELSE fd.typtypmod END)::text,
                                 coalesce(fe.typname::text, ''), coalesce(fe.typtype::text, ''), coalesce(fe.typcategory::text, '')]
                    FROM pg_attribute f JOIN pg_type fd ON fd.oid = f.atttypid
                    JOIN pg_type ft ON ft.oid = CASE WHEN fd.typtype = 'd' THEN fd.typbasetype ELSE fd.oid END
                    JOIN pg_namespace fn ON fn.oid = ft.typnamespace
                    LEFT JOIN pg_type fe ON fe.oid = ft.typelem AND ft.typcategory = 'A'
                    WHERE f.attrelid = coalesce(e.typrelid, t.typrelid) AND f.attnum > 0 AND NOT f.attisdropped ORDER BY f.attnum) END
        FROM pg_attribute a
        JOIN base b ON b.attrelid = a.attrelid AND b.attnum = a.attnum
        JOIN pg_type t ON t.oid = b.typid AND t.typtype <> 'd'
        JOIN pg_namespace tn ON tn.oid = t.typnamespace
        LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
        ORDER BY a.attrelid, a.attnum
        """;

    // indnullsnotdistinct came with PostgreSQL 15: asked for by name, so that 13 and 14 can answer, too.
    private const string UniqueKeysSql = $"""
        SELECT i.indrelid, x.relname::text, i.indisprimary, i.indpred IS NOT NULL, i.indexprs IS NOT NULL,
               ARRAY(SELECT a.attname::text FROM pg_attribute a
                     WHERE a.attrelid = i.indrelid AND a.attnum > 0
                       AND (a.attnum = ANY ((i.indkey::int2[])[0:i.indnkeyatts - 1]) OR EXISTS (
                            SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid
                               AND d.refclassid = 'pg_class'::regclass AND d.refobjid = i.indrelid AND d.refobjsubid = a.attnum
                               AND i.indexprs IS NOT NULL))),
               coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::bool, false)
        FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
        JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE i.indisunique AND c.relkind IN ('r', 'p', 'f') AND {UserSchemas}
        ORDER BY i.indrelid, NOT i.indisprimary, x.relname
        """;

    private const string ForeignKeysSql = $"""
        SELECT k.conname::text, k.conrelid, k.confrelid,
               ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(num, ord)
                     JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num ORDER BY u.ord),
               ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u(num, ord)
                     JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.num ORDER BY u.ord),
               k.conparentid <> 0, NOT k.convalidated OR NOT coalesce((to_jsonb(k) ->> 'conenforced')::bool, true)
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE k.contype = 'f' AND {UserSchemas}
        ORDER BY k.conrelid, k.conname
        """;

    private const string SequencesSql = $"""
        SELECT sn.nspname::text, s.relname::text, d.refobjid, a.attname::text
        FROM pg_depend d
        JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S' JOIN pg_namespace sn ON sn.oid = s.relnamespace
        JOIN pg_class c ON c.oid = d.refobjid AND c.relkind IN ('r', 'p') JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
        WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND {UserSchemas}
        ORDER BY 1, 2
        """;

    // Of tables first (no column), then of domains, from the column's own down to the last one below it.
    private const string ChecksSql = $"""
        WITH RECURSIVE domain(attrelid, attname, typid, depth) AS (
            SELECT a.attrelid, a.attname::text, a.atttypid, 1
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_type t ON t.oid = a.atttypid AND t.typtype = 'd'
            WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f') AND {UserSchemas}
            UNION ALL
            SELECT d.attrelid, d.attname, t.typbasetype, d.depth + 1
            FROM domain d JOIN pg_type t ON t.oid = d.typid AND t.typtype = 'd'
        )
        SELECT k.conrelid, NULL, pg_get_constraintdef(k.oid), 0, k.conname::text
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE k.contype = 'c' AND c.relkind IN ('r', 'p', 'f') AND {UserSchemas}
        UNION ALL
        SELECT d.attrelid, d.attname, pg_get_constraintdef(k.oid), d.depth, k.conname::text
        FROM domain d JOIN pg_constraint k ON k.contypid = d.typid AND k.contype = 'c'
        ORDER BY 4, 5
        """;

    // A CHECK's conkey has a 0 for the row as a whole, an exclusion's one for an expression. PostgreSQL's own functions are pinned and named nowhere.
    private const string ConstraintsSql = $"""
        SELECT k.conrelid, k.conname::text, k.contype::text,
               ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum > 0 AND a.attnum = ANY (k.conkey)),
               k.conkey IS NULL OR 0 = ANY (k.conkey)
                 OR EXISTS (SELECT FROM pg_index i WHERE i.indexrelid = k.conindid AND k.contype = 'x' AND (i.indexprs IS NOT NULL OR i.indpred IS NOT NULL)),
               EXISTS (SELECT FROM pg_depend d WHERE d.refclassid IN ('pg_proc'::regclass, 'pg_operator'::regclass) AND d.classid = 'pg_constraint'::regclass AND d.objid = k.oid),
               NOT k.convalidated OR NOT coalesce((to_jsonb(k) ->> 'conenforced')::bool, true)
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE k.contype IN ('x', 'c') AND c.relkind IN ('r', 'p', 'f') AND {UserSchemas}
        UNION ALL
        SELECT a.attrelid, a.attname::text, CASE WHEN a.attgenerated <> '' THEN 'g' ELSE 'd' END, ARRAY[a.attname::text], a.attgenerated <> '', false, false
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid
        WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f') AND {UserSchemas} AND (a.attgenerated <> '' OR t.typtype = 'd')
        ORDER BY 1, 3, 2
        """;

    /// <summary>Rows of extensions' tables that are of an earlier transaction came with the extension.</summary>
    public long? RowsSince { get; init; }

    /// <summary>Tables that stand for those of an extension which isn't there.</summary>
    public IReadOnlySet<(string Schema, string Table)> StandIns { get; init; } = new HashSet<(string, string)>();

    public Catalog Read()
    {
        // A cluster as young as a sandbox has no second epoch of transaction numbers: they compare as numbers.
        var where = RowsSince is { } since ? $"WHERE xmin::text::bigint >= {since}" : "";
        var allowed = AllowedValues();
        var columns = Query(ColumnsSql, ReadColumn)
            .ToLookup(pair => pair.Table, pair => pair.Column with { AllowedValues = Both(pair.Column.AllowedValues, allowed.GetValueOrDefault((pair.Table, pair.Column.Name))) });
        var keys = Query(UniqueKeysSql, row => (Table: row.GetFieldValue<uint>(0), Key: new UniqueKey(
            row.GetString(1), row.GetBoolean(2), row.GetBoolean(3), row.GetBoolean(4), row.GetFieldValue<string[]>(5), row.GetBoolean(6))))
            .ToLookup(pair => pair.Table, pair => pair.Key);
        var tables = Query(TablesSql, row =>
        {
            var oid = row.GetFieldValue<uint>(0);
            return new Table(oid, row.GetString(1), row.GetString(2), Kind(row.GetString(3)), row.GetBoolean(4),
                row.GetFieldValue<uint[]>(5), [.. columns[oid]], [.. keys[oid]], row.GetFieldValue<string[]>(6).ToHashSet())
            {
                Comment = row.IsDBNull(7) ? null : row.GetString(7),
                IsFromExtension = row.GetBoolean(8) || StandIns.Contains((row.GetString(1), row.GetString(2))),
                Where = row.GetBoolean(8) ? where : "",
            };
        });
        var byOid = tables.ToDictionary(table => table.Oid);
        var foreignKeys = Query(ForeignKeysSql, row => new ForeignKey(row.GetString(0), byOid[row.GetFieldValue<uint>(1)],
            row.GetFieldValue<string[]>(3), byOid[row.GetFieldValue<uint>(2)], row.GetFieldValue<string[]>(4))
        { IsOfPartition = row.GetBoolean(5), IsUnproven = row.GetBoolean(6) });
        var sequences = Query(SequencesSql, row => new OwnedSequence(row.GetString(0), row.GetString(1),
            byOid[row.GetFieldValue<uint>(2)], row.GetString(3)));
        var constraints = Query(ConstraintsSql, row => new TableConstraint(row.GetFieldValue<uint>(0), row.GetString(1), ConstraintKindOf(row.GetString(2)),
            row.GetFieldValue<string[]>(3), row.GetBoolean(4), row.GetBoolean(5), row.GetBoolean(6)));
        return new Catalog(tables, foreignKeys, sequences) { Constraints = constraints };
    }

    /// <summary>Tables of extensions that pg_dump writes rows of, and the WHERE that says of which; empty for all.</summary>
    public IReadOnlyDictionary<uint, string> DumpedExtensionTables() =>
        Query("SELECT DISTINCT ON (1) * FROM (SELECT unnest(extconfig), unnest(extcondition) FROM pg_extension) config", row => (Oid: row.GetFieldValue<uint>(0), Where: row.GetString(1)))
            .ToDictionary(config => config.Oid, config => config.Where);

    private Dictionary<(uint Table, string Column), IReadOnlyList<string>> AllowedValues()
    {
        var allowed = new Dictionary<(uint, string), IReadOnlyList<string>>();
        foreach (var (table, column, check) in Query(ChecksSql, row => (row.GetFieldValue<uint>(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetString(2))))
        {
            if (CheckedValues.Read(check) is not { } found) continue;
            var key = (table, column ?? found.Column);
            allowed[key] = CheckedValues.Both(allowed.GetValueOrDefault(key), found.Values);
        }
        return allowed;
    }

    private static (uint Table, Column Column) ReadColumn(NpgsqlDataReader row)
    {
        var builtIn = row.GetBoolean(14);
        var kind = TypeKinds.Of(row.GetString(3), row.GetString(4), row.GetString(5), builtIn);
        var element = row.IsDBNull(11) ? TypeKind.None : TypeKinds.Of(row.GetString(11), row.GetString(12), row.GetString(13), builtIn);
        var type = Modified(new ColumnType(row.GetString(2), kind, row.GetString(3), ElementKind: element), row.GetInt32(6))
            with
        { Fields = row.IsDBNull(16) ? null : Fields(row.GetFieldValue<string[,]>(16)) };
        return (row.GetFieldValue<uint>(0), new Column(row.GetString(1), type, row.GetBoolean(7), row.GetBoolean(8), row.GetBoolean(9),
            row.IsDBNull(10) ? null : row.GetString(10))
        { AllowedValues = row.IsDBNull(15) ? null : row.GetFieldValue<string[]>(15) });
    }

    private static ColumnType Modified(ColumnType type, int typmod)
    {
        var isText = type.BaseName is "varchar" or "bpchar";
        var isArrayOfText = type.BaseName is "_varchar" or "_bpchar";
        var isNumeric = (type.BaseName is "numeric" or "_numeric") && typmod >= 0;
        return type with
        {
            MaxLength = isText && typmod >= 4 ? typmod - 4 : null,
            ElementLength = isArrayOfText && typmod >= 4 ? typmod - 4 : null,
            Precision = isNumeric ? ((typmod - 4) >> 16) & 0xffff : null,
            // The scale is an 11-bit signed number since PostgreSQL 15 (numeric.c, numeric_typmod_scale).
            Scale = isNumeric ? (((typmod - 4) & 0x7ff) ^ 1024) - 1024 : null,
        };
    }

    private static CompositeFields Fields(string[,] fields) => new([.. Enumerable.Range(0, fields.GetLength(0)).Select(i => new CompositeField(fields[i, 0], Field(fields, i)))]);

    private static ColumnType Field(string[,] fields, int i)
    {
        var builtIn = fields[i, 5] == "true";
        var element = fields[i, 7].Length == 0 ? TypeKind.None : TypeKinds.Of(fields[i, 7], fields[i, 8], fields[i, 9], builtIn);
        var type = new ColumnType(fields[i, 1], TypeKinds.Of(fields[i, 2], fields[i, 3], fields[i, 4], builtIn), fields[i, 2], ElementKind: element);
        return Modified(type, int.Parse(fields[i, 6], CultureInfo.InvariantCulture));
    }

    private static IReadOnlyList<string>? Both(IReadOnlyList<string>? labels, IReadOnlyList<string>? allowed) =>
        labels is null ? allowed : allowed is null ? labels : CheckedValues.Both(labels, allowed);

    private static ConstraintKind ConstraintKindOf(string letter) => letter switch
    {
        "x" => ConstraintKind.Exclusion,
        "c" => ConstraintKind.Check,
        "g" => ConstraintKind.Generated,
        _ => ConstraintKind.Domain,
    };

    private static TableKind Kind(string relkind) => relkind switch
    {
        "p" => TableKind.Partitioned,
        "f" => TableKind.Foreign,
        _ => TableKind.Ordinary,
    };

    private List<T> Query<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }
}
