namespace CiAnon.Tests.Dumps;

/// <summary>The nameless file of a spool, reached through its handle in this process, as whoever attacks it would.</summary>
internal static class SpoolFile
{
    /// <summary>The open file that was created in a folder.</summary>
    public static string In(string folder) => Directory.EnumerateFiles("/proc/self/fd").Single(handle => TargetOf(handle).StartsWith(folder + "/", StringComparison.Ordinal));

    private static string TargetOf(string handle)
    {
        try
        {
            return File.ResolveLinkTarget(handle, returnFinalTarget: false)?.FullName ?? "";
        }
        catch (IOException)
        {
            // Other tests open and close files meanwhile.
            return "";
        }
    }
}
