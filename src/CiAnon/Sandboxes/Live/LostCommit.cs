using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using Npgsql;

namespace CiAnon.Sandboxes.Live;

/// <summary>What became of a transaction whose COMMIT nobody answered: the connection is lost, and the server knows.</summary>
internal static class LostCommit
{
    private const int Attempts = 100;
    private const int Milliseconds = 100;

    /// <param name="transaction">Its number.</param>
    /// <returns>Null where the server can't be asked, or doesn't know yet.</returns>
    public static bool? IsDone(LiveAddress address, string transaction)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (Status(address, transaction) is { } status and not "in progress") return status == "committed";
            Thread.Sleep(Milliseconds);
        }
        return null;
    }

    // A server that crashed is back in a moment.
    private static string? Status(LiveAddress address, string transaction)
    {
        try
        {
            using var connection = LiveConnection.Open(address, readOnly: true);
            return LiveConnection.Execute(connection, $"SELECT pg_catalog.pg_xact_status({Sql.Literal(transaction)}::pg_catalog.xid8)") as string;
        }
        catch (Exception exception) when (exception is CiAnonException or NpgsqlException)
        {
            return null;
        }
    }
}
