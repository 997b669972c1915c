using CiAnon.Diagnostics;

namespace CiAnon.Dumps;

/// <summary>Says what lies at a path, or why it can't be read.</summary>
internal static class DumpDetection
{
    private const int TarMagicAt = 257;
    private const int StartSize = 4096;

    /// <summary>Whether it is a folder with a dump; else it is a file that isn't empty.</summary>
    public static bool IsDirectory(string path)
    {
        if (Directory.Exists(path))
        {
            RequireToc(path);
            return true;
        }
        if (!File.Exists(path)) throw DumpErrors.NotFound(path);

        // Nothing is read from a pipe or a device: opening one could wait for ever, and blocks are read from all over the file.
        if (FileSize.WithoutOpening(path) == 0) throw DumpErrors.Empty(path);
        return false;
    }

    /// <summary>Custom or tar.</summary>
    public static DumpFormat Detect(ArchiveBytes bytes)
    {
        Span<byte> start = stackalloc byte[StartSize];
        try
        {
            start = start[..bytes.Read(start, 0)];
        }
        catch (IOException e)
        {
            throw DumpErrors.Unreadable(bytes.Path, e);
        }
        return Detect(bytes.Path, start);
    }

    /// <param name="start">The first bytes, <see cref="StartSize"/> or all there are.</param>
    private static DumpFormat Detect(string path, ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty) throw DumpErrors.Empty(path);
        if (start.StartsWith(HeaderReader.Magic)) return DumpFormat.Custom;
        if (IsTar(start)) return start.StartsWith(TocInTar) ? DumpFormat.Tar : throw DumpErrors.Tar(path);
        if (HeaderReader.Magic.StartsWith(start) || (start.StartsWith(TocInTar) && start.Length < TarHeader.Size)) throw DumpErrors.Truncated(path, "the header");
        throw Refuse(path, start);
    }

    private static ReadOnlySpan<byte> TocInTar => "toc.dat\0"u8;

    private static bool IsTar(ReadOnlySpan<byte> start) => start.Length > TarMagicAt + 5 && start[TarMagicAt..].StartsWith("ustar"u8);

    private static void RequireToc(string path)
    {
        var toc = Path.Combine(path, DirectoryBlockReader.TocName);
        if (File.Exists(toc)) return;
        throw File.Exists(toc + BlockEncoding.Suffix(Compression.Gzip))
            ? DumpErrors.Compression(path, "has a compressed toc.dat; run gunzip on that file")
            : DumpErrors.NotRecognized(path, "is a directory without toc.dat");
    }

    private static CiAnonException Refuse(string path, ReadOnlySpan<byte> start)
    {
        var compressed = start switch
        {
            [0x1f, 0x8b, ..] => "gzip",
            [0x28, 0xb5, 0x2f, 0xfd, ..] => "zstd",
            [0x04, 0x22, 0x4d, 0x18, ..] => "lz4",
            [0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', ..] => "xz",
            [(byte)'B', (byte)'Z', (byte)'h', ..] => "bzip2",
            [(byte)'P', (byte)'K', 3, 4, ..] => "zip",
            _ => null,
        };
        if (compressed is not null) return DumpErrors.Compression(path, $"is compressed as a whole with {compressed}; decompress it first");
        return IsSql(start) ? DumpErrors.PlainSql(path) : DumpErrors.NotRecognized(path, "does not begin like an archive of pg_dump");
    }

    private static bool IsSql(ReadOnlySpan<byte> start)
    {
        if (start.IndexOf("PostgreSQL database"u8) >= 0) return true;
        var text = start.StartsWith("\uFEFF"u8) ? start[3..] : start;
        text = text.TrimStart(" \t\r\n"u8);
        return text.IndexOf((byte)0) < 0 && (text.StartsWith("--"u8) || text.StartsWith("\\"u8) || text.StartsWith("SET "u8)
            || text.StartsWith("CREATE "u8) || text.StartsWith("BEGIN"u8) || text.StartsWith("COPY "u8) || text.StartsWith("INSERT "u8));
    }
}
