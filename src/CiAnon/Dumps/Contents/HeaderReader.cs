using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Streams;

namespace CiAnon.Dumps.Contents;

/// <summary>Reads an archive's header, which all formats share. Counterpart: ReadHead in pg_backup_archiver.c.</summary>
internal static class HeaderReader
{
    public const int CustomFormat = 1;

    /// <summary>What tar's toc.dat says, and a directory's toc.dat says.</summary>
    public const int TarFormat = 3;

    public static ReadOnlySpan<byte> Magic => "PGDMP"u8;

    public static RawHeader Read(FileWindow window, DumpFormat format)
    {
        foreach (var expected in Magic)
        {
            if (window.ReadByte() != expected) throw DumpErrors.NotRecognized(window.Path, "does not begin like an archive of pg_dump");
        }
        var version = new Version(window.ReadByte(), window.ReadByte());
        if (window.Length == window.Position) throw DumpErrors.StopsInHeader(window.Path);
        _ = window.ReadByte();
        if (version < ArchiveVersion.Oldest) throw DumpErrors.TooOld(window.Path, version);
        if (version > ArchiveVersion.Newest) throw DumpErrors.TooNew(window.Path, version);

        int intSize = window.ReadByte();
        int offsetSize = window.ReadByte();
        if (intSize is not (4 or 8) || offsetSize is not (4 or 8)) throw window.Corrupt("the size of numbers is unknown");
        window.IntSize = intSize;

        var formatAt = (int)window.Position;
        CheckFormat(window, format);

        var compressionAt = (int)window.Position;
        int? level = null;
        Compression compression;
        if (version >= ArchiveVersion.CompressionAlgorithm)
        {
            compression = Algorithm(window);
        }
        else
        {
            var number = window.ReadInt();
            if (number is < -1 or > 9) throw window.Corrupt("the compression level is out of range");
            compression = number == 0 ? Compression.None : Compression.Gzip;
            level = (int)number;
        }
        var compressionEnd = (int)window.Position;

        var created = ReadDate(window);
        return new RawHeader(version, offsetSize, formatAt, compressionAt..compressionEnd, compression, level, created,
            window.ReadText(), window.ReadText(), window.ReadText());
    }

    private static void CheckFormat(FileWindow window, DumpFormat format)
    {
        int found = window.ReadByte();
        if (found == (format == DumpFormat.Custom ? CustomFormat : TarFormat)) return;
        if (format == DumpFormat.Custom && found == TarFormat)
        {
            throw DumpErrors.NotRecognized(window.Path, "is the table of contents of a directory dump; pass the directory");
        }
        throw window.Corrupt("the format in the header is not that of the dump");
    }

    private static Compression Algorithm(FileWindow window) => (int)window.ReadByte() switch
    {
        (int)Compression.None => Compression.None,
        (int)Compression.Gzip => Compression.Gzip,
        (int)Compression.Lz4 => Compression.Lz4,
        (int)Compression.Zstd => Compression.Zstd,
        var other => throw window.Corrupt($"compression {other} is unknown"),
    };

    // struct tm of C: months from 0, years from 1900, a leap second possible.
    private static DateTime? ReadDate(FileWindow window)
    {
        var second = window.ReadInt();
        var minute = window.ReadInt();
        var hour = window.ReadInt();
        var day = window.ReadInt();
        var month = window.ReadInt() + 1;
        var year = window.ReadInt() + 1900;
        _ = window.ReadInt();
        if (year is < 1970 or > 9999 || month is < 1 or > 12 || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60) return null;
        if (day < 1 || day > DateTime.DaysInMonth((int)year, (int)month)) return null;
        return new DateTime((int)year, (int)month, (int)day, (int)hour, (int)minute, 0, DateTimeKind.Unspecified).AddSeconds(second);
    }
}
