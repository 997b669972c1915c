using System.Runtime.InteropServices;

namespace CiAnon.Cli;

/// <summary>The C library's heap, from which compressors and fingerprints take their memory.</summary>
internal static partial class NativeHeap
{
    // malloc.h.
    private const int MapThreshold = -3;

    private const int LargeBlock = 64 * 1024;

    /// <summary>
    /// Blocks of 64 KB and more go back to the system when they are freed. Left alone, glibc keeps the more for itself the larger the blocks are that it is given back
    /// (mallopt(3), M_MMAP_THRESHOLD).
    /// </summary>
    public static void GiveBack()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = mallopt(MapThreshold, LargeBlock);
        }
        catch (EntryPointNotFoundException)
        {
            // musl has no such heap, and nothing to tell it.
        }
    }

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int mallopt(int parameter, int value);
}
