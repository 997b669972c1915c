using System.ComponentModel;
using System.Diagnostics;
using CiAnon.Diagnostics;

namespace CiAnon.Sandboxes;

/// <summary>A PostgreSQL program started as the server's user, in a session of its own, silent, without our environment.</summary>
internal static class ServerProgram
{
    /// <summary>Exit codes of the launching shell; the programs themselves end with 0, 1 or 2.</summary>
    public const int FolderOutOfReach = 77;
    public const int ProgramOutOfReach = 78;

    // A session of its own keeps the terminal's Ctrl-C away from the server: we end it, in order, after our own work has stopped.
    private const string Launch = """
        umask 077
        exec </dev/null
        cd "$1" 2>/dev/null || exit 77
        test -x "$3" || exit 78
        exec >>"$2" 2>&1
        shift 2
        if command -v setsid >/dev/null; then exec setsid "$@"; fi
        exec "$@"
        """;

    private static readonly string[] Inherited = ["PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR"];

    /// <summary>Starts <paramref name="program"/>; its output goes to the sandbox's log. The process id is the program's own.</summary>
    public static Process Start(string program, IEnumerable<string> arguments, SandboxDirectory directory, ServerAccount account)
    {
        var start = Shell(Launch, [directory.Path, directory.Log, program, .. arguments]);
        if (account.Name is not null) start.UserName = account.Name;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw new CiAnonException(DiagnosticCodes.StartFailed, $"{program} can't be started: {failure.Message}.", cause: failure);
        }
    }

    /// <summary>A shell that runs a script with arguments, in an environment that holds no secret and no PG… setting.</summary>
    public static ProcessStartInfo Shell(string script, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", script, "ci-anon", .. arguments]) { WorkingDirectory = "/", UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Except(Inherited, StringComparer.Ordinal).ToList())
        {
            start.Environment.Remove(name);
        }
        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";
        return start;
    }
}
