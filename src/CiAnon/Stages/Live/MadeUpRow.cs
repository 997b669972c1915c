using System.Globalization;
using System.Text.RegularExpressions;
using CiAnon.Catalogs;
using CiAnon.Sandboxes.Live;
using CiAnon.Stages.Trials;
using Npgsql;

namespace CiAnon.Stages.Live;

/// <summary>A row of nobody's, which an empty table takes: statistics of it take the place of those of rows that are gone.</summary>
internal sealed partial class MadeUpRow(LiveTarget target, string table)
{
    private const int MostAttempts = 1000;
    private const string OfHash = "satisfies_hash_partition(";

    // From here on such a constraint has a name, which would be lost, and an owner clears statistics otherwise.
    private const int FirstWithNamedNotNull = 18;

    // What every type takes, or NULL, the conditions that speak of the column, and what is invented for them.
    private const string ColumnsSql = """
        SELECT pg_catalog.quote_ident(a.attname),
            CASE WHEN NOT a.attnotnull AND t.typtype <> 'd' THEN NULL
                WHEN b.typtype = 'e' THEN (SELECT min(e.enumlabel)::text FROM pg_catalog.pg_enum e WHERE e.enumtypid = b.oid)
                WHEN b.typname = 'uuid' THEN '00000000-0000-0000-0000-000000000000'
                WHEN b.typname IN ('json', 'jsonb') THEN '{}'
                ELSE CASE b.typcategory WHEN 'B' THEN 'false' WHEN 'N' THEN '0' WHEN 'D' THEN '2000-01-01' WHEN 'T' THEN '1 day' WHEN 'A' THEN '{}'
                    WHEN 'I' THEN '10.0.0.0' WHEN 'R' THEN 'empty' WHEN 'V' THEN '0' WHEN 'S' THEN 'x' ELSE '' END END,
            coalesce((SELECT pg_catalog.string_agg(pg_catalog.pg_get_constraintdef(k.oid), ' ') FROM pg_catalog.pg_constraint k WHERE k.contype = 'c' AND (k.conrelid = a.attrelid AND a.attnum = ANY (k.conkey) OR k.contypid = ANY (d.domains))), ''),
            coalesce((SELECT p.said FROM (SELECT pg_catalog.pg_get_partition_constraintdef(a.attrelid)) p(said) WHERE pg_catalog.strpos(p.said, pg_catalog.quote_ident(a.attname)) > 0), ''),
            CASE WHEN b.typtype = 'e' THEN NULL WHEN b.typname = 'uuid' THEN '00000000-0000-0000-0000-' WHEN b.typcategory = 'N' THEN '' WHEN b.typcategory = 'S' THEN 'x' WHEN b.typcategory = 'D' THEN '2000-01-01' END,
            b.typname::text, b.typtype::text, b.typcategory::text, b.typnamespace = 'pg_catalog'::regnamespace
        FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
        JOIN LATERAL (
            WITH RECURSIVE base(oid) AS (SELECT t.oid UNION SELECT y.typbasetype FROM base JOIN pg_catalog.pg_type y ON y.oid = base.oid WHERE y.typtype = 'd')
            SELECT pg_catalog.array_agg(oid) FROM base) d(domains) ON true
        JOIN pg_catalog.pg_type b ON b.oid = ANY (d.domains) AND b.typtype <> 'd'
        WHERE a.attrelid = {0}::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum
        """;

    // Partitions take NULL where the topmost table that forbids it does; whoever inherits otherwise decides alone.
    private const string NotNullSql = """
        SELECT pg_catalog.quote_ident(a.attname), (SELECT CASE c.relkind WHEN 'p' THEN '' ELSE 'ONLY ' END || c.oid::regclass
            FROM (SELECT {0}::regclass AS relid, 0 AS depth UNION ALL SELECT * FROM pg_catalog.pg_partition_ancestors({0}) WITH ORDINALITY) above
            JOIN pg_catalog.pg_class c ON c.oid = above.relid JOIN pg_catalog.pg_attribute t ON t.attrelid = c.oid AND t.attname = a.attname AND t.attnotnull ORDER BY above.depth DESC LIMIT 1)
        FROM pg_catalog.pg_attribute a WHERE a.attrelid = {0}::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull
        """;

    // A published table lets nobody delete a row that it has no name for.
    private const string NamelessSql = """
        SELECT c.relreplident::text FROM pg_catalog.pg_class c WHERE c.oid = {0}::regclass AND c.relreplident IN ('d', 'n')
          AND NOT (c.relreplident = 'd' AND EXISTS (SELECT FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid AND i.indisprimary))
        """;

    private const string RulesSql = "SELECT pg_catalog.quote_ident(r.rulename), r.ev_enabled = 'A' FROM pg_catalog.pg_rewrite r WHERE r.ev_class = {0}::regclass AND r.ev_enabled IN ('O', 'A') ORDER BY 1";

    /// <param name="restore">Gets what has to be said when the row is gone.</param>
    /// <returns>Whether it is there; else the table takes none of those that were tried.</returns>
    public bool Insert(List<string> restore)
    {
        var columns = LiveConnection.Query(target.Connection, Of(ColumnsSql), row => new Column(row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetString(2).Length > 0, row.GetString(3).Length > 0,
            Others($"{row.GetString(2)} {row.GetString(3)}".Trim(), row.IsDBNull(4) ? null : row.GetString(4),
                new ColumnType(row.GetString(5), TypeKinds.Of(row.GetString(5), row.GetString(6), row.GetString(7), row.GetBoolean(8)), row.GetString(5)))));
        if (columns.Count == 0) return false;
        // Nobody alters a table whose keys wait to be checked.
        Name(restore);
        DisableRules(restore);
        if (TryAll(columns)) return true;
        // What no value is known for may be NULL: while the table is empty, its owner may say so.
        var unknown = TakeNulls([.. columns.Where(column => column is { IsChecked: true, IsBounded: false }).Select(column => column.Name)], restore);
        return unknown.Count > 0 && TryAll([.. columns.Select(column => unknown.Contains(column.Name) ? column with { Value = null, Others = [] } : column)]);
    }

    private bool TryAll(List<Column> columns)
    {
        var attempts = Math.Min(MostAttempts, (2 * columns.Max(column => column.Others.Count)) + 1);
        var draw = new SampleDraw(0);
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            // Conditions may want values that belong together, or such as have nothing to do with each other.
            var values = columns.Select((column, place) => attempt == 0 || column.Others.Count == 0 ? column.Value
                : column.Others[attempt % 2 == 1 ? ((attempt / 2) + place) % column.Others.Count : draw.Below(column.Others.Count)]).ToList();
            if (Try($"INSERT INTO {table} ({string.Join(", ", columns.Select(column => column.Name))}) OVERRIDING SYSTEM VALUE VALUES ({string.Join(", ", values.Select(value => value is null ? "NULL" : Sql.Literal(value)))})")) return true;
        }
        return false;
    }

    private HashSet<string> TakeNulls(IReadOnlyList<string> names, List<string> restore)
    {
        if (target.Connection.PostgreSqlVersion.Major >= FirstWithNamedNotNull) return [];
        var required = LiveConnection.Query(target.Connection, Of(NotNullSql), row => (Name: row.GetString(0), Table: row.GetString(1)));
        var taken = names.Except(required.Select(column => column.Name)).ToHashSet();
        foreach (var (name, owner) in required.Where(column => names.Contains(column.Name)))
        {
            // A key takes none.
            if (!Try($"ALTER TABLE {owner} ALTER {name} DROP NOT NULL")) continue;
            restore.Add($"ALTER TABLE {owner} ALTER {name} SET NOT NULL");
            taken.Add(name);
        }
        return taken;
    }

    private bool Try(string statement)
    {
        target.Execute("SAVEPOINT one_row");
        try
        {
            target.Execute(statement + "; RELEASE one_row");
            return true;
        }
        // A condition or a partition's bounds don't take it. What would be written behind a savepoint would be another transaction's for the marker.
        catch (PostgresException) when (target.Connection.State == System.Data.ConnectionState.Open)
        {
            target.Execute("ROLLBACK TO one_row; RELEASE one_row");
            return false;
        }
    }

    // They would write elsewhere, or nothing.
    private void DisableRules(List<string> restore)
    {
        foreach (var (rule, isAlways) in LiveConnection.Query(target.Connection, Of(RulesSql), row => (row.GetString(0), row.GetBoolean(1))))
        {
            target.Execute($"ALTER TABLE ONLY {table} DISABLE RULE {rule}");
            restore.Add($"ALTER TABLE ONLY {table} ENABLE {(isAlways ? "ALWAYS " : "")}RULE {rule}");
        }
    }

    private void Name(List<string> restore)
    {
        if (target.Execute(Of(NamelessSql)) is not string identity) return;
        target.Execute($"ALTER TABLE ONLY {table} REPLICA IDENTITY FULL");
        restore.Add($"ALTER TABLE ONLY {table} REPLICA IDENTITY {(identity == "n" ? "NOTHING" : "DEFAULT")}");
    }

    private static List<string> Others(string conditions, string? beginning, ColumnType type)
    {
        if (conditions.Length == 0) return [];
        // What is made of the conditions' own words comes last there.
        if (beginning is null || !conditions.Contains(OfHash, StringComparison.Ordinal))
            return [.. Compared(conditions).Concat(SampleValues.Of(new SampledColumn(type, Kind: null, Allowed: null), SampleLiterals.Of(conditions), asciiOnly: false).Reverse()).Distinct()];
        // Which partition a hash leads to only the server knows.
        return [.. Enumerable.Range(1, MostAttempts - 1).Select(number => DateOnly.TryParse(beginning, CultureInfo.InvariantCulture, out var day) ? day.AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : beginning + number.ToString(beginning.StartsWith('0') ? "D12" : "D", CultureInfo.InvariantCulture))];
    }

    private static List<string> Compared(string conditions) =>
        [.. Literals().Matches(conditions).SelectMany(found => found.Groups["text"].Success ? Texts(found.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal)) : Numbers(found.Groups["number"].Value)).Distinct()];

    private static IEnumerable<string> Texts(string literal) => [literal, literal.Replace('%', 'x').Replace('_', 'x')];

    // Limits may be open.
    private static IEnumerable<string> Numbers(string literal) => !decimal.TryParse(literal, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? [literal]
        : [literal, (number + 1).ToString(CultureInfo.InvariantCulture), (number - 1).ToString(CultureInfo.InvariantCulture)];

    /// <param name="Value">Null for NULL.</param>
    /// <param name="IsChecked">A CHECK speaks of it.</param>
    /// <param name="IsBounded">A partition's bounds do.</param>
    /// <param name="Others">More that it may take.</param>
    private sealed record Column(string Name, string? Value, bool IsChecked, bool IsBounded, List<string> Others);

    private string Of(string sql) => sql.Replace("{0}", Sql.Literal(table), StringComparison.Ordinal);

    [GeneratedRegex("""'(?<text>(?:[^']|'')*)'|(?<![\w.])(?<number>-?[0-9]+(?:\.[0-9]+)?)(?![\w.])""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literals();
}
