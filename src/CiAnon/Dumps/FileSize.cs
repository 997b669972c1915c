namespace CiAnon.Dumps;

/// <summary>How many bytes a file holds: of a symbolic link, what it leads to, where <see cref="FileInfo"/> gives the link's own length.</summary>
internal static class FileSize
{
    public static long Of(string path)
    {
        using var handle = File.OpenHandle(path);
        return RandomAccess.GetLength(handle);
    }
}
