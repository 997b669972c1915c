using CiAnon.Diagnostics;
using CiAnon.Sandboxes.Clusters;
using Npgsql;

namespace CiAnon.Sandboxes;

/// <summary>
/// A throwaway PostgreSQL cluster: own data folder, Unix socket only, durability off, silent.
/// It dies with us, however we end, and its folder with it.
/// </summary>
internal sealed class OwnSandbox : Sandbox
{
    private readonly SandboxDirectory _directory;
    private readonly Watchdog _watchdog;
    private readonly Server _server;
    private readonly SandboxSessions _sessions;
    private readonly Lock _disposing = new();
    private bool _disposed;

    private OwnSandbox(PostgresBinaries binaries, SandboxDirectory directory, ServerAccount account, SandboxOptions options)
    {
        Binaries = binaries;
        _directory = directory;
        _watchdog = Watchdog.Start(directory);
        _server = new Server(binaries, directory, account, _watchdog, new ClusterTemplates(options.ClusterCache));
        _sessions = new SandboxSessions(directory.Socket, options.KeepsSessions);
    }

    public override int Major => Binaries.Major;

    public override PostgresBinaries Binaries { get; }

    /// <summary>The private folder, mode 0700.</summary>
    public override string Directory => _directory.Path;

    // Since 15 the server would write a template's pages into its log, one by one; a checkpoint of a cluster that is empty costs nothing.
    protected override string CopyStrategy => Major < 15 ? "" : "STRATEGY file_copy";

    /// <summary>Removes what dead runs left, then makes and starts a cluster; about half a second.</summary>
    /// <exception cref="CiAnonException">No usable PostgreSQL, no place, no permission, or PostgreSQL's own refusal.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left behind.</exception>
    public static new Sandbox Start(SandboxOptions options, CancellationToken ct)
    {
        var binaries = PostgresBinaries.Find(options.PostgresBin, options.SearchPath, options.WantedMajor);
        var account = ServerAccount.Current();
        var parent = SandboxLocation.Choose(options.WorkDirectory, options.ExpectedBytes);
        SandboxReaper.Reap(SandboxLocation.Parents(options.WorkDirectory));
        var directory = SandboxDirectory.Create(parent, account);
        OwnSandbox? sandbox = null;
        try
        {
            sandbox = new OwnSandbox(binaries, directory, account, options);
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

    /// <summary>
    /// An open connection as superuser <c>postgres</c>: no timeout, a write buffer for COPY.
    /// SQL travels as UTF-8; rows in the dump's encoding by <c>COPY … (ENCODING …)</c>.
    /// </summary>
    /// <param name="database">Unquoted.</param>
    public override NpgsqlConnection Connect(string database) => _sessions.Open(database);

    /// <summary>For programs other than us.</summary>
    /// <param name="database">Unquoted.</param>
    public override SandboxAddress Address(string database) => new(_directory.Socket, SandboxAddress.UsualPort, "postgres", database);

    public override bool HasRoomFor(long bytes) => SandboxLocation.HasRoom(Directory, bytes);

    public override void RemoveWithUs(string path) => _watchdog.Remove(path);

    public override void KeepAll() => _watchdog.KeepAll();

    /// <summary>Ends the server at once, which makes every blocked call fail within a second. Any thread, any time, any number of times.</summary>
    public override void Kill() => _server.Kill();

    /// <summary>Stops the server, waits for it and removes the folder; see <see cref="CleanUpFailure"/>.</summary>
    protected override void Dispose(bool disposing)
    {
        lock (_disposing)
        {
            if (_disposed) return;
            _disposed = true;
            try
            {
                _sessions.Dispose();
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
}
