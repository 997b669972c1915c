using System.Security.Authentication;
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
            var settings = DatabaseAddress.Read(connectionString);
            if (settings.Host?.Contains(',', StringComparison.Ordinal) == true) throw new CiAnonException(DiagnosticCodes.DatabaseUnreachable, "the database can't be read: its address names several hosts; name the one that is meant");
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
            throw new CiAnonException(DiagnosticCodes.DatabaseUnreachable, $"the database can't be read: {Why(exception)}");
        }
    }

    private static string Why(Exception exception) => exception switch
    {
        PostgresException said => $"the server said {said.SqlState}",
        { InnerException: AuthenticationException } => "its certificate isn't for this host, or of no authority that is trusted here",
        NpgsqlException or TimeoutException => "no server answered",
        _ => "it isn't a connection string",
    };
}
