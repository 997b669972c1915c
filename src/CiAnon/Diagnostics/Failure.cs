namespace CiAnon.Diagnostics;

/// <summary>Every way in which a run ends early, as diagnostics; all heads say the same.</summary>
public static class Failure
{
    /// <summary>What to tell the user. An exception's own message is repeated only where it can't quote a row: file errors.</summary>
    public static IReadOnlyList<Diagnostic> Of(Exception exception) => exception switch
    {
        CiAnonException expected => expected.Diagnostics,
        OperationCanceledException => [new Diagnostic(DiagnosticCodes.Cancelled, "cancelled; nothing was published and the sandbox is gone")],
        IOException full when IsDiskFull(full) => [new Diagnostic(DiagnosticCodes.DiskFull, $"no space left: {DiagnosticCodes.DiskFull.Help}")],
        OutOfMemoryException => [new Diagnostic(DiagnosticCodes.OutOfMemory, $"not enough memory; nothing was published. {DiagnosticCodes.OutOfMemory.Help}")],
        IOException or UnauthorizedAccessException => [new Diagnostic(DiagnosticCodes.FileTrouble, exception.Message)],
        _ => [new Diagnostic(DiagnosticCodes.Bug, $"{exception.GetType().Name}: nothing was published; please report this with the lines below")],
    };

    private static bool IsDiskFull(IOException exception)
    {
        const int NoSpaceOnUnix = 28;
        const int NoSpaceOnWindows = unchecked((int)0x80070070);
        return exception.HResult is NoSpaceOnUnix or NoSpaceOnWindows;
    }
}
