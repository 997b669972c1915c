using CiAnon.Sandboxes.Live;
using Npgsql;

namespace CiAnon.Sandboxes.Lent;

/// <summary>Connections to a lent server, under the settings that a sandbox of our own has.</summary>
internal static class LentConnection
{
    private const int WriteBuffer = 64 * 1024;

    // The server's log is somebody else's, and must never quote rows.
    private static readonly string[] Settings =
    [
        "log_min_messages=panic", "log_min_error_statement=panic", "log_statement=none", "log_duration=off", "log_min_duration_statement=-1", "log_min_duration_sample=-1",
        "log_transaction_sample_rate=0", "log_parameter_max_length_on_error=0", "log_error_verbosity=terse",
        "statement_timeout=0", "lock_timeout=0", "idle_in_transaction_session_timeout=0", "default_transaction_read_only=off", "default_transaction_isolation=read\\ committed",
        "session_replication_role=origin", "synchronous_commit=off", "allow_system_table_mods=on", "synchronize_seqscans=off", "jit=off", "max_parallel_workers_per_gather=0",
        "max_parallel_maintenance_workers=0", "datestyle=ISO,\\ MDY", "default_text_search_config=pg_catalog.english", "intervalstyle=postgres", "bytea_output=hex",
        "xmloption=content", "extra_float_digits=1", "lc_messages=C", "lc_monetary=C", "lc_numeric=C", "lc_time=C", "search_path=\"$user\",public",
    ];

    /// <param name="database">Null for the one that the address names.</param>
    /// <exception cref="Diagnostics.CiAnonException">CIANON4030: no connection.</exception>
    public static NpgsqlConnection Open(LiveAddress address, string? database)
    {
        var settings = LiveConnection.Read(address);
        (settings.Pooling, settings.Timeout, settings.CommandTimeout, settings.ApplicationName) = (false, 30, 0, "ci-anon");
        (settings.WriteBufferSize, settings.IncludeErrorDetail, settings.Timezone) = (WriteBuffer, false, "UTC");
        settings.Options = string.Join(' ', Settings.Select(setting => $"-c {setting}"));
        if (database is not null) settings.Database = database;
        NpgsqlConnection? connection = null;
        try
        {
            connection = new NpgsqlConnection(settings.ConnectionString);
            connection.Open();
            return connection;
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or ArgumentException or FormatException or InvalidOperationException or IOException
            or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException or System.Net.Sockets.SocketException or NotSupportedException)
        {
            connection?.Dispose();
            throw LiveErrors.NoConnection(exception, address);
        }
    }
}
