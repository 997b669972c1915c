namespace CiAnon.Publishing;

/// <summary>A small file that appears whole or not at all.</summary>
public static class RenderedFile
{
    public static void Write(string path, byte[] content)
    {
        var full = Path.GetFullPath(path);
        WritePartial(full, content);
        File.Move(Partial(full), full, overwrite: true);
    }

    internal static string Partial(string path) => path + ".partial";

    /// <summary>On disk under its partial name; nothing is left when that fails.</summary>
    internal static void WritePartial(string path, byte[] content)
    {
        try
        {
            using var file = new FileStream(Partial(path), FileMode.Create, FileAccess.Write);
            file.Write(content);
            file.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(Partial(path));
            throw;
        }
    }
}
