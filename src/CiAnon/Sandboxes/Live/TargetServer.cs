using System.Diagnostics;
using System.Globalization;
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
    private const string Maintenance = "postgres";
    private const string NewSuffix = "_ci_anon_new";
    private const string OldSuffix = "_ci_anon_old";

    private readonly NpgsqlConnection _connection;
    private readonly CancellationToken _cancellation;
    private readonly string _database;
    private bool _isBuilt;

    private TargetServer(LiveAddress address, NpgsqlConnection connection, string database, CancellationToken cancellation) =>
        (Address, _connection, _database, _cancellation) = (address, connection, database, cancellation);

    public LiveAddress Address { get; }

    public string Database => _database;

    public int Major => _connection.PostgreSqlVersion.Major;

    private string New => _database + NewSuffix;

    private string Old => _database + OldSuffix;

    /// <param name="sourceServer">The source's system identifier.</param>
    /// <exception cref="CiAnonException">CIANON4030: no connection. CIANON4031: a privilege is missing. CIANON4040: it looks like production.</exception>
    public static TargetServer Open(LiveAddress address, IReadOnlyList<string> hosts, string sourceServer, CancellationToken cancellation)
    {
        var settings = LiveConnection.Read(address);
        if (settings.Database is not { Length: > 0 } database) throw new CiAnonException(DiagnosticCodes.LiveUnreachable, $"{address.Variable} names no database");
        var server = new TargetServer(address, LiveConnection.Open(address, readOnly: false, Maintenance), database, cancellation);
        try
        {
            TargetRule.Require(address, LiveErrors.Guard(address, "look at the server", () => server.Look(settings.Host ?? "", sourceServer)), hosts);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Builds the new database of an archive.</summary>
    /// <param name="program">pg_restore.</param>
    /// <param name="withPrivileges">Owners and privileges, too.</param>
    /// <returns>Its name.</returns>
    /// <exception cref="CiAnonException">CIANON4044: it could not be built.</exception>
    public string Build(string program, string archive, int jobs, bool withPrivileges, CancellationToken cancellation)
    {
        LiveErrors.Guard(Address, "create the new database", () =>
        {
            Execute($"DROP DATABASE IF EXISTS {Sql.Identifier(New)} WITH (FORCE)");
            _isBuilt = true;
            Execute($"CREATE DATABASE {Sql.Identifier(New)} TEMPLATE template0 ENCODING 'UTF8'");
        });
        string[] owners = withPrivileges ? [] : ["--no-owner", "--no-privileges"];
        using var process = Process.Start(ClientProgram.Start(Address, program,
            ["--dbname=" + New, "--exit-on-error", "--no-password", string.Create(CultureInfo.InvariantCulture, $"--jobs={jobs}"), .. owners, archive], New))!;
        using var killed = cancellation.Register(() => process.Kill(entireProcessTree: true));
        process.StandardOutput.BaseStream.CopyTo(Stream.Null);
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode == 0 ? New : throw new CiAnonException(DiagnosticCodes.TargetNotBuilt,
            $"{Address.Variable}: {program} ended with exit code {process.ExitCode}. {DiagnosticCodes.TargetNotBuilt.Help}");
    }

    /// <summary>Roles that the server doesn't have; all of them where nobody but a superuser could give anything to them.</summary>
    public IReadOnlyList<string> MissingRoles(IEnumerable<string> roles) => LiveErrors.Guard(Address, "look for roles", () =>
    {
        var isSuperuser = LiveConnection.Execute(_connection, "SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user") is true;
        var known = isSuperuser ? LiveConnection.Query(_connection, "SELECT rolname::text FROM pg_catalog.pg_roles", row => row.GetString(0)).ToHashSet() : [];
        return (IReadOnlyList<string>)[.. roles.Distinct().Where(role => !known.Contains(role)).Order(StringComparer.Ordinal)];
    });

    /// <summary>Ends whoever works on the old database, and gives its name to the new one; too short to be cancelled.</summary>
    /// <returns>Whether the old one is gone; else it stands beside.</returns>
    public bool Swap()
    {
        LiveErrors.Guard(Address, "swap the databases", () =>
        {
            Finally($"DROP DATABASE IF EXISTS {Sql.Identifier(Old)} WITH (FORCE)");
            if (!Exists()) Finally($"ALTER DATABASE {Sql.Identifier(New)} RENAME TO {Sql.Identifier(_database)}");
            else Rename();
            _isBuilt = false;
        });
        try
        {
            Finally($"DROP DATABASE IF EXISTS {Sql.Identifier(Old)} WITH (FORCE)");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        if (_isBuilt) DropNew();
        _connection.Dispose();
    }

    private void Rename()
    {
        var (database, built, old) = (Sql.Identifier(_database), Sql.Identifier(New), Sql.Identifier(Old));
        Finally($"ALTER DATABASE {database} ALLOW_CONNECTIONS false");
        try
        {
            Finally($"SELECT pg_catalog.count(pg_catalog.pg_terminate_backend(pid)) FROM pg_catalog.pg_stat_activity WHERE datname = {Sql.Literal(_database)} AND pid <> pg_catalog.pg_backend_pid()");
            Finally($"BEGIN; ALTER DATABASE {database} RENAME TO {old}; ALTER DATABASE {built} RENAME TO {database}; COMMIT");
        }
        catch (NpgsqlException)
        {
            using var again = LiveConnection.Open(Address, readOnly: false, Maintenance);
            LiveConnection.Execute(again, $"ALTER DATABASE {database} ALLOW_CONNECTIONS true");
            throw;
        }
    }

    // The connection may be gone with the run.
    private void DropNew()
    {
        try
        {
            using var again = LiveConnection.Open(Address, readOnly: false, Maintenance);
            LiveConnection.Execute(again, $"DROP DATABASE IF EXISTS {Sql.Identifier(New)} WITH (FORCE)");
        }
        catch (Exception exception) when (exception is CiAnonException or NpgsqlException)
        {
            // It holds anonymized rows alone, under a name that the next sync drops.
        }
    }

    private TargetFacts Look(string host, string sourceServer) => new(host, _database, Exists() ? Markers() : [],
        LiveConnection.Execute(_connection, "SELECT pg_catalog.pg_is_in_recovery()") is true, Major)
    {
        IsOnSourcesServer = (string)LiveConnection.Execute(_connection, "SELECT system_identifier::text FROM pg_catalog.pg_control_system()")! == sourceServer,
    };

    private List<string> Markers()
    {
        using var own = LiveConnection.Open(Address, readOnly: true);
        return LiveConnection.Query(own, LiveTarget.MarkersSql, row => row.GetString(0));
    }

    private bool Exists() => LiveConnection.Execute(_connection, $"SELECT EXISTS (SELECT FROM pg_catalog.pg_database WHERE datname = {Sql.Literal(_database)})") is true;

    private void Finally(string sql) => LiveConnection.Execute(_connection, sql);

    private void Execute(string sql) => LiveConnection.Execute(_connection, sql, _cancellation);
}
