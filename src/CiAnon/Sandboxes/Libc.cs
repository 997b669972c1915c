using System.Runtime.InteropServices;

namespace CiAnon.Sandboxes;

/// <summary>The few calls that .NET has no word for: owners, signals, who we are.</summary>
internal static partial class Libc
{
    /// <summary>Asks only whether a process can be signalled.</summary>
    public const int NoSignal = 0;

    public const int SigHangUp = 1;
    public const int SigQuit = 3;
    public const int SigKill = 9;

    /// <summary>errno ENOSPC, the HResult of .NET's IOException too.</summary>
    public const int NoSpace = 28;

    private const int NotPermitted = 1;
    private const int AccessDenied = 13;
    private const int ReadOnlyFileSystem = 30;
    private const int AtFdCwd = -100;
    private const int AtSymlinkNoFollow = 0x100;
    private const uint StatxUid = 0x8;

    public static bool IsRoot => EffectiveUser() == 0;

    public static uint EffectiveUser() => geteuid();

    /// <exception cref="IOException">The owner can't be changed.</exception>
    public static void ChangeOwner(string path, uint user, uint group)
    {
        if (lchown(path, user, group) != 0)
        {
            throw new IOException($"chown {path}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    /// <summary>The path with all symbolic links resolved; as it is when it can't be resolved.</summary>
    public static string RealPath(string path)
    {
        var resolved = realpath(path, 0);
        if (resolved == 0) return path;
        var text = Marshal.PtrToStringUTF8(resolved)!;
        free(resolved);
        return text;
    }

    /// <summary>Creates a folder with mode 0700.</summary>
    /// <exception cref="UnauthorizedAccessException">No permission.</exception>
    /// <exception cref="IOException">It exists, the parent is missing or read-only, the disk is full.</exception>
    public static void MakePrivateDirectory(string path)
    {
        if (mkdir(path, 0x1C0) == 0) return;
        var error = Marshal.GetLastPInvokeError();
        var message = $"mkdir {path}: {Marshal.GetPInvokeErrorMessage(error)}";
        throw error is NotPermitted or AccessDenied or ReadOnlyFileSystem
            ? new UnauthorizedAccessException(message)
            : new IOException(message, error);
    }

    /// <summary>Sends a signal; false when there is no such process (any more) or it is not ours.</summary>
    public static bool Signal(int process, int signal) => kill(process, signal) == 0;

    /// <summary>The numeric owner of a file itself (symbolic links are not followed), or null where the system can't tell (not Linux).</summary>
    public static uint? OwnerOf(string path)
    {
        if (!OperatingSystem.IsLinux()) return null;
        // struct statx has the same layout on every architecture, unlike struct stat; stx_uid is at byte 20.
        Span<byte> buffer = stackalloc byte[256];
        return statx(AtFdCwd, path, AtSymlinkNoFollow, StatxUid, ref MemoryMarshal.GetReference(buffer)) == 0
            ? MemoryMarshal.Read<uint>(buffer[20..])
            : null;
    }

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint geteuid();

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int lchown(string path, uint user, uint group);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int mkdir(string path, uint mode);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint realpath(string path, nint buffer);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void free(nint memory);

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int kill(int process, int signal);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int statx(int directory, string path, int flags, uint mask, ref byte buffer);
}
