using System.Runtime.InteropServices;

namespace CiAnon.Publishing;

/// <summary>
/// In a container we are root and the workspace is somebody else's: what root writes goes to the owner of the folder, who could neither
/// read nor remove it otherwise, and could replace it anyway.
/// </summary>
public static partial class FileOwner
{
    private const int AtFdCwd = -100;
    private const uint StatxOwners = 0x8 | 0x10;

    /// <summary>Hands a file, or a folder with all that is in it, to the owner of the folder that it lies in. Nothing happens unless we are root.</summary>
    public static void HandOver(string path)
    {
        if (!OperatingSystem.IsLinux() || geteuid() != 0) return;
        if (OwnerOf(Path.GetDirectoryName(Path.GetFullPath(path))!) is not { User: not 0 } owner) return;
        Give(path, owner);
        if (!Directory.Exists(path)) return;
        foreach (var entry in Directory.EnumerateFileSystemEntries(path, "*", SearchOption.AllDirectories)) Give(entry, owner);
    }

    // File systems that map users (NFS, user namespaces) may refuse: there the owner is theirs to decide.
    private static void Give(string path, (uint User, uint Group) owner) => _ = lchown(path, owner.User, owner.Group);

    private static (uint User, uint Group)? OwnerOf(string folder)
    {
        // struct statx has the same layout on every architecture, unlike struct stat; stx_uid is at byte 20, stx_gid at 24.
        Span<byte> buffer = stackalloc byte[256];
        return statx(AtFdCwd, folder, 0, StatxOwners, ref MemoryMarshal.GetReference(buffer)) == 0
            ? (MemoryMarshal.Read<uint>(buffer[20..]), MemoryMarshal.Read<uint>(buffer[24..]))
            : null;
    }

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint geteuid();

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int lchown(string path, uint user, uint group);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int statx(int directory, string path, int flags, uint mask, ref byte buffer);
}
