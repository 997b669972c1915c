using System.Collections.Concurrent;
using CiAnon.Diagnostics;
using Npgsql;

namespace CiAnon.Sandboxes.Live;

/// <summary>
/// One moment of a live database, seen by any number of connections: read-only transactions under one exported snapshot, the weakest lock
/// there is on every table, nothing written. Standby servers will do.
/// </summary>
internal sealed class LiveSnapshot : IDisposable
{
    private const int TablesPerLock = 500;

    // Who isn't let see all rows of a table is let read none of it: row_security is off.
    private const string HiddenSql = """
        SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.oid IN (0{0}) AND pg_catalog.row_security_active(c.oid) ORDER BY 1
        """;

    // LOCK and COPY need it, and so does pg_dump.
    private const string DeniedSql = """
        SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.oid IN (0{0}) AND NOT (pg_catalog.has_schema_privilege(n.oid, 'USAGE')
              AND CASE c.relkind WHEN 'S' THEN pg_catalog.has_sequence_privilege(c.oid, 'SELECT') ELSE pg_catalog.has_table_privilege(c.oid, 'SELECT') END) ORDER BY 1
        """;

    private const string StandbySql = """
        SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.oid IN (0{0}) AND c.relpersistence = 'u' AND pg_catalog.pg_is_in_recovery() ORDER BY 1
        """;

    // What a server says of a snapshot whose session has ended: up to 16, from 17 on, and in between.
    private static readonly string[] Gone = [PostgresErrorCodes.InvalidParameterValue, PostgresErrorCodes.UndefinedObject, PostgresErrorCodes.ObjectNotInPrerequisiteState];

    private readonly NpgsqlConnection _holder;
    private readonly ConcurrentBag<NpgsqlConnection> _idle = [];
    private readonly ConcurrentDictionary<NpgsqlConnection, bool> _open = [];
    private readonly CancellationToken _cancellation;
    private NpgsqlException? _ended;

    private LiveSnapshot(LiveAddress address, NpgsqlConnection holder, CancellationToken cancellation)
    {
        (Address, _holder, _cancellation, Major) = (address, holder, cancellation, holder.PostgreSqlVersion.Major);
        _open[holder] = true;
    }

    public LiveAddress Address { get; }

    /// <summary>As pg_export_snapshot names it.</summary>
    public string Id { get; private set; } = "";

    public string Database { get; private set; } = "";

    /// <summary>Such as 15.</summary>
    public int Major { get; }

    /// <summary>In which rows travel: UTF8, but where the server doesn't know what its bytes are.</summary>
    public string Encoding { get; private set; } = "UTF8";

    /// <summary>Tables, sequences and materialized views; none of extensions but for the rows that they declare as the users'.</summary>
    public IReadOnlyList<LiveRelation> Relations { get; private set; } = [];

    /// <summary>The server that a source is on.</summary>
    public static SourceServer Server(LiveAddress address)
    {
        using var connection = LiveConnection.Open(address, readOnly: true);
        return LiveErrors.Guard(address, "tell which server it is", () => new SourceServer(
            (string)LiveConnection.Execute(connection, "SELECT system_identifier::text FROM pg_catalog.pg_control_system()")!, connection.PostgreSqlVersion.Major,
            (long)LiveConnection.Execute(connection, "SELECT pg_catalog.pg_database_size(pg_catalog.current_database())")!));
    }

    /// <summary>Tells one database from all others.</summary>
    public static string Identity(LiveAddress address)
    {
        using var connection = LiveConnection.Open(address, readOnly: true);
        return LiveErrors.Guard(address, "tell which database it is", () => (string)LiveConnection.Execute(connection,
            "SELECT (SELECT system_identifier::text FROM pg_catalog.pg_control_system()) || ' ' || pg_catalog.current_database()")!);
    }

    /// <summary>Whether the database holds large objects.</summary>
    public bool HasLargeObjects => LargeObjects.Count > 0;

    /// <summary>By number, with their owners.</summary>
    public IReadOnlyList<(uint Oid, string Owner)> LargeObjects { get; private set; } = [];

    /// <exception cref="CiAnonException">CIANON4030 to 4033: there is no such moment.</exception>
    public static LiveSnapshot Take(LiveAddress address, CancellationToken cancellation)
    {
        var snapshot = new LiveSnapshot(address, LiveConnection.Open(address, readOnly: true), cancellation);
        try
        {
            LiveErrors.Guard(address, "take a snapshot", snapshot.Begin);
            return snapshot;
        }
        catch
        {
            snapshot.Dispose();
            throw;
        }
    }

    /// <summary>The same of a transaction that holds locks of its own: what others see through it is what that one protects.</summary>
    public static LiveSnapshot Of(LiveAddress address, string exported, CancellationToken cancellation)
    {
        var snapshot = new LiveSnapshot(address, LiveConnection.Open(address, readOnly: true), cancellation) { Id = exported };
        try
        {
            snapshot.Join(snapshot._holder);
            LiveErrors.Guard(address, "look at the tables", snapshot.Look);
            return snapshot;
        }
        catch
        {
            snapshot.Dispose();
            throw;
        }
    }

    /// <summary>A connection that sees the moment, one for one thread; give it back.</summary>
    public NpgsqlConnection Rent()
    {
        if (_idle.TryTake(out var idle)) return idle;
        var connection = LiveConnection.Open(Address, readOnly: true);
        _open[connection] = true;
        Join(connection);
        return connection;
    }

    /// <summary>Whoever comes to a moment that is gone is told no more than that there is none of its name; why, its holder is told.</summary>
    /// <exception cref="CiAnonException">CIANON4033 or 4062: the session that holds it has ended.</exception>
    public void RequireHeld()
    {
        lock (_holder)
        {
            try
            {
                // What the server said at the end is read before anything is written, which a socket that is closed doesn't take.
                if (_ended is null && !_holder.Wait(1)) LiveConnection.Execute(_holder, "SELECT 1");
            }
            catch (NpgsqlException ended)
            {
                _ended = ended;
            }
        }
        if (_ended is not null) throw LiveErrors.From(_ended, Address, "hold the snapshot");
    }

    /// <summary>Takes back what can go on.</summary>
    public void Return(NpgsqlConnection connection) => _idle.Add(connection);

    /// <summary>Ends what broke off in the middle.</summary>
    public void Discard(NpgsqlConnection connection)
    {
        _open.TryRemove(connection, out _);
        connection.Dispose();
    }

    public void Dispose()
    {
        foreach (var connection in _open.Keys.ToList()) Discard(connection);
    }

    private void Begin()
    {
        LiveConnection.Execute(_holder, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        RequireReadOnly(_holder);
        Id = (string)LiveConnection.Execute(_holder, "SELECT pg_catalog.pg_export_snapshot()")!;
        Look();
        // What TRUNCATE and rewriting ALTER TABLEs do shows through every snapshot: they wait.
        foreach (var tables in Relations.Where(relation => relation.Kind == 'r').Chunk(TablesPerLock))
            LiveConnection.Execute(_holder, $"LOCK TABLE {string.Join(", ", tables.Select(table => "ONLY " + table.SqlName))} IN ACCESS SHARE MODE", _cancellation);
    }

    private void Look()
    {
        Database = (string)LiveConnection.Execute(_holder, "SELECT current_database()::text")!;
        if ((string)LiveConnection.Execute(_holder, "SHOW server_encoding")! == "SQL_ASCII") Encoding = "SQL_ASCII";
        Relations = LiveRelations.Read(_holder);
        var oids = string.Concat(Relations.Where(relation => relation.Kind != 'm').Select(relation => $", {relation.Oid}"));
        var denied = LiveConnection.Query(_holder, DeniedSql.Replace("{0}", oids, StringComparison.Ordinal), row => row.GetString(0));
        if (denied.Count > 0)
            throw new CiAnonException(DiagnosticCodes.LiveDenied, $"{Address.Variable}: its role may not read {string.Join(", ", denied)}. {DiagnosticCodes.LiveDenied.Help}");
        var hidden = LiveConnection.Query(_holder, HiddenSql.Replace("{0}", oids, StringComparison.Ordinal), row => row.GetString(0));
        if (hidden.Count > 0)
            throw new CiAnonException(DiagnosticCodes.LiveDenied, $"{Address.Variable}: its role is subject to row security, which would hide rows of {string.Join(", ", hidden)}: ALTER ROLE … BYPASSRLS, or connect as their owner, who says ALTER TABLE … NO FORCE ROW LEVEL SECURITY for the while where it is forced on owners, too");
        var lacking = LiveConnection.Query(_holder, StandbySql.Replace("{0}", oids, StringComparison.Ordinal), row => row.GetString(0));
        if (lacking.Count > 0)
            throw new CiAnonException(DiagnosticCodes.StandbyLacksRows, $"{Address.Variable}: {string.Join(", ", lacking)}. {DiagnosticCodes.StandbyLacksRows.Help}");
        LargeObjects = LiveConnection.Query(_holder, "SELECT oid, pg_catalog.pg_get_userbyid(lomowner)::text FROM pg_catalog.pg_largeobject_metadata ORDER BY oid",
            row => (row.GetFieldValue<uint>(0), row.GetString(1)));
    }

    // A table that is read twice must come in the same order both times, however its statistics change meanwhile.
    private void Join(NpgsqlConnection connection) => LiveErrors.Guard(Address, "join the snapshot", () =>
    {
        try
        {
            LiveConnection.Execute(connection, $"""
                BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET TRANSACTION SNAPSHOT {Catalogs.Sql.Literal(Id)};
                SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off; SET LOCAL enable_bitmapscan = off
                """);
        }
        catch (PostgresException failure) when (Gone.Contains(failure.SqlState))
        {
            RequireHeld();
            throw new CiAnonException(DiagnosticCodes.LiveInterrupted, $"{Address.Variable}: the session that holds the snapshot has ended ({failure.SqlState}). {DiagnosticCodes.LiveInterrupted.Help}");
        }
        RequireReadOnly(connection);
    });

    private static void RequireReadOnly(NpgsqlConnection connection)
    {
        var said = LiveConnection.Query(connection, "SELECT pg_catalog.current_setting('transaction_read_only'), pg_catalog.current_setting('default_transaction_read_only')",
            row => (row.GetString(0), row.GetString(1))).Single();
        if (said != ("on", "on")) throw new InvalidOperationException("the session isn't read-only");
    }
}
