using System.Net.Sockets;
using CiAnon.Diagnostics;
using Npgsql;

namespace CiAnon.Sandboxes;

/// <summary>How a sandbox is connected to.</summary>
internal static class SandboxConnection
{
    // Saves system calls for small writes; for reads no size beat Npgsql's default beyond the noise, as the server sends 8 KB at a time.
    private const int WriteBuffer = 64 * 1024;

    public static NpgsqlConnection Open(string socketFolder, string database)
    {
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = socketFolder,
            Port = 5432,
            Username = "postgres",
            Database = database,
            Pooling = false,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
            Timeout = 30,
            CommandTimeout = 0,
            WriteBufferSize = WriteBuffer,
            // Given here so that PGTZ and PGOPTIONS of the environment have no say.
            Timezone = "UTC",
            Options = "-c statement_timeout=0",
            ApplicationName = "ci-anon",
        };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch (Exception failure)
        {
            connection.Dispose();
            throw failure is NpgsqlException { InnerException: SocketException } ? ServerGone(failure) : failure;
        }
    }

    private static CiAnonException ServerGone(Exception cause) =>
        new(DiagnosticCodes.ServerGone, $"The sandbox's PostgreSQL doesn't answer any more. {DiagnosticCodes.ServerGone.Help}", cause: cause);
}
