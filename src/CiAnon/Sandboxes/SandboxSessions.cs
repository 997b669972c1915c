using System.Collections.Concurrent;
using System.Net.Sockets;
using CiAnon.Diagnostics;
using Npgsql;

namespace CiAnon.Sandboxes;

/// <summary>How a sandbox is connected to.</summary>
/// <param name="isKept">A session that is given back serves the next who asks, as good as new (<c>DISCARD ALL</c>): of a small run, starting sessions was half of the server's time.</param>
internal sealed class SandboxSessions(string socketFolder, bool isKept) : IDisposable
{
    // Saves system calls for small writes; for reads no size beat Npgsql's default beyond the noise, as the server sends 8 KB at a time.
    private const int WriteBuffer = 64 * 1024;

    // As many as the server takes.
    private const int MostKept = 1000;

    private readonly ConcurrentDictionary<string, NpgsqlDataSource> _sources = [];

    public NpgsqlConnection Open(string database)
    {
        try
        {
            return _sources.GetOrAdd(database, Source).OpenConnection();
        }
        catch (NpgsqlException failure) when (failure.InnerException is SocketException)
        {
            throw new CiAnonException(DiagnosticCodes.ServerGone, $"The sandbox's PostgreSQL doesn't answer any more. {DiagnosticCodes.ServerGone.Help}", cause: failure);
        }
    }

    public void Dispose()
    {
        foreach (var source in _sources.Values) source.Dispose();
    }

    private NpgsqlDataSource Source(string database) => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder
    {
        Host = socketFolder,
        Port = 5432,
        Username = "postgres",
        Database = database,
        Pooling = isKept,
        MaxPoolSize = MostKept,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
        Timeout = 30,
        CommandTimeout = 0,
        WriteBufferSize = WriteBuffer,
        // Given here so that PGTZ and PGOPTIONS of the environment have no say.
        Timezone = "UTC",
        Options = "-c statement_timeout=0",
        ApplicationName = "ci-anon",
    });
}
