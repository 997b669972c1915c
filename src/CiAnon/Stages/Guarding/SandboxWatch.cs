using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Tables;
using Npgsql;

namespace CiAnon.Stages.Guarding;

/// <summary>
/// Notices what others change in the sandbox's database between two stages. Every change that is committed takes a transaction
/// number; only when numbers were taken are catalogs and rows looked at, so that a transaction rolled back and a temporary table count as nothing.
/// </summary>
internal sealed class SandboxWatch(RunState run)
{
    private const int MostRounds = 500;

    private readonly Lazy<Dictionary<(string, string), TableTask>> _tasks = new(() => run.Tables.GroupBy(task => (task.Table.Schema, task.Table.Name)).ToDictionary(group => group.Key, group => group.First()));
    private SandboxMark? _mark;

    /// <summary>From now on, changes are those of others.</summary>
    public void Mark()
    {
        using var connection = Alone();
        _mark = new SandboxMark(NextTransaction(connection), CatalogDigests.Read(connection));
    }

    /// <summary>Ends the sessions of others, and says what they changed since the mark.</summary>
    public SandboxDrift Drift()
    {
        var mark = _mark ?? throw new InvalidOperationException("mark first");
        using var connection = Alone();
        if (NextTransaction(connection) == mark.NextTransaction) return SandboxDrift.None;
        var now = CatalogDigests.Read(connection);
        return new SandboxDrift(
            [.. now.Where(pair => mark.Catalogs[pair.Key] != pair.Value).Select(pair => pair.Key).Order(StringComparer.Ordinal)],
            [.. Tables(connection).Select(table => Drift(connection, table, mark.NextTransaction)).OfType<TableDrift>()]);
    }

    // Whoever is still connected could commit something after we have looked.
    private NpgsqlConnection Alone()
    {
        var connection = run.Connect();
        using var command = new NpgsqlCommand("""
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
            """, connection);
        for (var round = 0; (long)command.ExecuteScalar()! > 0; round++)
        {
            if (round == MostRounds) throw new CiAnonException(DiagnosticCodes.SandboxChanged, "sessions of others in the sandbox don't end: let hooks wait for what they start");
            Thread.Sleep(10);
        }
        return connection;
    }

    private static long NextTransaction(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint", connection);
        return (long)command.ExecuteScalar()!;
    }

    private static List<(string Schema, string Name)> Tables(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("""
            SELECT n.nspname::text, c.relname::text FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND c.oid >= 16384 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' ORDER BY 1, 2
            """, connection);
        using var reader = command.ExecuteReader();
        var tables = new List<(string, string)>();
        while (reader.Read()) tables.Add((reader.GetString(0), reader.GetString(1)));
        return tables;
    }

    private TableDrift? Drift(NpgsqlConnection connection, (string Schema, string Name) table, long since)
    {
        var task = _tasks.Value.GetValueOrDefault(table);
        // A cluster this young has no second epoch of transaction numbers: they compare as numbers.
        using var command = new NpgsqlCommand($"""
            SELECT count(*), count(*) FILTER (WHERE xmin::text::bigint >= {since})
            FROM {task?.Table.RowsSql ?? $"ONLY {Sql.Identifier(table.Schema)}.{Sql.Identifier(table.Name)}"}
            """, connection);
        using var reader = command.ExecuteReader();
        reader.Read();
        var (after, written) = (reader.GetInt64(0), reader.GetInt64(1));
        // A table that the dump has no rows of may have got some from an extension's script.
        var before = task?.Facts.RowsStored ?? after - written;
        return written == 0 && before == after ? null : new TableDrift($"{table.Schema}.{table.Name}", written, before, after);
    }
}
