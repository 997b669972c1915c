using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Archives;

/// <summary>Where the files of a tar archive lie: one walk from header to header. Counterpart: _tarGetHeader in pg_backup_tar.c.</summary>
internal static class TarIndex
{
    private const string Subject = "the files of the tar archive";
    private const int BufferSize = 1 << 13;

    public static Dictionary<string, (long Start, long Length)> Read(ArchiveBytes archive)
    {
        using var window = new FileWindow(archive, 0, Subject, intSize: 4, bufferSize: BufferSize);
        var files = new Dictionary<string, (long, long)>();
        Span<byte> header = stackalloc byte[TarHeader.Size];
        while (ReadBlock(window, header))
        {
            var (name, length) = TarHeader.Parse(header) ?? throw window.Corrupt($"the header at {window.Position - TarHeader.Size} is damaged, or not pg_dump's");
            if (!files.TryAdd(name, (window.Position, length))) throw window.Corrupt("a file is there twice");
            window.Skip(length);
            window.Skip(TarHeader.Padding(length));
        }
        RequireEnd(window, header);
        return files;
    }

    /// <summary>False for a block of zeros.</summary>
    private static bool ReadBlock(FileWindow window, Span<byte> block)
    {
        for (var done = 0; done < block.Length; done += window.Read(block[done..]))
        {
        }
        return block.ContainsAnyExcept((byte)0);
    }

    // Two blocks of zeros, and as many as tar likes: bytes that no file claims are rows that a damaged header would lose.
    private static void RequireEnd(FileWindow window, Span<byte> block)
    {
        if (ReadBlock(window, block)) throw window.Corrupt("they don't end where they should");
        for (var next = window.TryReadByte(); next >= 0; next = window.TryReadByte())
        {
            if (next != 0) throw window.Corrupt("bytes follow their end");
        }
    }
}
