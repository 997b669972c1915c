namespace CiAnon.Dumps.Streams;

/// <summary>How many bytes a file holds: of a symbolic link, what it leads to, where <see cref="FileInfo"/> gives the link's own length.</summary>
internal static class FileSize
{
    public static long Of(string path)
    {
        using var handle = File.OpenHandle(path);
        return RandomAccess.GetLength(handle);
    }

    /// <summary>By its entry alone, 0 for what isn't a file: opening a pipe would wait for a writer.</summary>
    public static long WithoutOpening(string path)
    {
        var file = new FileInfo(path);
        return ((FileInfo?)file.ResolveLinkTarget(returnFinalTarget: true) ?? file).Length;
    }
}
