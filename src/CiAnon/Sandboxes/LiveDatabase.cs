using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using Npgsql;

namespace CiAnon.Sandboxes;

/// <summary>The catalog of somebody's own database: read in one read-only transaction; no table is touched.</summary>
public static class LiveDatabase
{
    private const int Seconds = 30;

    /// <param name="connectionString">As Npgsql takes it, or an address that begins with <c>postgres://</c>.</param>
    /// <exception cref="CiAnonException">CIANON4013; never with a word of the connection string.</exception>
    public static (string Name, Catalog Catalog) Read(string connectionString)
    {
        try
        {
            var settings = Settings(connectionString);
            (settings.Pooling, settings.Timeout, settings.CommandTimeout, settings.ApplicationName) = (false, Seconds, Seconds, "ci-anon");
            settings.Options = "-c default_transaction_read_only=on -c search_path=pg_catalog -c lock_timeout=5s";
            using var connection = new NpgsqlConnection(settings.ConnectionString);
            connection.Open();
            using var transaction = connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
            var reader = new CatalogReader(connection);
            var dumped = reader.DumpedExtensionTables();
            var catalog = reader.Read().WithExtensionTables(table => dumped.ContainsKey(table.Oid));
            transaction.Rollback();
            return ("the database", catalog);
        }
        catch (Exception exception) when (exception is NpgsqlException or ArgumentException or FormatException or UriFormatException or TimeoutException)
        {
            // Messages of the driver may quote host, user or the string itself.
            var why = exception is PostgresException said ? $"the server said {said.SqlState}" : exception is NpgsqlException or TimeoutException ? "no server answered" : "it isn't a connection string";
            throw new CiAnonException(DiagnosticCodes.DatabaseUnreachable, $"the database can't be read: {why}");
        }
    }

    private static NpgsqlConnectionStringBuilder Settings(string text)
    {
        if (!text.StartsWith("postgres://", StringComparison.Ordinal) && !text.StartsWith("postgresql://", StringComparison.Ordinal)) return new NpgsqlConnectionStringBuilder(text);
        var address = new Uri(text);
        var user = address.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder { Host = address.Host, Database = Uri.UnescapeDataString(address.AbsolutePath.Trim('/')) };
        if (address.Port > 0) settings.Port = address.Port;
        if (user[0].Length > 0) settings.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length == 2) settings.Password = Uri.UnescapeDataString(user[1]);
        foreach (var pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)))
            settings[Uri.UnescapeDataString(pair[0]).Replace("sslmode", "SSL Mode", StringComparison.Ordinal)] = Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "");
        return settings;
    }
}
