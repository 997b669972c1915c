using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using Npgsql;

namespace CiAnon.Sandboxes.Live;

/// <summary>A database that is rewritten where it stands, in one transaction: all of it happens, or nothing.</summary>
internal sealed class LiveTarget : IDisposable
{
    private const int TablesPerLock = 500;
    private const int MostNamed = 10;

    public const string MarkersSql = $"""
        SELECT n.nspname || '.' || c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relname = '{TargetRule.Marker}' AND c.relkind IN ('r', 'p', 'v', 'f', 'm') ORDER BY 1
        """;

    // ALTER TABLE, TRUNCATE, REFRESH and ANALYZE are the owner's.
    private const string ForeignSql = $"""
        SELECT n.nspname || '.' || c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', '{LiveRelations.OwnSchema}')
          AND NOT pg_catalog.pg_has_role(c.relowner, 'USAGE')
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e') ORDER BY 1
        """;

    private readonly CancellationToken _cancellation;

    private LiveTarget(LiveAddress address, NpgsqlConnection connection, CancellationToken cancellation) => (Address, Connection, _cancellation) = (address, connection, cancellation);

    public LiveAddress Address { get; }

    public NpgsqlConnection Connection { get; }

    public string Database { get; private set; } = "";

    /// <summary>When the rows are read; null before.</summary>
    public CleanMoment? Moment { get; private set; }

    /// <exception cref="CiAnonException">CIANON4030: no connection. CIANON4040: it looks like production.</exception>
    public static LiveTarget Open(LiveAddress address, IReadOnlyList<string> hosts, CancellationToken cancellation)
    {
        var target = new LiveTarget(address, LiveConnection.Open(address, readOnly: false), cancellation);
        try
        {
            var facts = LiveErrors.Guard(address, "look at the database", target.Look);
            target.Database = facts.Database;
            TargetRule.Require(address, facts, hosts);
            return target;
        }
        catch
        {
            target.Dispose();
            throw;
        }
    }

    /// <summary>A database of ours that nobody else knows of yet.</summary>
    public static LiveTarget OfNew(LiveAddress address, string database, CancellationToken cancellation) =>
        new(address, LiveConnection.Open(address, readOnly: false, database), cancellation) { Database = database };

    /// <summary>Keeps everybody from writing to any table, and gives the moment for those who read along.</summary>
    /// <exception cref="CiAnonException">CIANON4031 to 4033.</exception>
    public LiveSnapshot Begin(CancellationToken cancellation)
    {
        var exported = LiveErrors.Guard(Address, "lock the tables", () =>
        {
            RequireOwned();
            RequireOrigin();
            Execute("BEGIN");
            var before = Tables();
            foreach (var tables in before.Chunk(TablesPerLock))
                Execute($"LOCK TABLE {string.Join(", ", tables.Select(table => "ONLY " + table.SqlName))} IN SHARE ROW EXCLUSIVE MODE");
            if (!before.Select(table => table.Oid).SequenceEqual(Tables().Select(table => table.Oid)))
                throw new CiAnonException(DiagnosticCodes.LiveInterrupted, $"{Address.Variable}: tables came or went meanwhile. {DiagnosticCodes.LiveInterrupted.Help}");
            return (string)LiveConnection.Execute(Connection, "SELECT pg_catalog.pg_export_snapshot()")!;
        });
        var snapshot = LiveSnapshot.Of(Address, exported, cancellation);
        try
        {
            Moment = LiveErrors.Guard(Address, "look at what stands there", () =>
            {
                var connection = snapshot.Rent();
                var moment = CleanMarker.Look(connection);
                snapshot.Return(connection);
                return moment;
            });
            return snapshot;
        }
        catch
        {
            snapshot.Dispose();
            throw;
        }
    }

    /// <summary>Whoever isn't kept out by a lock on a table may have made one, or said something elsewhere, while rows were read and masked.</summary>
    /// <exception cref="CiAnonException">CIANON4049: somebody did.</exception>
    public void RequireAsBegun()
    {
        var came = LiveErrors.Guard(Address, "look for what came meanwhile", () => CleanMarker.Came(Connection, Moment!));
        // There were none when it began.
        if (LiveErrors.Guard(Address, "look for large objects", () => LiveConnection.Execute(Connection, "SELECT EXISTS (SELECT FROM pg_catalog.pg_largeobject_metadata)")) is true) came = [.. came, "large objects"];
        if (came.Count > 0)
            throw new CiAnonException(DiagnosticCodes.TargetChanged, $"{Address.Variable}: came or changed meanwhile: {string.Join(", ", came.Take(MostNamed))}{(came.Count > MostNamed ? $" and {came.Count - MostNamed} more" : "")}. {DiagnosticCodes.TargetChanged.Help}");
    }

    /// <summary>Statements in the transaction; cancelling ends them.</summary>
    /// <exception cref="PostgresException">The server refused.</exception>
    public object? Execute(string sql) => LiveConnection.Execute(Connection, sql, _cancellation);

    /// <summary>All of it happens. Nobody can cancel it any more.</summary>
    /// <exception cref="CiAnonException">CIANON4033: it isn't done, or the connection broke and nobody is there to say whether it is.</exception>
    public void Commit() => LiveErrors.Guard(Address, "commit", () =>
    {
        var transaction = (string)LiveConnection.Execute(Connection, "SELECT pg_catalog.pg_current_xact_id()::text")!;
        try
        {
            LiveConnection.Execute(Connection, "COMMIT");
        }
        catch (NpgsqlException) when (Connection.State != System.Data.ConnectionState.Open)
        {
            // The answer is lost, and what was done is not.
            if (LostCommit.IsDone(Address, transaction) is not { } isDone)
                throw new CiAnonException(DiagnosticCodes.LiveInterrupted, $"{Address.Variable}: the connection broke while the verified rows were committed: all of them stand there, or none. `ci-anon check` tells, when its server is back");
            if (!isDone) throw;
        }
    });

    /// <summary>After the transaction: former values of columns stand in dead rows of the planner's statistics. A role that may not clear them leaves them to autovacuum.</summary>
    public bool TryClearStatistics()
    {
        try
        {
            LiveConnection.Execute(Connection, "VACUUM (SKIP_LOCKED) pg_catalog.pg_statistic, pg_catalog.pg_statistic_ext_data");
            return true;
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            return false;
        }
    }

    public void Dispose() => Connection.Dispose();

    private List<LiveRelation> Tables() => [.. LiveRelations.Read(Connection).Where(relation => relation.Kind == 'r').OrderBy(table => table.Oid)];

    private TargetFacts Look() => new(
        LiveConnection.Read(Address).Host ?? "",
        (string)LiveConnection.Execute(Connection, "SELECT current_database()::text")!,
        LiveConnection.Query(Connection, MarkersSql, row => row.GetString(0)),
        LiveConnection.Execute(Connection, "SELECT pg_catalog.pg_is_in_recovery()") is true,
        Connection.PostgreSqlVersion.Major);

    // A role or database may be set to what replicas do: PostgreSQL checks no foreign key then, and other triggers fire than those that are turned off.
    private void RequireOrigin()
    {
        if (LiveConnection.Execute(Connection, "SHOW session_replication_role") is "origin") return;
        try
        {
            Execute("SET session_replication_role = origin");
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new CiAnonException(DiagnosticCodes.LiveDenied, $"{Address.Variable}: foreign keys aren't checked in its sessions, and its role may not change that: ALTER ROLE … RESET session_replication_role, or ALTER DATABASE …");
        }
    }

    private void RequireOwned()
    {
        var foreign = LiveConnection.Query(Connection, ForeignSql, row => row.GetString(0));
        var mayCreate = LiveConnection.Execute(Connection, $"""
            SELECT pg_catalog.has_database_privilege(current_database(), 'CREATE')
                OR EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = {Sql.Literal(LiveRelations.OwnSchema)} AND pg_catalog.pg_has_role(nspowner, 'USAGE'))
            """) is true;
        if (foreign.Count > 0)
            throw new CiAnonException(DiagnosticCodes.LiveDenied, $"{Address.Variable}: its role doesn't own {string.Join(", ", foreign)}. {DiagnosticCodes.LiveDenied.Help}");
        if (!mayCreate)
            throw new CiAnonException(DiagnosticCodes.LiveDenied, $"{Address.Variable}: its role may not create the schema {LiveRelations.OwnSchema}, in which the marker lies: GRANT CREATE ON DATABASE");
    }
}
