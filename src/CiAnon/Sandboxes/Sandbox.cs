using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Sandboxes.Clusters;
using Npgsql;

namespace CiAnon.Sandboxes;

/// <summary>
/// A throwaway PostgreSQL cluster: own data folder, Unix socket only, durability off, silent.
/// It dies with us, however we end, and its folder with it.
/// </summary>
public sealed class Sandbox : IDisposable
{
    private readonly SandboxDirectory _directory;
    private readonly Watchdog _watchdog;
    private readonly Server _server;
    private readonly Lock _disposing = new();
    private bool _disposed;

    private Sandbox(PostgresBinaries binaries, SandboxDirectory directory, ServerAccount account, ClusterTemplates templates)
    {
        Binaries = binaries;
        _directory = directory;
        _watchdog = Watchdog.Start(directory);
        _server = new Server(binaries, directory, account, _watchdog, templates);
    }

    public PostgresBinaries Binaries { get; }

    /// <summary>The private folder, mode 0700.</summary>
    public string Directory => _directory.Path;

    /// <summary>Whether that many bytes of tables, with what proves them, fit where the cluster lies.</summary>
    public bool HasRoomFor(long bytes) => SandboxLocation.HasRoom(Directory, bytes);

    /// <summary>As the server itself says, such as <c>15.18 (Debian 15.18-0+deb12u1)</c>.</summary>
    public string ServerVersion { get; private set; } = "";

    /// <summary>What <see cref="Dispose"/> could not remove, or null; to be told to the user.</summary>
    public Diagnostic? CleanUpFailure { get; private set; }

    /// <summary>Removes what dead runs left, then makes and starts a cluster; about half a second.</summary>
    /// <exception cref="CiAnonException">No usable PostgreSQL, no place, no permission, or PostgreSQL's own refusal.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left behind.</exception>
    public static Sandbox Start(SandboxOptions options, CancellationToken ct)
    {
        var binaries = PostgresBinaries.Find(options.PostgresBin, options.SearchPath);
        var account = ServerAccount.Current();
        var parent = SandboxLocation.Choose(options.WorkDirectory, options.ExpectedBytes);
        SandboxReaper.Reap(SandboxLocation.Parents(options.WorkDirectory));
        var directory = SandboxDirectory.Create(parent, account);
        Sandbox? sandbox = null;
        try
        {
            sandbox = new Sandbox(binaries, directory, account, new ClusterTemplates(options.ClusterCache));
            sandbox._server.Start(ServerSettings.For(options, directory, binaries.Major, SandboxLocation.IsMemory(parent)), ct);
            sandbox.Silence(ct);
            return sandbox;
        }
        catch
        {
            ((IDisposable?)sandbox ?? directory).Dispose();
            throw;
        }
    }

    /// <summary>Creates an empty database with C collation and, where the encoding allows, Unicode character classes.</summary>
    /// <param name="name">Unquoted.</param>
    /// <param name="encoding">As in pg_dump's archives: <c>UTF8</c>, <c>LATIN1</c>, <c>SQL_ASCII</c>…</param>
    public void CreateDatabase(string name, string encoding)
    {
        using var connection = Connect("postgres");
        var character = encoding is "UTF8" or "UNICODE" ? UnicodeCharacterType(connection) : "C";
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {Sql.Identifier(name)} ENCODING {Sql.Literal(encoding)} "
            + $"LC_COLLATE 'C' LC_CTYPE '{character}' TEMPLATE template0";
        try
        {
            command.ExecuteNonQuery();
        }
        catch (PostgresException refusal) when (refusal.SqlState is PostgresErrorCodes.UndefinedObject or PostgresErrorCodes.WrongObjectType)
        {
            throw new CiAnonException(
                DiagnosticCodes.EncodingUnknown, $"PostgreSQL {ServerVersion} can't have a database of encoding {encoding}. {DiagnosticCodes.EncodingUnknown.Help}");
        }
        catch (PostgresException refusal)
        {
            throw SandboxErrors.From(refusal, $"create a database of encoding {encoding}");
        }
    }

    /// <summary>
    /// An open connection as superuser <c>postgres</c>: no pool, no timeout, a write buffer for COPY.
    /// SQL travels as UTF-8; rows in the dump's encoding by <c>COPY … (ENCODING …)</c>.
    /// </summary>
    /// <param name="database">Unquoted.</param>
    public NpgsqlConnection Connect(string database) => SandboxConnection.Open(_directory.Socket, database);

    /// <summary>For programs other than us.</summary>
    /// <param name="database">Unquoted.</param>
    public SandboxAddress Address(string database) => new(_directory.Socket, database);

    /// <summary>What lies there goes when we die before <see cref="KeepAll"/>: nobody has proven it.</summary>
    /// <param name="path">In full; nothing need lie there yet.</param>
    public void RemoveWithUs(string path) => _watchdog.Remove(path);

    /// <summary>What <see cref="RemoveWithUs"/> was told of is proven.</summary>
    public void KeepAll() => _watchdog.KeepAll();

    /// <summary>Ends the server at once, which makes every blocked call fail within a second. Any thread, any time, any number of times.</summary>
    public void Kill() => _server.Kill();

    /// <summary>Stops the server, waits for it and removes the folder; see <see cref="CleanUpFailure"/>.</summary>
    public void Dispose()
    {
        lock (_disposing)
        {
            if (_disposed) return;
            _disposed = true;
            try
            {
                _server.Dispose();
                _directory.Dispose();
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                CleanUpFailure = new Diagnostic(
                    DiagnosticCodes.LeftoverStays, $"The sandbox {Directory} could not be removed ({failure.Message}). Remove it by hand: it may hold rows.");
            }
            _watchdog.Dispose();
        }
    }

    // Until here the log explained a failed start; from here on it could quote rows.
    private void Silence(CancellationToken ct)
    {
        using var connection = Connect("postgres");
        ServerVersion = connection.PostgresParameters["server_version"];
        _server.Reload(ServerSettings.Silence);
        using var command = connection.CreateCommand();
        command.CommandText = "SHOW log_min_messages";
        while ((string?)command.ExecuteScalar() != "panic")
        {
            ct.ThrowIfCancellationRequested();
            Thread.Sleep(1);
        }
    }

    private static string UnicodeCharacterType(NpgsqlConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT 1 FROM pg_collation WHERE collname IN ('C.utf8', 'C.UTF-8') AND collprovider = 'c'";
        return command.ExecuteScalar() is not null ? "C.UTF-8" : "C";
    }
}
