using CiAnon.Diagnostics;
using CiAnon.Dumps.Archives;
using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Contents;
using CiAnon.Dumps.Streams;
using CiAnon.Dumps.Wrapping;

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

    /// <summary>Custom, tar or plain.</summary>
    public static DumpFormat Detect(ArchiveBytes bytes)
    {
        Span<byte> start = stackalloc byte[StartSize];
        return Detect(bytes.Path, start[..ReadStart(bytes, start)]);
    }

    /// <summary>Whether the whole is compressed with something that is unwrapped here.</summary>
    public static bool IsWrapped(ArchiveBytes bytes)
    {
        Span<byte> start = stackalloc byte[Wrapper.MagicSize];
        return Wrapper.Of(start[..ReadStart(bytes, start)]) is not null;
    }

    private static int ReadStart(ArchiveBytes bytes, Span<byte> start)
    {
        try
        {
            return bytes.Read(start, 0);
        }
        catch (IOException e)
        {
            throw DumpErrors.Unreadable(bytes.Path, e);
        }
    }

    /// <param name="start">The first bytes, <see cref="StartSize"/> or all there are.</param>
    private static DumpFormat Detect(string path, ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty) throw DumpErrors.Empty(path);
        if (start.StartsWith(HeaderReader.Magic)) return DumpFormat.Custom;
        if (IsTar(start)) return start.StartsWith(TocInTar) ? DumpFormat.Tar : throw DumpErrors.Tar(path);
        if (HeaderReader.Magic.StartsWith(start) || (start.StartsWith(TocInTar) && start.Length < TarHeader.Size)) throw DumpErrors.Truncated(path, "the header");
        if (IsSql(start)) return DumpFormat.Plain;
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
        if (Wrapper.Of(start) is { } inner) return DumpErrors.Compression(path, $"is compressed more than once, inside with {inner.Name}; decompress it once");
        var unknown = start switch
        {
            [(byte)'B', (byte)'Z', (byte)'h', ..] => "bzip2",
            [(byte)'P', (byte)'K', 3, 4, ..] => "zip",
            _ => null,
        };
        if (unknown is not null) return DumpErrors.Compression(path, $"is compressed as a whole with {unknown}; decompress it first");
        return DumpErrors.NotRecognized(path, "does not begin like an archive of pg_dump");
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
