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
        catch (Exception exception)
        {
            var diagnostics = Failure.Of(exception);
            foreach (var diagnostic in diagnostics) session.Print(diagnostic);
            var exit = diagnostics.First(diagnostic => diagnostic.Severity == Severity.Error).Code.Exit;
            // The type and the frames say where; the message might quote what was being worked on.
            if (exit == ExitCode.Bug) session.Error.WriteLine(exception.StackTrace);
            return (int)exit;
        }
    }
}
