using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Sandboxes;
using Npgsql;

namespace CiAnon.Stages;

/// <summary>Executes TOC entries in the sandbox under the session settings that pg_restore would use.</summary>
internal sealed class EntryExecutor : IDisposable
{
    private const string Strings = "standard_conforming_strings";

    private readonly bool _hasSearchPath;
    private string? _namespace;

    public EntryExecutor(Dump dump, Sandbox sandbox, string database)
    {
        Connection = sandbox.Connect(database);
        // Entries go as a parameter of EXECUTE: the driver must not split SQL that holds semicolons in function bodies.
        Run("prepare a session", "CREATE FUNCTION pg_temp.ci_anon_execute(text) RETURNS void LANGUAGE plpgsql AS 'BEGIN EXECUTE $1; END'");
        Run("prepare a session", "SET check_function_bodies = false; SET client_min_messages = error; SET row_security = off; SET xmloption = content; SET default_tablespace = ''");
        foreach (var entry in dump.Toc.Where(entry => entry.Desc is "STDSTRINGS" or "SEARCHPATH"))
            RunSetting(entry, dump, sandbox);
        _hasSearchPath = dump.Toc.Any(entry => entry.Desc == "SEARCHPATH");
    }

    public NpgsqlConnection Connection { get; }

    /// <exception cref="PostgresException">The server refused the entry.</exception>
    public void Execute(TocEntry entry)
    {
        LookInItsNamespace(entry);
        Execute(entry.Defn!);
    }

    /// <summary>The same within a transaction that goes on when the entry is refused.</summary>
    /// <exception cref="PostgresException">The server refused the entry.</exception>
    public void Try(TocEntry entry)
    {
        LookInItsNamespace(entry);
        Run("SAVEPOINT ci_anon_entry");
        try
        {
            Execute(entry.Defn!);
            Run("RELEASE SAVEPOINT ci_anon_entry");
        }
        catch (PostgresException)
        {
            Run("ROLLBACK TO SAVEPOINT ci_anon_entry");
            throw;
        }
    }

    private void LookInItsNamespace(TocEntry entry)
    {
        // Dumps older than the SEARCHPATH entry (before 10.3, 9.6.8) rely on the entry's own namespace; pg_backup_archiver.c, _selectOutputSchema.
        if (!_hasSearchPath && entry.Namespace != _namespace && !string.IsNullOrEmpty(entry.Namespace))
        {
            Run($"look for names in schema {entry.Namespace}", $"SET search_path = {Sql.Identifier(entry.Namespace)}, pg_catalog");
            _namespace = entry.Namespace;
        }
    }

    /// <param name="action">What it does, for whoever reads that it failed.</param>
    public void Execute(string action, string sql)
    {
        try
        {
            Execute(sql);
        }
        catch (PostgresException exception)
        {
            throw SandboxErrors.From(exception, action);
        }
    }

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand("SELECT pg_temp.ci_anon_execute($1)", Connection);
        command.Parameters.AddWithValue(sql);
        command.ExecuteNonQuery();
    }

    /// <summary>A statement of ours, in the simple protocol.</summary>
    /// <param name="action">What it does, for whoever reads that it failed.</param>
    public void Run(string action, string sql)
    {
        try
        {
            Run(sql);
        }
        catch (PostgresException exception)
        {
            throw SandboxErrors.From(exception, action);
        }
    }

    /// <exception cref="PostgresException">The server refused the statement.</exception>
    public void Run(string sql)
    {
        using var command = new NpgsqlCommand(sql, Connection);
        command.ExecuteNonQuery();
    }

    // The setting that a dump can be at odds over is standard_conforming_strings: PostgreSQL 19 has no other value than on.
    private void RunSetting(TocEntry entry, Dump dump, Sandbox sandbox)
    {
        try
        {
            Run(entry.Defn!);
        }
        catch (PostgresException exception)
        {
            var setting = entry.Desc == "STDSTRINGS" ? Strings : "search_path";
            var advice = OtherMajor.Advice(dump.Header, sandbox.Major) is { } other ? $"{other}, or " : "";
            throw new CiAnonException(DiagnosticCodes.SchemaEntryFailed,
                $"{entry.FullName} sets {setting} to what PostgreSQL {sandbox.Major} doesn't take ({exception.SqlState}): {advice}dump again{Without(entry)}");
        }
    }

    private static string Without(TocEntry entry) => entry.Desc == "STDSTRINGS" ? $" with PGOPTIONS='-c {Strings}=on'" : "";

    /// <summary>The server's roles.</summary>
    public HashSet<string> Roles()
    {
        using var command = new NpgsqlCommand("SELECT rolname::text FROM pg_catalog.pg_roles", Connection);
        using var reader = command.ExecuteReader();
        var roles = new HashSet<string>();
        while (reader.Read()) roles.Add(reader.GetString(0));
        return roles;
    }

    /// <summary>Greater than the number of every transaction that has ended.</summary>
    public long NextTransaction()
    {
        using var command = new NpgsqlCommand("SELECT pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint", Connection);
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose() => Connection.Dispose();
}
