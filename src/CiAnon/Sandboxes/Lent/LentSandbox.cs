using System.Security.Cryptography;
using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Sandboxes.Live;
using Npgsql;

namespace CiAnon.Sandboxes.Lent;

/// <summary>
/// A sandbox on a server that somebody else runs, as CI lends one for a job: databases of its own with random names, gone at the end,
/// after a failure too. What a killed run leaves, the next one removes.
/// </summary>
internal sealed class LentSandbox : Sandbox
{
    private const string Prefix = "ci_anon";

    // Of a run that is alive, a session holds the lock of its mark.
    private const string LeftoversSql = """
        SELECT datname::text FROM pg_catalog.pg_database WHERE datname ~ '^ci_anon(_[a-z]+)*_[0-9a-f]{16}$'
        """;

    private readonly LiveAddress _address;
    private readonly NpgsqlConnection _connection;
    private readonly DirectoryInfo _directory;
    private readonly string _mark = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
    private readonly HashSet<string> _databases = [];
    private readonly HashSet<string> _roles = [];
    private readonly Lock _gate = new();
    private bool _disposed;

    private LentSandbox(LiveAddress address, NpgsqlConnection connection, DirectoryInfo directory)
    {
        (_address, _connection, _directory) = (address, connection, directory);
        ServerVersion = connection.PostgresParameters["server_version"];
    }

    public override int Major => _connection.PostgreSqlVersion.Major;

    public override string Directory => _directory.FullName;

    protected override string Maintenance => _connection.Database;

    /// <exception cref="CiAnonException">CIANON4030: no connection. CIANON4040 or 4112: it looks like production, or like nothing that was made for this job.</exception>
    public static LentSandbox Open(LiveAddress address, SandboxOptions options, CancellationToken cancellation)
    {
        // Looked at before anything is asked of it: under a sandbox's settings only a superuser gets in.
        using (var look = LiveConnection.Open(address, readOnly: true)) LiveErrors.Guard(address, "look at the server", () => LentRule.Require(address, look));
        var connection = LentConnection.Open(address, database: null);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            var parent = options.WorkDirectory ?? Path.GetTempPath();
            if (!System.IO.Directory.Exists(parent)) throw new CiAnonException(DiagnosticCodes.WorkDirectoryMissing, $"{parent} doesn't exist. {DiagnosticCodes.WorkDirectoryMissing.Help}");
            var sandbox = new LentSandbox(address, connection, MakePrivate(Path.Combine(parent, $"ci-anon-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}")));
            sandbox.RemoveLeftovers();
            return sandbox;
        }
        catch (PostgresException exception)
        {
            connection.Dispose();
            throw SandboxErrors.From(exception, $"look at the server of {address.Variable}");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static DirectoryInfo MakePrivate(string path) => OperatingSystem.IsWindows() ? System.IO.Directory.CreateDirectory(path)
        : System.IO.Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    public override void CreateDatabase(string name, string encoding)
    {
        lock (_gate) _databases.Add(Physical(name));
        base.CreateDatabase(name, encoding);
    }

    public override NpgsqlConnection Connect(string database) => LentConnection.Open(_address, Physical(database));

    public override SandboxAddress Address(string database)
    {
        var settings = LiveConnection.Read(_address);
        // A password has no place in what a build's log may hold: who connects has it from where we have it.
        return new SandboxAddress(settings.Host ?? "localhost", settings.Port, settings.Username ?? "postgres", Physical(database));
    }

    public override void RoleCreated(string name)
    {
        lock (_gate) _roles.Add(name);
    }

    public override void Kill()
    {
        try
        {
            using var connection = LentConnection.Open(_address, database: null);
            EndSessions(connection);
        }
        catch (Exception failure) when (failure is CiAnonException or NpgsqlException)
        {
            // The server is gone, and with it what was to be ended.
        }
    }

    protected override void Dispose(bool disposing)
    {
        lock (_gate)
        {
            if (_disposed) return;
            _disposed = true;
        }
        try
        {
            using var connection = LentConnection.Open(_address, database: null);
            foreach (var database in _databases) Drop(connection, database);
            foreach (var role in _roles) Execute(connection, $"DROP ROLE IF EXISTS {Sql.Identifier(role)}");
        }
        catch (Exception failure) when (failure is CiAnonException or NpgsqlException)
        {
            CleanUpFailure = new Diagnostic(DiagnosticCodes.LentDatabaseStays, $"{_address.Variable}: the databases {string.Join(", ", _databases)} could not be dropped. {DiagnosticCodes.LentDatabaseStays.Help}");
        }
        _connection.Dispose();
        _directory.Delete(recursive: true);
    }

    protected override string Physical(string database) => database == Maintenance ? database : $"{database}_{_mark}";

    private void EndSessions(NpgsqlConnection connection)
    {
        string[] databases;
        lock (_gate) databases = [.. _databases];
        using var command = new NpgsqlCommand("SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity WHERE datname = ANY($1)", connection);
        command.Parameters.AddWithValue(databases);
        command.ExecuteNonQuery();
    }

    private void RemoveLeftovers()
    {
        _ = TryLock(_mark);
        foreach (var database in LiveConnection.Query(_connection, LeftoversSql, row => row.GetString(0)))
        {
            var mark = database[^_mark.Length..];
            if (mark == _mark || !TryLock(mark)) continue;
            Drop(_connection, database);
            Execute(_connection, $"SELECT pg_catalog.pg_advisory_unlock({LockKey(mark)})");
        }
    }

    private bool TryLock(string mark) => (bool)LiveConnection.Execute(_connection, $"SELECT pg_catalog.pg_try_advisory_lock({LockKey(mark)})")!;

    private static string LockKey(string mark) => $"pg_catalog.hashtextextended('{Prefix}_{mark}', 0)";

    // Version 13 and later end whoever is still connected.
    private static void Drop(NpgsqlConnection connection, string database) => Execute(connection, $"DROP DATABASE IF EXISTS {Sql.Identifier(database)} WITH (FORCE)");

    private static void Execute(NpgsqlConnection connection, string sql) => LiveConnection.Execute(connection, sql);
}
