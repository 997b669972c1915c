using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using Npgsql;

namespace CiAnon.Sandboxes.Live;

/// <summary>
/// What killed syncs left on a server: databases with rows that were masked and that nobody verified. A sync that works on one holds a lock
/// in its name, so that whatever is found without it belongs to nobody any more.
/// </summary>
internal static class UnprovenDatabases
{
    /// <summary>What such a database's comment says, from its first moment until its rows are proven.</summary>
    public const string Note = "ci-anon: nothing is proven of it yet";

    // Locks of this kind are a database's own: those of syncs lie in the maintenance database.
    private static readonly string FindSql = $"""
        SELECT d.datname::text FROM pg_catalog.pg_database d WHERE pg_catalog.shobj_description(d.oid, 'pg_database') = {Sql.Literal(Note)}
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_database m ON m.oid = l.database AND m.datname = '{TargetServer.Maintenance}'
            WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.pid <> pg_catalog.pg_backend_pid() AND (l.classid::bigint << 32 | l.objid::bigint) = {Key("d.datname::text")}) ORDER BY 1
        """;

    /// <summary>The number of the lock in a database's name.</summary>
    /// <param name="name">SQL for the name.</param>
    public static string Key(string name) => $"pg_catalog.hashtextextended({name}, 0)";

    /// <summary>Those on a connection's server that no sync but its own works on, by name.</summary>
    public static IReadOnlyList<string> On(NpgsqlConnection connection) => LiveConnection.Query(connection, FindSql, row => row.GetString(0));

    /// <summary>Drops those that the role may drop.</summary>
    /// <param name="connection">To the maintenance database.</param>
    public static void Drop(NpgsqlConnection connection)
    {
        foreach (var name in On(connection))
        {
            var key = Key(Sql.Literal(name));
            // A sync may have begun meanwhile.
            if (LiveConnection.Execute(connection, $"SELECT pg_catalog.pg_try_advisory_lock({key})") is not true) continue;
            try
            {
                if (On(connection, name)) LiveConnection.Execute(connection, $"DROP DATABASE IF EXISTS {Sql.Identifier(name)} WITH (FORCE)");
            }
            catch (PostgresException)
            {
                // Another role's: whoever looks next is told.
            }
            LiveConnection.Execute(connection, $"SELECT pg_catalog.pg_advisory_unlock({key})");
        }
    }

    /// <summary>What people are told of those that stay; null where none does.</summary>
    public static Diagnostic? Notice(LiveAddress address, IReadOnlyList<string> names) => names.Count == 0 ? null
        : new(DiagnosticCodes.UnprovenStays, $"{address.Variable}: on its server stands {string.Join(", ", names)}. {DiagnosticCodes.UnprovenStays.Help}");

    /// <summary>Drops what the role can, and tells what stays. One that isn't let in to the maintenance database drops nothing.</summary>
    public static Diagnostic? Tidy(LiveAddress address, NpgsqlConnection own)
    {
        if (On(own).Count == 0) return null;
        try
        {
            using var connection = LiveConnection.Open(address, readOnly: false, TargetServer.Maintenance);
            Drop(connection);
        }
        catch (CiAnonException)
        {
            // It is told below.
        }
        return Notice(address, On(own));
    }

    // Of one that was proven meanwhile, or that somebody else made under the name.
    private static bool On(NpgsqlConnection connection, string name) => LiveConnection.Execute(connection,
        $"SELECT pg_catalog.shobj_description(oid, 'pg_database') = {Sql.Literal(Note)} FROM pg_catalog.pg_database WHERE datname = {Sql.Literal(name)}") is true;
}
