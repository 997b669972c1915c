using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Archives;

/// <summary>A custom archive that has a dump's table of contents and none of its blocks: what pg_restore needs for everything but rows.</summary>
internal static class SchemaArchive
{
    /// <param name="path">A file that isn't there yet.</param>
    public static void Write(Dump source, string path) => WriteErrors.Guard(path, () =>
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        file.Write(TocImage.ForCustom(source.Archive, new Dictionary<int, SequenceValue>(), CompressionChoice.None).Bytes);
    });
}
