using CiAnon.Diagnostics;
using Npgsql;

namespace CiAnon.Sandboxes;

/// <summary>Failures of the sandbox in our words; never the server's, which may quote rows.</summary>
public static class SandboxErrors
{
    /// <summary>The expected failure that a server error is.</summary>
    /// <param name="failure">As thrown by Npgsql.</param>
    /// <param name="action">What was being done, such as <c>restore table shop.customers</c>.</param>
    public static CiAnonException From(PostgresException failure, string action) => failure.SqlState switch
    {
        PostgresErrorCodes.DiskFull => DiskFull(action, failure),
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown => ServerGone(action, failure),
        _ => new CiAnonException(
            DiagnosticCodes.SandboxStatementFailed, $"Could not {action}: {Redaction.Describe(failure)}.", cause: null),
    };

    /// <summary>The expected failure that a broken connection is, or that of the server error inside.</summary>
    public static CiAnonException From(NpgsqlException failure, string action) =>
        failure is PostgresException said ? From(said, action) : ServerGone(action, failure);

    /// <summary>The exception came from the server or from the connection to it: <see cref="FromServer"/> puts it into our words.</summary>
    public static bool IsFromServer(Exception failure) => failure is NpgsqlException;

    /// <summary>The expected failure that an exception of <see cref="IsFromServer"/> is.</summary>
    public static CiAnonException FromServer(Exception failure, string action) => From((NpgsqlException)failure, action);

    /// <summary>The expected failure that an error of the file system is.</summary>
    public static CiAnonException From(IOException failure, string action) => failure.HResult == Libc.NoSpace
        ? DiskFull(action, failure)
        : new CiAnonException(DiagnosticCodes.WorkDirectoryDenied, $"Could not {action}: {failure.Message}.", cause: failure);

    private static CiAnonException DiskFull(string action, Exception cause) =>
        new(DiagnosticCodes.DiskFull, $"No space left to {action}. {DiagnosticCodes.DiskFull.Help}", cause: Harmless(cause));

    private static CiAnonException ServerGone(string action, Exception cause) =>
        new(DiagnosticCodes.ServerGone, $"The sandbox's PostgreSQL ended; could not {action}. {DiagnosticCodes.ServerGone.Help}", cause: Harmless(cause));

    // A head that prints causes must not find a server's words among them.
    private static Exception? Harmless(Exception cause) => cause is NpgsqlException ? null : cause;
}
