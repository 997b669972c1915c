using System.Globalization;
using CiAnon.Catalogs;
using CiAnon.Dumps.Contents;
using CiAnon.Tables;
using Npgsql;

namespace CiAnon.Stages.Entries;

/// <summary>
/// What stands in the sandbox for the types, tables and sequences of an extension that it does without: a type takes any text and gives it
/// back byte for byte, a table has columns of text. So rows go through, are counted and searched; nothing else is proven of them.
/// </summary>
internal sealed class StandIns(EntryExecutor executor)
{
    private const string Room = "ci_anon_stand_ins";

    // Every column whose values are made of a type's: its own, arrays, domains, ranges and rows of it.
    private const string ColumnsSql = """
        WITH RECURSIVE made(oid) AS (
            SELECT unnest($1::text[])::regtype::oid
            UNION
            SELECT t.oid FROM made m JOIN pg_catalog.pg_type t ON t.typelem = m.oid OR t.typbasetype = m.oid
                OR EXISTS (SELECT FROM pg_catalog.pg_range r WHERE r.rngtypid = t.oid AND r.rngsubtype = m.oid)
                OR EXISTS (SELECT FROM pg_catalog.pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND a.atttypid = m.oid)
        )
        SELECT n.nspname::text, c.relname::text, a.attname::text
        FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid IN (SELECT oid FROM made)
        ORDER BY 1, 2, a.attnum
        """;

    /// <param name="name">As messages write it: schema and name, not quoted.</param>
    /// <param name="place">Among the database's stand-ins.</param>
    public void AddType(string name, int place)
    {
        var (schema, type) = Split(name);
        var qualified = $"{schema}.{type}";
        var number = place.ToString(CultureInfo.InvariantCulture);
        executor.Execute($"create a stand-in for type {name}", $"""
            CREATE SCHEMA IF NOT EXISTS {Room}; CREATE SCHEMA IF NOT EXISTS {schema};
            CREATE TYPE {qualified};
            CREATE FUNCTION {Room}.in_{number}(cstring) RETURNS {qualified} LANGUAGE internal IMMUTABLE STRICT AS 'textin';
            CREATE FUNCTION {Room}.out_{number}({qualified}) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
            CREATE OR REPLACE FUNCTION {Room}.modifier(cstring[]) RETURNS integer LANGUAGE internal IMMUTABLE STRICT AS 'array_ndims';
            CREATE TYPE {qualified} (INPUT = {Room}.in_{number}, OUTPUT = {Room}.out_{number}, TYPMOD_IN = {Room}.modifier, LIKE = pg_catalog.text, CATEGORY = 'U');
            """);
    }

    public void AddTable(CopyStatement rows)
    {
        var name = $"{Sql.Identifier(rows.Schema)}.{Sql.Identifier(rows.Table)}";
        executor.Execute($"create a stand-in for table {rows.Schema}.{rows.Table}", $"""
            CREATE SCHEMA IF NOT EXISTS {Sql.Identifier(rows.Schema)};
            CREATE TABLE {name} ({string.Join(", ", rows.Columns.Select(Column))});
            """);

        string Column(string column) =>
            $"{Sql.Identifier(column)} pg_catalog.text{(ExtensionTables.Find(rows.Schema, rows.Table, column) is { NotNull: true } ? " NOT NULL" : "")}";
    }

    public void AddSequence(TocEntry value)
    {
        executor.Execute($"create a stand-in for sequence {value.Namespace}.{value.Tag}", $"""
            CREATE SCHEMA IF NOT EXISTS {Sql.Identifier(value.Namespace!)};
            CREATE SEQUENCE IF NOT EXISTS {Sql.Identifier(value.Namespace!)}.{Sql.Identifier(value.Tag)} MINVALUE -9223372036854775808;
            """);
    }

    public bool Exists(string schema, string relation)
    {
        using var command = new NpgsqlCommand("SELECT pg_catalog.to_regclass($1) IS NOT NULL", executor.Connection);
        command.Parameters.AddWithValue($"{Sql.Identifier(schema)}.{Sql.Identifier(relation)}");
        return (bool)command.ExecuteScalar()!;
    }

    /// <summary>The columns that have values of such types.</summary>
    public static IReadOnlyList<(string Schema, string Table, string Column)> Columns(NpgsqlConnection connection, IEnumerable<string> types)
    {
        using var command = new NpgsqlCommand(ColumnsSql, connection);
        command.Parameters.AddWithValue(types.Select(Split).Select(type => $"{type.Schema}.{type.Name}").ToArray());
        using var reader = command.ExecuteReader();
        var columns = new List<(string, string, string)>();
        while (reader.Read()) columns.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return columns;
    }

    private static (string Schema, string Name) Split(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return (Sql.Identifier(name[..dot]), Sql.Identifier(name[(dot + 1)..]));
    }
}
