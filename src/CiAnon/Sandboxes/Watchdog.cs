using System.Diagnostics;

namespace CiAnon.Sandboxes;

/// <summary>
/// Ties a sandbox's life to ours: a shell that reads a pipe from us. When we die, however that happens, the pipe ends,
/// and it kills the programs that it was told about and removes the sandbox, and files that nobody has proven yet.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    // A process is ours when its command line names the sandbox: a process id alone may have gone to someone else.
    private const string Script = """
        trap '' INT TERM HUP QUIT PIPE
        exec >/dev/null 2>&1
        pids=
        sandbox=$1
        socket=$2
        set --
        while read -r line; do
            case "$line" in
                /*) set -- "$@" "$line";;
                -) set --;;
                *) pids="$pids $line";;
            esac
        done
        rm -rf "$@"
        ours() {
            if test -d /proc/self; then line=$(tr '\0' ' ' <"/proc/$1/cmdline"); else line=$(ps -o command= -p "$1"); fi
            case "$line" in *"$sandbox"*) return 0;; esac
            return 1
        }
        alive() { for pid in $pids; do ours "$pid" && return 0; done; return 1; }
        for signal in QUIT KILL; do
            for pid in $pids $(head -n 1 "$sandbox/data/postmaster.pid"); do ours "$pid" && kill -s $signal "$pid"; done
            tries=0
            while alive && test $tries -lt 30; do sleep 0.1; tries=$((tries + 1)); done
        done
        tries=0
        while test -d "$sandbox" && test $tries -lt 20; do rm -rf "$sandbox" "$socket"; tries=$((tries + 1)); test -d "$sandbox" && sleep 0.1; done
        """;

    private readonly Process _shell;

    private Watchdog(Process shell) => _shell = shell;

    public static Watchdog Start(SandboxDirectory directory)
    {
        var start = ServerProgram.Shell(
            "if command -v setsid >/dev/null; then exec setsid /bin/sh -c \"$@\"; fi; exec /bin/sh -c \"$@\"",
            [Script, "ci-anon-watchdog", directory.Path, directory.Socket]);
        start.RedirectStandardInput = true;
        var shell = Process.Start(start)!;
        shell.StandardInput.AutoFlush = true;
        return new Watchdog(shell);
    }

    /// <summary>From now on this process dies with us.</summary>
    public void Guard(Process process) => _shell.StandardInput.WriteLine(process.Id);

    /// <summary>From now on what lies there goes when we die, or when the watchdog ends.</summary>
    /// <param name="path">In full.</param>
    public void Remove(string path)
    {
        if (!path.Contains('\n', StringComparison.Ordinal)) _shell.StandardInput.WriteLine(path);
    }

    /// <summary>What was to be removed stays.</summary>
    public void KeepAll() => _shell.StandardInput.WriteLine('-');

    /// <summary>Ends the watchdog; it removes what is left of the sandbox.</summary>
    public void Dispose()
    {
        _shell.StandardInput.Dispose();
        _shell.WaitForExit();
        _shell.Dispose();
    }
}
