using CiAnon.Diagnostics;

namespace CiAnon.Sandboxes;

/// <summary>Where sandboxes lie: in the folder that was asked for, else in memory when the data fits, else in the temporary folder.</summary>
internal static class SandboxLocation
{
    public const string SharedMemory = "/dev/shm";

    // A fresh cluster, its first WAL segments and the server's own memory.
    private const long Overhead = 1L << 30;

    /// <summary>Everything that a run may have left something in.</summary>
    public static IEnumerable<string> Parents(string? workDirectory) =>
        new[] { workDirectory, SharedMemory, Path.GetTempPath() }.OfType<string>()
            .Select(Path.GetFullPath).Where(Directory.Exists).Distinct(StringComparer.Ordinal);

    /// <summary>The folder to put a sandbox into, symbolic links resolved: a process is recognized by its real working directory.</summary>
    public static string Choose(string? workDirectory, long expectedBytes) =>
        workDirectory is null && FitsIntoMemory(expectedBytes) ? SharedMemory : OnDisk(workDirectory);

    /// <summary>The same for what nobody knows the size of.</summary>
    public static string OnDisk(string? workDirectory)
    {
        if (workDirectory is null) return Libc.RealPath(Path.GetTempPath());
        var full = Path.GetFullPath(workDirectory);
        return Directory.Exists(full)
            ? Libc.RealPath(full)
            : throw new CiAnonException(
                DiagnosticCodes.WorkDirectoryMissing, $"The working directory {full} does not exist. Create it, or name another with --work-dir.");
    }

    public static bool IsMemory(string parent) => parent == SharedMemory;

    /// <summary>Whether a sandbox of that folder may stay there with so many bytes of tables: what lies on disk has nowhere else to go.</summary>
    public static bool HasRoom(string sandbox, long expectedBytes) => !IsMemory(Path.GetDirectoryName(sandbox)!) || FitsIntoMemory(expectedBytes);

    private static bool FitsIntoMemory(long expectedBytes)
    {
        if (!Directory.Exists(SharedMemory)) return false;
        // Heap files, the indexes that prove something, and room to sort them.
        var needed = (3 * expectedBytes) + Overhead;
        return needed < Machine.AvailableMemory && needed < new DriveInfo(SharedMemory).AvailableFreeSpace;
    }
}
