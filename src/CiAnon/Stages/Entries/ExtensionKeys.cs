using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Verification;
using Npgsql;

namespace CiAnon.Stages.Entries;

/// <summary>
/// Foreign keys of extensions' tables, which no entry of a dump creates. They are there before the rows, which come in any order and
/// unseen by them: each is created once more over the rows, as the dump's own keys are.
/// </summary>
internal static class ExtensionKeys
{
    private const string KeysSql = """
        SELECT n.nspname::text, c.relname::text, k.conname::text, pg_catalog.pg_get_constraintdef(k.oid)
        FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE k.contype = 'f' AND k.conparentid = 0 AND EXISTS (
            SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid
               AND d.refclassid = 'pg_catalog.pg_extension'::regclass AND d.deptype = 'e')
        ORDER BY 1, 2, 3
        """;

    /// <summary>Those that the rows break.</summary>
    public static IReadOnlyList<KeyViolation> CreateAgain(EntryExecutor executor) => [.. Keys(executor).Select(key => CreateAgain(executor, key)).OfType<KeyViolation>()];

    private static List<(string Table, string Name, string Definition, string FullName)> Keys(EntryExecutor executor)
    {
        using var command = new NpgsqlCommand(KeysSql, executor.Connection);
        using var reader = command.ExecuteReader();
        var keys = new List<(string, string, string, string)>();
        while (reader.Read())
        {
            var (schema, table, name) = (reader.GetString(0), reader.GetString(1), reader.GetString(2));
            keys.Add(($"{Sql.Identifier(schema)}.{Sql.Identifier(table)}", Sql.Identifier(name), reader.GetString(3), $"FK CONSTRAINT {schema}.{table} {name}"));
        }
        return keys;
    }

    private static KeyViolation? CreateAgain(EntryExecutor executor, (string Table, string Name, string Definition, string FullName) key)
    {
        try
        {
            executor.Run($"ALTER TABLE {key.Table} DROP CONSTRAINT {key.Name}, ADD CONSTRAINT {key.Name} {key.Definition}");
            return null;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            return new KeyViolation(key.FullName, Redaction.Describe(exception));
        }
    }
}
