using CiAnon.Catalogs;
using Npgsql;

namespace CiAnon.Stages.Loading;

/// <summary>Columns whose values may be equal though their bytes differ.</summary>
internal sealed class LooseColumns(NpgsqlConnection connection, Catalog catalog)
{
    // https://www.postgresql.org/docs/current/collation.html#COLLATION-NONDETERMINISTIC
    private const string CollationsSql = """
        SELECT a.attrelid, a.attname::text FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_collation c ON c.oid = a.attcollation
        WHERE NOT c.collisdeterministic AND a.attnum > 0 AND NOT a.attisdropped
        """;

    private readonly Lazy<HashSet<(uint, string)>> _collated = new(() => Read(connection));

    public bool Contains(Table table, string column) =>
        catalog.Get(table.Oid).Find(column)?.Type.BaseName is "citext" or "bpchar" || _collated.Value.Contains((table.Oid, column));

    private static HashSet<(uint, string)> Read(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(CollationsSql, connection);
        using var reader = command.ExecuteReader();
        var columns = new HashSet<(uint, string)>();
        while (reader.Read()) columns.Add((reader.GetFieldValue<uint>(0), reader.GetString(1)));
        return columns;
    }
}
