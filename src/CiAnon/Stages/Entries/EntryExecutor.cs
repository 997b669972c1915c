using System.Data;
using System.Diagnostics.CodeAnalysis;
using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Contents;
using CiAnon.Sandboxes;
using CiAnon.Tables;
using Npgsql;

namespace CiAnon.Stages.Entries;

/// <summary>Executes TOC entries in the sandbox under the session settings that pg_restore would use.</summary>
internal sealed class EntryExecutor : IDisposable
{
    private const string Batch = "ci_anon_batch";
    private const string Strings = "standard_conforming_strings";

    private readonly Dump _dump;
    private readonly Sandbox _sandbox;
    private readonly string _database;
    private readonly bool _hasSearchPath;
    private string? _namespace;

    public EntryExecutor(Dump dump, Sandbox sandbox, string database)
    {
        (_dump, _sandbox, _database) = (dump, sandbox, database);
        _hasSearchPath = dump.Toc.Any(entry => entry.Desc == "SEARCHPATH");
        Connection = Open();
    }

    public NpgsqlConnection Connection { get; private set; }

    [MemberNotNull(nameof(Connection))]
    private NpgsqlConnection Open()
    {
        Connection = _sandbox.Connect(_database);
        // Entries go as a parameter of EXECUTE: the driver must not split SQL that holds semicolons in function bodies.
        // It is compiled at its first call, under a search path that may lead to somebody's own "text".
        Run("prepare a session", """
            CREATE FUNCTION pg_temp.ci_anon_execute(text[]) RETURNS void LANGUAGE plpgsql
            AS 'DECLARE entry pg_catalog.text; BEGIN FOREACH entry IN ARRAY $1 LOOP EXECUTE entry; END LOOP; END'
            """);
        Run("prepare a session", "SET check_function_bodies = false; SET client_min_messages = error; SET row_security = off; SET xmloption = content; SET default_tablespace = ''");
        foreach (var entry in _dump.Toc.Where(entry => entry.Desc is "STDSTRINGS" or "SEARCHPATH"))
            RunSetting(entry, _dump, _sandbox);
        return Connection;
    }

    /// <exception cref="PostgresException">The server refused the entry.</exception>
    public void Execute(TocEntry entry) => Execute([.. Statements([entry])]);

    /// <summary>In their order, many in one transaction: what a statement costs is its way to the server and back, and its commit, more than what it does.</summary>
    /// <param name="refused">Told of every entry that the server refused; the others are executed all the same.</param>
    /// <param name="transaction">The connection's own, where there is one: it lives on.</param>
    public void Execute(IEnumerable<TocEntry> entries, Action<TocEntry, PostgresException> refused, CancellationToken cancellation, NpgsqlTransaction? transaction = null)
    {
        foreach (var batch in EntryBatches.Of(entries))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!TryExecute(batch, transaction)) ExecuteEach(batch, refused, transaction, cancellation);
        }
    }

    /// <summary>All of them, or none.</summary>
    public bool TryExecute(IReadOnlyList<TocEntry> entries, NpgsqlTransaction? transaction = null)
    {
        transaction?.Save(Batch);
        try
        {
            Execute([.. Statements(entries)]);
            transaction?.Release(Batch);
            return true;
        }
        catch (PostgresException exception) when (exception.InvariantSeverity == "ERROR" || transaction is null)
        {
            RequireSession(entries, exception, transaction);
            transaction?.Rollback(Batch);
            GoOn();
            return false;
        }
    }

    // After an error that the driver takes for grave (XX000, which extensions give where they name none) the transaction is gone, and all that was created in it. No row has been read yet, so the server's own
    // words about the schema can't repeat one.
    private void RequireSession(IReadOnlyList<TocEntry> entries, PostgresException failure, NpgsqlTransaction? transaction)
    {
        if (transaction is null || Connection.State == ConnectionState.Open) return;
        var entry = entries.FirstOrDefault(entry => failure.Where?.Contains(entry.Defn!.Trim().TrimEnd(';'), StringComparison.Ordinal) == true) ?? entries[0];
        throw new CiAnonException(DiagnosticCodes.SchemaEntryFailed, $"{entry.FullName} can't be restored in the sandbox: {failure.MessageText} ({failure.SqlState})");
    }

    // The search path went back with the rest. An extension that must be loaded when a server starts may end the session, and the driver
    // gives up sessions itself after errors that it takes for grave: another one goes on.
    private void GoOn()
    {
        _namespace = null;
        if (Connection.State == ConnectionState.Open) return;
        Connection.Dispose();
        try
        {
            Open();
        }
        catch (NpgsqlException lost)
        {
            throw SandboxErrors.From(lost, "restore the schema");
        }
    }

    private void ExecuteEach(IReadOnlyList<TocEntry> entries, Action<TocEntry, PostgresException> refused, NpgsqlTransaction? transaction, CancellationToken cancellation)
    {
        foreach (var entry in entries)
        {
            cancellation.ThrowIfCancellationRequested();
            transaction?.Save(Batch);
            try
            {
                Execute(entry);
            }
            catch (PostgresException exception)
            {
                RequireSession([entry], exception, transaction);
                transaction?.Rollback(Batch);
                GoOn();
                refused(entry, exception);
            }
        }
    }

    // Dumps older than the SEARCHPATH entry (before 10.3, 9.6.8) rely on the entry's own namespace; pg_backup_archiver.c, _selectOutputSchema.
    private IEnumerable<string> Statements(IReadOnlyList<TocEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (!_hasSearchPath && entry.Namespace != _namespace && !string.IsNullOrEmpty(entry.Namespace))
            {
                yield return $"SET search_path = {Sql.Identifier(entry.Namespace)}, pg_catalog";
                _namespace = entry.Namespace;
            }
            yield return entry.Defn!;
        }
    }

    /// <param name="action">What it does, for whoever reads that it failed.</param>
    public void Execute(string action, string sql)
    {
        try
        {
            Execute([sql]);
        }
        catch (PostgresException exception)
        {
            throw SandboxErrors.From(exception, action);
        }
    }

    private void Execute(string[] statements)
    {
        using var command = new NpgsqlCommand("SELECT pg_temp.ci_anon_execute($1)", Connection);
        command.Parameters.AddWithValue(statements);
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
        // It may be the search path that it sets.
        _namespace = null;
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
