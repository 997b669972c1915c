using System.Globalization;
using CiAnon.Catalogs;
using Npgsql;

namespace CiAnon.Sandboxes.Live;

/// <summary>Whose limit it is that a server takes no more connections, which it says in words alone.</summary>
internal static class ConnectionLimits
{
    private const string Unknown = "its server takes no more connections: max_connections, or a CONNECTION LIMIT of the database or the role";

    /// <summary>Such as <c>its database takes 2 connections at a time, its CONNECTION LIMIT</c>.</summary>
    public static string Reached(LiveAddress address)
    {
        var settings = LiveConnection.Settings(address, TargetServer.Maintenance);
        var database = LiveConnection.Read(address).Database ?? settings.Username ?? "";
        try
        {
            // A database's limit doesn't hold for others.
            using var connection = new NpgsqlConnection(settings.ConnectionString);
            connection.Open();
            var limits = LiveConnection.Query(connection, $"""
                SELECT 'database', datconnlimit FROM pg_catalog.pg_database WHERE datname = {Sql.Literal(database)} AND datconnlimit >= 0
                UNION ALL SELECT 'role', rolconnlimit FROM pg_catalog.pg_roles WHERE rolname = session_user AND rolconnlimit >= 0
                """, row => string.Create(CultureInfo.InvariantCulture, $"its {row.GetString(0)} takes {Plural.Of(row.GetInt32(1), "connection")} at a time, its CONNECTION LIMIT"));
            return limits.Count > 0 ? string.Join(", ", limits) : Unknown;
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            return Unknown;
        }
    }
}
