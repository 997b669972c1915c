namespace CiAnon.Publishing;

/// <summary>A small file that appears whole or not at all.</summary>
public sealed record RenderedFile(string Path, byte[] Content)
{
    private string Partial => PartialOf(Path);

    public static string PartialOf(string path) => path + ".partial";

    public void Write()
    {
        WritePartial();
        Publish();
    }

    /// <summary>On disk under its partial name; nothing is left when that fails.</summary>
    internal void WritePartial()
    {
        try
        {
            using var file = new FileStream(Partial, FileMode.Create, FileAccess.Write);
            file.Write(Content);
            file.Flush(flushToDisk: true);
            FileOwner.HandOver(Partial);
        }
        catch
        {
            File.Delete(Partial);
            throw;
        }
    }

    internal void Publish() => File.Move(Partial, Path, overwrite: true);
}
