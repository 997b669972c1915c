using System.Security.Authentication;
using CiAnon.Diagnostics;
using Npgsql;

namespace CiAnon.Sandboxes.Live;

/// <summary>Failures of somebody else's database in our words; never the server's or the driver's, which may quote rows, hosts and passwords.</summary>
internal static class LiveErrors
{
    public const string NotReady = "its server is starting up, shutting down or recovering from a crash";
    public const string Standby = "it is a standby, which had to go on";
    public const string FullDisk = "its server has no space left on a disk";

    /// <summary>Runs something against the database; what it fails with comes out in our words.</summary>
    /// <param name="action">What is being done, such as <c>read public.customers</c>.</param>
    public static T Guard<T>(LiveAddress address, string action, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            throw From(exception, address, action);
        }
    }

    public static void Guard(LiveAddress address, string action, Action work) => Guard(address, action, () =>
    {
        work();
        return true;
    });

    public static CiAnonException From(Exception failure, LiveAddress address, string action) => failure switch
    {
        PostgresException said => Said(said, address, action),
        _ => new CiAnonException(DiagnosticCodes.LiveInterrupted, $"{address.Variable}: the connection broke, could not {action}. {DiagnosticCodes.LiveInterrupted.Help}"),
    };

    /// <summary>There is no connection: the string, the server, the certificate or the login.</summary>
    public static CiAnonException NoConnection(Exception failure, LiveAddress address) => new(DiagnosticCodes.LiveUnreachable, failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow } said => $"{address.Variable}: {NotReady} ({said.SqlState}). Try again when it takes connections",
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } said => $"{address.Variable}: {ConnectionLimits.Reached(address)} ({said.SqlState}). Ask for fewer connections with --jobs, end others, or raise the limit",
        _ => $"{address.Variable}: {Why(failure)}. {DiagnosticCodes.LiveUnreachable.Help}",
    });

    private static CiAnonException Said(PostgresException said, LiveAddress address, string action)
    {
        var code = said.SqlState switch
        {
            PostgresErrorCodes.InsufficientPrivilege => DiagnosticCodes.LiveDenied,
            PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected => DiagnosticCodes.LiveLocked,
            PostgresErrorCodes.DiskFull => DiagnosticCodes.LiveDiskFull,
            // Nothing else of ours is serialized: sources are only read, targets read what is committed.
            PostgresErrorCodes.SerializationFailure => DiagnosticCodes.StandbyWentOn,
            _ => DiagnosticCodes.LiveInterrupted,
        };
        var what = code == DiagnosticCodes.StandbyWentOn ? $"{Standby} ({said.SqlState})" : Redaction.Describe(said);
        return new CiAnonException(code, $"{address.Variable}: could not {action}: {what}. {code.Help}");
    }

    private static string Why(Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } said => $"its server has no database of that name ({said.SqlState})",
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } said => $"its server refused the login ({said.SqlState})",
        PostgresException said => $"the server said {said.SqlState}",
        { InnerException: AuthenticationException } => "its certificate isn't for this host, or of no authority that is trusted here",
        NpgsqlException or TimeoutException or System.Net.Sockets.SocketException => "no server answered, or not in the way that was asked for (TLS, login)",
        _ => "what the variable holds is no connection string",
    };
}
