using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Archives;

/// <summary>Where the data blocks of a custom archive lie: from the recorded offsets, else by walking over all of them once.</summary>
internal static class CustomBlocks
{
    public const byte DataBlock = 1;
    public const byte LargeObjectsBlock = 3;

    /// <summary>Start and end of each entry's block, by dump id.</summary>
    public static Dictionary<int, (long Start, long End)> Find(ArchiveBytes archive, ArchiveToc toc)
    {
        var withData = toc.Entries.Where(entry => entry.HasData).ToList();
        var blocks = withData.TrueForAll(entry => entry.Offset is not null) ? FromOffsets(archive, toc, withData) : Walk(archive, toc);
        foreach (var entry in withData)
        {
            if (!blocks.ContainsKey(entry.DumpId)) throw DumpErrors.BlockMissing(archive.Path, entry.FullName);
        }
        return blocks;
    }

    /// <summary>Goes over the rest of a block behind its header; every chunk must be there.</summary>
    public static void SkipBlock(FileWindow window, byte type)
    {
        switch (type)
        {
            case DataBlock:
                SkipChunks(window, mayBeEmpty: false);
                break;
            case LargeObjectsBlock:
                while (window.ReadInt() != 0) SkipChunks(window, mayBeEmpty: true);
                break;
            default:
                throw window.Corrupt($"data block type {type} is unknown");
        }
    }

    private static Dictionary<int, (long Start, long End)> FromOffsets(ArchiveBytes archive, ArchiveToc toc, List<TocEntry> withData)
    {
        var blocks = new Dictionary<int, (long, long)>();
        var sorted = withData.OrderBy(entry => entry.Offset).ToList();
        var fileEnd = archive.Length;
        var dataStart = sorted.Count > 0 ? sorted[0].Offset!.Value : fileEnd;
        // Bytes that no entry claims are rows that a damaged table of contents would lose.
        if (dataStart != toc.Bytes.Length) throw DumpErrors.Corrupt(archive.Path, "the table of contents", "it does not end where the data begins");
        for (var i = 0; i < sorted.Count; i++)
        {
            var start = sorted[i].Offset!.Value;
            var end = i + 1 < sorted.Count ? sorted[i + 1].Offset!.Value : fileEnd;
            if (start == fileEnd) throw DumpErrors.Truncated(archive.Path, sorted[i].FullName);
            if (start >= end) throw DumpErrors.Corrupt(archive.Path, sorted[i].FullName, "the data offset is that of another entry");
            blocks.Add(sorted[i].DumpId, (start, end));
        }
        return blocks;
    }

    private static Dictionary<int, (long Start, long End)> Walk(ArchiveBytes archive, ArchiveToc toc)
    {
        var blocks = new Dictionary<int, (long, long)>();
        var known = toc.Entries.Where(entry => entry.HasData).Select(entry => (long)entry.DumpId).ToHashSet();
        using var window = new FileWindow(archive, toc.Bytes.Length, "the data blocks", toc.Header.IntSize);
        while (true)
        {
            var start = window.Position;
            if (blocks.Count == known.Count && IsTocAgain(archive, toc, start)) return blocks;
            var type = window.TryReadByte();
            if (type < 0) return blocks;
            var id = window.ReadInt();
            SkipBlock(window, (byte)type);
            if (!known.Contains(id) || !blocks.TryAdd((int)id, (start, window.Position))) throw window.Corrupt("a data block's id is wrong");
        }
    }

    // pg_dump 18, its standard output redirected to a file, appends the table of contents with offsets that should replace the first;
    // over the text of statistics, which it doesn't make twice, it means to seek.
    private static bool IsTocAgain(ArchiveBytes archive, ArchiveToc toc, long start)
    {
        var length = archive.Length - start;
        if (length > toc.Bytes.Length - toc.CountAt) return false;
        var again = new byte[length];
        new BytesStream(new SliceBytes(archive, start, length), "the table of contents").ReadExactly(again);
        var rest = again.AsSpan();
        var done = toc.CountAt;
        foreach (var entry in toc.Entries)
        {
            if (entry.Desc == "STATISTICS DATA" && !entry.DefnField.Equals(default))
            {
                if (!Take(ref rest, toc.Bytes.AsSpan(done..(entry.DefnField.Start.Value - 1 - toc.Header.IntSize)))) return false;
                done = entry.DefnField.End.Value;
            }
            var (from, to) = (entry.FormatField.Start.Value, entry.FormatField.End.Value);
            if (!Take(ref rest, toc.Bytes.AsSpan(done..from)) || rest.Length < to - from) return false;
            rest = rest[(to - from)..];
            done = to;
        }
        return rest.IsEmpty;
    }

    private static bool Take(ref Span<byte> rest, ReadOnlySpan<byte> expected)
    {
        if (!rest.StartsWith(expected)) return false;
        rest = rest[expected.Length..];
        return true;
    }

    private static void SkipChunks(FileWindow window, bool mayBeEmpty)
    {
        using var chunks = new ChunkStream(window, end: null, mayBeEmpty);
        chunks.SkipRest();
    }
}
