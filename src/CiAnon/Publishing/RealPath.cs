namespace CiAnon.Publishing;

/// <summary>Where a path leads: two names of one file must be seen to be one, whichever of their folders is a symbolic link.</summary>
internal static class RealPath
{
    /// <summary>The full path with every symbolic link resolved; what doesn't exist is taken as written.</summary>
    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } parent) return full;
        var here = Path.Combine(Of(parent), Path.GetFileName(full));
        FileSystemInfo info = Directory.Exists(here) ? new DirectoryInfo(here) : new FileInfo(here);
        return info.LinkTarget is not null && info.ResolveLinkTarget(returnFinalTarget: true) is { Exists: true } target ? Of(target.FullName) : here;
    }
}
