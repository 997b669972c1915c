using CiAnon.Catalogs;
using CiAnon.Dumps;
using CiAnon.Sandboxes;
using Npgsql;

namespace CiAnon.Stages;

/// <summary>Executes TOC entries in the sandbox under the session settings that pg_restore would use.</summary>
internal sealed class EntryExecutor : IDisposable
{
    private readonly bool _hasSearchPath;
    private string? _namespace;

    public EntryExecutor(Dump dump, Sandbox sandbox, string database)
    {
        Connection = sandbox.Connect(database);
        // Entries go as a parameter of EXECUTE: the driver must not split SQL that holds semicolons in function bodies.
        Run("CREATE FUNCTION pg_temp.ci_anon_execute(text) RETURNS void LANGUAGE plpgsql AS 'BEGIN EXECUTE $1; END'");
        Run("SET check_function_bodies = false; SET client_min_messages = error; SET row_security = off; SET xmloption = content; SET default_tablespace = ''");
        foreach (var entry in dump.Toc.Where(entry => entry.Desc is "STDSTRINGS" or "SEARCHPATH"))
            Run(entry.Defn!);
        _hasSearchPath = dump.Toc.Any(entry => entry.Desc == "SEARCHPATH");
    }

    public NpgsqlConnection Connection { get; }

    /// <exception cref="PostgresException">The server refused the entry.</exception>
    public void Execute(TocEntry entry)
    {
        // Dumps older than the SEARCHPATH entry (before 10.3, 9.6.8) rely on the entry's own namespace; pg_backup_archiver.c, _selectOutputSchema.
        if (!_hasSearchPath && entry.Namespace != _namespace && !string.IsNullOrEmpty(entry.Namespace))
        {
            Run($"SET search_path = {Sql.Identifier(entry.Namespace)}, pg_catalog");
            _namespace = entry.Namespace;
        }
        Execute(entry.Defn!);
    }

    public void Execute(string sql)
    {
        using var command = new NpgsqlCommand("SELECT pg_temp.ci_anon_execute($1)", Connection);
        command.Parameters.AddWithValue(sql);
        command.ExecuteNonQuery();
    }

    public void Run(string sql)
    {
        using var command = new NpgsqlCommand(sql, Connection);
        command.ExecuteNonQuery();
    }

    /// <summary>Greater than the number of every transaction that has ended.</summary>
    public long NextTransaction()
    {
        using var command = new NpgsqlCommand("SELECT pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint", Connection);
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose() => Connection.Dispose();
}
