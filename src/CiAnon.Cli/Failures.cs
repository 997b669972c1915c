using CiAnon.Diagnostics;

namespace CiAnon.Cli;

/// <summary>Every way in which a command ends, as messages and an exit code.</summary>
internal static class Failures
{
    public static int Guard(Session session, Func<int> command)
    {
        try
        {
            return command();
        }
        catch (OperationCanceledException)
        {
            session.Print(new Diagnostic(DiagnosticCodes.Cancelled, "cancelled; nothing was published and the sandbox is gone"));
            return (int)ExitCode.Cancelled;
        }
        catch (CiAnonException exception)
        {
            foreach (var diagnostic in exception.Diagnostics) session.Print(diagnostic);
            return (int)exception.Exit;
        }
        catch (IOException exception) when (IsDiskFull(exception))
        {
            session.Print(new Diagnostic(DiagnosticCodes.DiskFull, $"no space left: {DiagnosticCodes.DiskFull.Help}"));
            return (int)ExitCode.Environment;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            session.Print(new Diagnostic(DiagnosticCodes.FileTrouble, exception.Message));
            return (int)ExitCode.Environment;
        }
        catch (Exception exception)
        {
            // The type and the frames say where; the message might quote what was being worked on.
            session.Print(new Diagnostic(DiagnosticCodes.Bug, $"{exception.GetType().Name}: nothing was published; please report this with the lines below"));
            session.Error.WriteLine(exception.StackTrace);
            return (int)ExitCode.Bug;
        }
    }

    private static bool IsDiskFull(IOException exception)
    {
        const int NoSpaceOnUnix = 28;
        const int NoSpaceOnWindows = unchecked((int)0x80070070);
        return exception.HResult is NoSpaceOnUnix or NoSpaceOnWindows;
    }
}
