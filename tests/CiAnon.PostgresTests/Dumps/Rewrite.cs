using CiAnon.Dumps;
using CiAnon.Dumps.Compressing;

namespace CiAnon.PostgresTests.Dumps;

/// <summary>Ways to write an archive again that must not change what it restores.</summary>
public static class Rewrite
{
    /// <summary>What pg_restore, the judge, can read.</summary>
    public static IReadOnlyList<DumpFormat> Archives { get; } = [DumpFormat.Custom, DumpFormat.Directory, DumpFormat.Tar];

    /// <summary>Every block as stored.</summary>
    public static void Copy(string source, string target, DumpFormat format, string level)
    {
        using var dump = Dump.Open(source);
        using var writer = DumpWriter.Create(dump, target, format, CompressionChoice.Parse(level)!);
        foreach (var entry in dump.Toc.Where(entry => entry.HasData)) writer.CopyBlock(entry);
        writer.Complete();
    }

    /// <summary>Rows decompressed and written again, by several threads in the wrong order; large objects copied.</summary>
    public static void Replace(string source, string target, DumpFormat format, string level)
    {
        using var dump = Dump.Open(source);
        using var writer = DumpWriter.Create(dump, target, format, CompressionChoice.Parse(level)!);
        var backwards = dump.Toc.Where(entry => entry.HasData).Reverse();
        Parallel.ForEach(backwards, new ParallelOptions { MaxDegreeOfParallelism = 4 }, entry =>
        {
            if (entry.IsLargeObjects)
            {
                writer.CopyBlock(entry);
                return;
            }
            using var rows = dump.OpenData(entry);
            using var block = writer.OpenBlock(entry);
            rows.CopyTo(block);
        });
        writer.Complete();
    }
}
