using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using Npgsql;

namespace CiAnon.Sandboxes.Live;

/// <summary>Gives a database's name to the new one beside it, in one transaction: whoever works on either is disconnected, and may try to come back meanwhile.</summary>
/// <param name="former">What the database is called from then on.</param>
internal sealed class DatabaseSwap(LiveAddress address, string database, string built, string former)
{
    // Each takes up to five seconds, which PostgreSQL gives those that are in the way.
    private const int Attempts = 10;
    private const int EndAttempts = 50;
    private const int EndMilliseconds = 100;

    /// <param name="hasFormer">There is a database of that name.</param>
    /// <exception cref="CiAnonException">CIANON4033: the connection broke, and nobody is there to say what was done.</exception>
    public void Run(bool hasFormer)
    {
        var (name, next) = (Sql.Identifier(database), Sql.Identifier(built));
        var aside = hasFormer ? $"ALTER DATABASE {name} RENAME TO {Sql.Identifier(former)};" : "";
        var sql = $"""
            BEGIN; {DatabaseSessions.EndSql(database, built)}; COMMENT ON DATABASE {next} IS NULL; GRANT CONNECT, TEMPORARY ON DATABASE {next} TO PUBLIC;
            {aside} ALTER DATABASE {next} RENAME TO {name}; COMMIT
            """;
        using var connection = LiveConnection.Open(address, readOnly: false, TargetServer.Maintenance);
        var attempt = 1;
        while (!Try(connection, sql, isLast: attempt == Attempts)) attempt++;
    }

    // While PostgreSQL waits for those to leave who are in the way of a rename, it lets nobody in.
    private bool Try(NpgsqlConnection connection, string sql, bool isLast)
    {
        using var renamed = new ManualResetEventSlim();
        var ending = Task.Run(() => EndThoseWhoJustCame(renamed));
        var session = connection.ProcessID;
        try
        {
            LiveConnection.Execute(connection, sql);
            return true;
        }
        catch (PostgresException failure) when (connection.State == System.Data.ConnectionState.Open)
        {
            LiveConnection.Execute(connection, "ROLLBACK");
            if (failure.SqlState != PostgresErrorCodes.ObjectInUse || isLast) throw;
            return false;
        }
        catch (NpgsqlException)
        {
            // The answer is lost, and what was done is not.
            if (!IsDone(session)) throw;
            return true;
        }
        finally
        {
            renamed.Set();
            ending.Wait(CancellationToken.None);
        }
    }

    private bool IsDone(int session)
    {
        try
        {
            using var connection = LiveConnection.Open(address, readOnly: true, TargetServer.Maintenance);
            for (var attempt = 0; attempt < EndAttempts; attempt++)
            {
                if (LiveConnection.Execute(connection, $"SELECT EXISTS (SELECT FROM pg_catalog.pg_stat_activity WHERE pid = {session})") is false)
                    return LiveConnection.Execute(connection, $"SELECT EXISTS (SELECT FROM pg_catalog.pg_database WHERE datname = {Sql.Literal(built)})") is false;
                Thread.Sleep(EndMilliseconds);
            }
        }
        catch (Exception exception) when (exception is CiAnonException or NpgsqlException)
        {
            // Nobody is there to say it.
        }
        throw new CiAnonException(DiagnosticCodes.LiveInterrupted,
            $"{address.Variable}: the connection broke while {database} was replaced: it is the former one or the new one, whole. `ci-anon check` tells which, when its server is back, and the next sync clears up");
    }

    // Sessions that are about to begin are in no list yet, and in the way all the same.
    private void EndThoseWhoJustCame(ManualResetEventSlim renamed)
    {
        try
        {
            using var connection = LiveConnection.Open(address, readOnly: false, TargetServer.Maintenance);
            while (!renamed.Wait(EndMilliseconds)) LiveConnection.Execute(connection, DatabaseSessions.EndSql(database, built));
        }
        catch (Exception exception) when (exception is CiAnonException or NpgsqlException)
        {
            // Whoever renames says what is wrong.
        }
    }
}
