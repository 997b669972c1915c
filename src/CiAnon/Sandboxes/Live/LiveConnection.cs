using System.Globalization;
using System.Security.Cryptography;
using CiAnon.Diagnostics;
using Npgsql;

namespace CiAnon.Sandboxes.Live;

/// <summary>Connections to somebody else's database.</summary>
internal static class LiveConnection
{
    private const int Seconds = 30;
    private const int Buffer = 64 * 1024;

    // Rows are written as pg_dump writes them, whatever the role or the database says; what row security would hide is an error. A snapshot that is older than
    // the locks that were waited for would miss rows.
    private const string Session = """
        SET search_path = pg_catalog; SET datestyle = 'ISO, MDY'; SET intervalstyle = 'postgres'; SET extra_float_digits = 1; SET bytea_output = 'hex'; SET xmloption = content; SET lc_monetary = 'C';
        SET timezone = 'UTC'; SET synchronize_seqscans = off; SET row_security = off; SET client_min_messages = error; SET idle_in_transaction_session_timeout = 0;
        SET default_transaction_isolation = 'read committed'; SET jit = off;
        SELECT pg_catalog.set_config(name, '0', false) FROM pg_catalog.pg_settings WHERE name IN ('idle_session_timeout', 'transaction_timeout');
        """;

    // What we say is done is still done when the server has been down.
    private const string Durable = "SELECT pg_catalog.set_config('synchronous_commit', 'on', false) WHERE pg_catalog.current_setting('synchronous_commit') = 'off';";

    /// <summary>What the address says, for those that need its parts; a word that makes no sense is an error of the address.</summary>
    /// <exception cref="CiAnonException">CIANON4030: it is no connection string.</exception>
    public static NpgsqlConnectionStringBuilder Read(LiveAddress address)
    {
        try
        {
            var settings = DatabaseAddress.Read(address.ConnectionString);
            // Each connection would go to whichever answers, and rules that speak of the host would see a list.
            if (settings.Host?.Contains(',', StringComparison.Ordinal) == true)
                throw new CiAnonException(DiagnosticCodes.LiveUnreachable, $"{address.Variable} names several hosts: name the one that is meant. {DiagnosticCodes.LiveUnreachable.Help}");
            return settings;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw LiveErrors.NoConnection(exception, address);
        }
    }

    /// <summary>Those of a connection of ours.</summary>
    /// <param name="database">Another than the address names; null for its own.</param>
    public static NpgsqlConnectionStringBuilder Settings(LiveAddress address, string? database)
    {
        var settings = Read(address);
        (settings.Pooling, settings.Timeout, settings.CommandTimeout, settings.ApplicationName) = (false, Seconds, 0, "ci-anon");
        (settings.ReadBufferSize, settings.WriteBufferSize, settings.IncludeErrorDetail) = (Buffer, Buffer, false);
        if (database is not null) settings.Database = database;
        return settings;
    }

    /// <summary>An open connection without a pool.</summary>
    /// <param name="readOnly">Every transaction can read alone, which the server enforces.</param>
    /// <param name="database">Another than the address names.</param>
    /// <exception cref="CiAnonException">CIANON4030: no connection.</exception>
    public static NpgsqlConnection Open(LiveAddress address, bool readOnly, string? database = null)
    {
        var settings = Settings(address, database);
        NpgsqlConnection? connection = null;
        try
        {
            connection = new NpgsqlConnection(settings.ConnectionString);
            connection.Open();
            Execute(connection, Session + Timeouts(address) + (readOnly ? "SET default_transaction_read_only = on;" : "SET default_transaction_read_only = off;" + Durable));
            return connection;
        }
        // A certificate's file may be missing or no certificate.
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or ArgumentException or FormatException or InvalidOperationException
            or IOException or UnauthorizedAccessException or CryptographicException or System.Net.Sockets.SocketException or NotSupportedException)
        {
            connection?.Dispose();
            throw LiveErrors.NoConnection(exception, address);
        }
    }

    /// <summary>Statements of ours in the simple protocol, or one whose first value is asked for.</summary>
    /// <exception cref="PostgresException">The server refused.</exception>
    public static object? Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        using var command = new NpgsqlCommand(sql, connection);
        using var cancelled = cancellation.Register(command.Cancel);
        return command.ExecuteScalar();
    }

    /// <summary>All rows of a query.</summary>
    /// <exception cref="PostgresException">The server refused.</exception>
    public static List<T> Query<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read)
    {
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    private static string Timeouts(LiveAddress address) => string.Create(CultureInfo.InvariantCulture,
        $"SET lock_timeout = {(long)address.LockTimeout.TotalMilliseconds}; SET statement_timeout = {(long)address.StatementTimeout.TotalMilliseconds};");
}
