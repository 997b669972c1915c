using System.Diagnostics;

namespace CiAnon.Sandboxes;

/// <summary>The living processes of a server, recognized by its data folder; a process id alone proves nothing.</summary>
internal static class ServerProcesses
{
    /// <summary>The ids of all processes that work in the data folder: postmaster and backends.</summary>
    public static IReadOnlyList<int> Of(string data) => Directory.Exists("/proc/self") ? FromProc(data) : FromPs(data);

    /// <summary>Ends them all and waits, at most five seconds, until they are gone; false when some remain.</summary>
    public static bool Kill(string data)
    {
        // SIGQUIT first: only a postmaster that ends by itself gives its shared memory back to the system.
        const int patience = 40;
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var living = Of(data);
            if (living.Count == 0) return true;
            foreach (var process in living)
            {
                if (attempt is 0 or > patience) Libc.Signal(process, attempt == 0 ? Libc.SigQuit : Libc.SigKill);
            }
            Thread.Sleep(50);
        }
        return false;
    }

    /// <summary>Ends all but the postmaster, without asking.</summary>
    public static void KillBackends(string data, int postmaster)
    {
        foreach (var process in Of(data))
        {
            if (process != postmaster) Libc.Signal(process, Libc.SigKill);
        }
    }

    private static List<int> FromProc(string data)
    {
        var found = new List<int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var process) && WorkingDirectory(folder) is { } at && (at == data || at == data + " (deleted)")) found.Add(process);
        }
        return found;
    }

    // Processes of others keep their working directory to themselves, and any may end while we look.
    private static string? WorkingDirectory(string folder)
    {
        try
        {
            return File.ResolveLinkTarget(Path.Combine(folder, "cwd"), returnFinalTarget: false)?.FullName;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static List<int> FromPs(string data)
    {
        using var process = Process.Start(new ProcessStartInfo("ps", ["-axo", "pid=,command="]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
        process.WaitForExit();
        return [.. lines.Where(line => line.Contains($"-D {data}", StringComparison.Ordinal)).Select(line => int.Parse(line.Split(' ')[0]))];
    }
}
