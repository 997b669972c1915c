using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using Npgsql;

namespace CiAnon.Sandboxes.Live;

/// <summary>
/// The server of a database that is to be replaced: the new one is built beside it, and takes its name in one transaction when all is
/// proven. Until then the old one is as it was.
/// </summary>
internal sealed class TargetServer : IDisposable
{
    /// <summary>What a session has to set so that the server's log quotes nothing of it; not every role may.</summary>
    public const string SilentSetting = "log_min_messages";

    /// <summary>Whoever replaces a database is connected to another one.</summary>
    public const string Maintenance = "postgres";

    private const string NewSuffix = "_ci_anon_new";
    private const string OldSuffix = "_ci_anon_old";

    // In pg_database.datconnlimit, since 2023.
    private const int HalfDropped = -2;

    private const int EndAttempts = 50;
    private const int EndMilliseconds = 100;

    private readonly NpgsqlConnection _connection;
    private readonly CancellationToken _cancellation;
    private readonly string _database;
    private bool _isBuilt;
    private string _identifier = "";

    private TargetServer(LiveAddress address, NpgsqlConnection connection, string database, CancellationToken cancellation) =>
        (Address, _connection, _database, _cancellation) = (address, connection, database, cancellation);

    public LiveAddress Address { get; }

    public string Database => _database;

    public int Major => _connection.PostgreSqlVersion.Major;

    private string Old => DatabaseNames.Beside(_database, OldSuffix);

    /// <exception cref="CiAnonException">CIANON4030: no connection. CIANON4031: a privilege is missing. CIANON4040: it looks like production. CIANON4047: its server is too old.</exception>
    public static TargetServer Open(LiveAddress address, IReadOnlyList<string> hosts, SourceServer source, CancellationToken cancellation)
    {
        var settings = LiveConnection.Read(address);
        if (settings.Database is not { Length: > 0 } database) throw new CiAnonException(DiagnosticCodes.LiveUnreachable, $"{address.Variable} names no database");
        if (DatabaseNames.IsTooLong(database)) throw new CiAnonException(DiagnosticCodes.LiveUnreachable, $"{address.Variable} names a database in more than {DatabaseNames.MostBytes} bytes, and PostgreSQL would cut the name off");
        var server = new TargetServer(address, LiveConnection.Open(address, readOnly: false, Maintenance), database, cancellation);
        try
        {
            TargetRule.Require(address, LiveErrors.Guard(address, "look at the server", () => server.Look(settings.Host ?? "", source.Identifier)), hosts);
            server.RequireNoOlderThan(source);
            LiveErrors.Guard(address, "look at the role", server.RequireMayReplace);
            server.RequireFree();
            LiveErrors.Guard(address, "keep others out", server.RequireAlone);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>The name of the database that is built.</summary>
    public string New => DatabaseNames.Beside(_database, NewSuffix);

    /// <summary>Tells this database from all others.</summary>
    public string Identity => $"{_identifier} {_database}";

    /// <summary>What was said of the new database when it was created; null where there is none, or where a DROP DATABASE of it was interrupted: nobody can connect to it any more.</summary>
    public string? Note => LiveErrors.Guard(Address, "look for the new database", () => LiveConnection.Execute(_connection,
        $"SELECT coalesce(pg_catalog.shobj_description(oid, 'pg_database'), '') FROM pg_catalog.pg_database WHERE datname = {Sql.Literal(New)} AND datconnlimit <> {HalfDropped}") as string);

    /// <summary>An empty new database in the place of what a killed run left.</summary>
    /// <param name="note">What it is built of.</param>
    public void Create(string note) => LiveErrors.Guard(Address, "create the new database", () =>
    {
        Execute($"DROP DATABASE IF EXISTS {Sql.Identifier(New)} WITH (FORCE)");
        _isBuilt = true;
        // Until it takes the target's name it is nobody else's to see, not even for whoever comes at its first moment.
        Execute($"CREATE DATABASE {Sql.Identifier(New)} TEMPLATE template0 ENCODING 'UTF8' ALLOW_CONNECTIONS false");
        Execute($"REVOKE CONNECT, TEMPORARY ON DATABASE {Sql.Identifier(New)} FROM PUBLIC");
        Execute($"ALTER DATABASE {Sql.Identifier(New)} WITH ALLOW_CONNECTIONS true");
        Say(note);
    });

    /// <summary>What killed syncs left on the server, of whatever target, goes, and so does a former target that an earlier one couldn't drop: known now, not when the name is to change.</summary>
    public void DropUnproven()
    {
        LiveErrors.Guard(Address, "drop what killed syncs left", () => UnprovenDatabases.Drop(_connection));
        LiveErrors.Guard(Address, $"drop {Old}", DropOld);
    }

    /// <summary>What killed syncs left on the server, by name.</summary>
    public IReadOnlyList<string> Unproven() => LiveErrors.Guard(Address, "look for what killed syncs left", () => UnprovenDatabases.On(_connection));

    /// <summary>Another note than the one that it was created with.</summary>
    public void Say(string note) => LiveErrors.Guard(Address, "write down what the new database is built of",
        () => Execute($"COMMENT ON DATABASE {Sql.Identifier(New)} IS {Sql.Literal(note)}"));

    /// <summary>Called at the end where the new database stays on a server that can be spoken to, such as one whose disk is full.</summary>
    public Action? Stays { get; set; }

    /// <summary>The new database goes, where the server can be spoken to.</summary>
    /// <returns>False where the server refuses.</returns>
    public bool Drop() => !_isBuilt || !IsAlive() || DropNew();

    /// <summary>Whether the role may have errors over its rows left out of the server's log.</summary>
    public bool MayBeSilent() => LiveErrors.Guard(Address, "look at the role", () =>
    {
        try
        {
            Execute($"SET {SilentSetting} = panic; RESET {SilentSetting}");
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return false;
        }
    });

    /// <summary>Goes on with what a killed run left; whatever of it still works there ends.</summary>
    public void Continue() => LiveErrors.Guard(Address, "end what a former run left working", () =>
    {
        _isBuilt = true;
        for (var attempt = 0; attempt < EndAttempts; attempt++)
        {
            var working = (long)LiveConnection.Execute(_connection, DatabaseSessions.EndSql(New), _cancellation)!;
            if (working == 0) return;
            Thread.Sleep(EndMilliseconds);
        }
    });

    /// <summary>How many bytes the new database has so far.</summary>
    public long BytesOfNew() => LiveErrors.Guard(Address, "measure the new database", () =>
        LiveConnection.Execute(_connection, $"SELECT pg_catalog.pg_database_size({Sql.Literal(New)})") is long bytes ? bytes : 0);

    /// <summary>The target's role may do anything.</summary>
    public bool IsSuperuser => LiveErrors.Guard(Address, "look at the role", () => LiveConnection.Execute(_connection, "SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user") is true);

    /// <summary>What the server says of itself.</summary>
    public T Ask<T>(string action, Func<NpgsqlConnection, T> ask) => LiveErrors.Guard(Address, action, () => ask(_connection));

    /// <summary>Roles that the server doesn't have; all of them where nobody but a superuser could give anything to them.</summary>
    public IReadOnlyList<string> MissingRoles(IEnumerable<string> roles) => LiveErrors.Guard(Address, "look for roles", () =>
    {
        var known = IsSuperuser ? LiveConnection.Query(_connection, "SELECT rolname::text FROM pg_catalog.pg_roles", row => row.GetString(0)).ToHashSet() : [];
        return (IReadOnlyList<string>)[.. roles.Distinct().Where(role => !known.Contains(role)).Order(StringComparer.Ordinal)];
    });

    /// <summary>Whether its sessions know a provider of security labels: asked about a table that isn't there, they say which of the two is missing.</summary>
    public bool HasLabelProvider(string provider) => LiveErrors.Guard(Address, "look for providers of security labels", () =>
    {
        try
        {
            Execute($"SECURITY LABEL FOR {Sql.Identifier(provider)} ON TABLE pg_catalog.ci_anon_nothing IS NULL");
            return true;
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.InvalidParameterValue)
        {
            return false;
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return true;
        }
    });

    /// <summary>Ends whoever works on the old database, and gives its name to the new one; too short to be cancelled.</summary>
    /// <returns>Whether the old one is gone; else it stands beside.</returns>
    public bool Swap()
    {
        LiveErrors.Guard(Address, "swap the databases", () =>
        {
            DropOld();
            new DatabaseSwap(Address, _database, New, Old).Run(Exists());
            _isBuilt = false;
        });
        try
        {
            DropOld();
            return true;
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>What was built goes, but where the server can't be spoken to any more: then it stays for the run that goes on.</summary>
    public void Dispose()
    {
        if (!Drop()) Stays?.Invoke();
        _connection.Dispose();
    }

    private bool IsAlive()
    {
        try
        {
            return LiveConnection.Execute(_connection, "SELECT 1") is not null;
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            return false;
        }
    }

    // Nobody can drop a template.
    private void DropOld()
    {
        if (LiveConnection.Execute(_connection, $"SELECT datistemplate FROM pg_catalog.pg_database WHERE datname = {Sql.Literal(Old)}") is true)
            Finally($"ALTER DATABASE {Sql.Identifier(Old)} IS_TEMPLATE false");
        Finally($"DROP DATABASE IF EXISTS {Sql.Identifier(Old)} WITH (FORCE)");
    }

    private bool DropNew()
    {
        try
        {
            Finally($"DROP DATABASE IF EXISTS {Sql.Identifier(New)} WITH (FORCE)");
            return true;
        }
        // It holds masked rows alone, under a name that the next sync takes.
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private TargetFacts Look(string host, string sourceServer)
    {
        _identifier = (string)LiveConnection.Execute(_connection, "SELECT system_identifier::text FROM pg_catalog.pg_control_system()")!;
        return new(host, _database, Exists() ? Markers() : [], LiveConnection.Execute(_connection, "SELECT pg_catalog.pg_is_in_recovery()") is true, Major)
        {
            IsOnSourcesServer = _identifier == sourceServer,
        };
    }

    // Such as SET transaction_timeout, which pg_restore of 17 says to every server.
    private void RequireNoOlderThan(SourceServer source)
    {
        if (Major < source.Major)
            throw new CiAnonException(DiagnosticCodes.TargetTooOld, $"{Address.Variable} is PostgreSQL {Major}, and the source is {source.Major}. {DiagnosticCodes.TargetTooOld.Help}");
    }

    // Known before hours of reading, not after.
    private void RequireMayReplace()
    {
        if (LiveConnection.Execute(_connection, "SELECT rolsuper OR rolcreatedb FROM pg_catalog.pg_roles WHERE rolname = current_user") is not true)
            throw new CiAnonException(DiagnosticCodes.LiveDenied, $"{Address.Variable}: its role may not create databases: ALTER ROLE … CREATEDB");
        if (LiveConnection.Execute(_connection, $"SELECT pg_catalog.pg_has_role(datdba, 'USAGE') FROM pg_catalog.pg_database WHERE datname = {Sql.Literal(_database)}") is false)
            throw new CiAnonException(DiagnosticCodes.LiveDenied, $"{Address.Variable}: its role doesn't own {_database}, and can't replace it: ALTER DATABASE … OWNER TO");
    }

    /// <summary>PostgreSQL neither renames nor drops such a database, which would be said after hours of reading; and slots go with a database without a word.</summary>
    /// <exception cref="CiAnonException">CIANON4056: something holds it.</exception>
    public void RequireFree() => LiveErrors.Guard(Address, "look for what holds the database", () =>
    {
        if (_database is Maintenance or "template0" or "template1")
            throw new CiAnonException(DiagnosticCodes.TargetHeld, $"{Address.Variable}: {_database} is the server's own, from which others are created, renamed and dropped: name another database");
        var held = LiveConnection.Query(_connection, $"""
            SELECT pg_catalog.format('%s: a prepared transaction', p.database) FROM pg_catalog.pg_prepared_xacts p WHERE p.database IN ({Sql.Literal(_database)}, {Sql.Literal(Old)})
            UNION SELECT pg_catalog.format('%s: a subscription', d.datname) FROM pg_catalog.pg_subscription s JOIN pg_catalog.pg_database d ON d.oid = s.subdbid
            WHERE d.datname IN ({Sql.Literal(_database)}, {Sql.Literal(Old)})
            UNION SELECT pg_catalog.format('%s: the replication slot %s', database, slot_name) FROM pg_catalog.pg_replication_slots
            WHERE database IN ({Sql.Literal(_database)}, {Sql.Literal(Old)}) AND NOT temporary
            UNION {DatabaseSessions.StayingSql(_database, Old)} ORDER BY 1
            """, row => row.GetString(0));
        if (held.Count > 0) throw new CiAnonException(DiagnosticCodes.TargetHeld, $"{Address.Variable}: {string.Join(", ", held)}. {DiagnosticCodes.TargetHeld.Help}");
    });

    private void RequireAlone()
    {
        if (LiveConnection.Execute(_connection, $"SELECT pg_catalog.pg_try_advisory_lock({UnprovenDatabases.Key(Sql.Literal(New))})") is not true)
            throw new CiAnonException(DiagnosticCodes.OtherSync, $"{Address.Variable}: another sync is building {New}. {DiagnosticCodes.OtherSync.Help}");
    }

    private List<string> Markers()
    {
        using var own = LiveConnection.Open(Address, readOnly: true);
        return LiveConnection.Query(own, LiveTarget.MarkersSql, row => row.GetString(0));
    }

    private bool Exists() => LiveConnection.Execute(_connection, $"SELECT EXISTS (SELECT FROM pg_catalog.pg_database WHERE datname = {Sql.Literal(_database)})") is true;

    private void Finally(string sql) => LiveConnection.Execute(_connection, sql);

    private void Execute(string sql) => LiveConnection.Execute(_connection, sql, _cancellation);
}
