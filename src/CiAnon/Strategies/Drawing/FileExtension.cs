using System.Collections.Frozen;
using System.Text;

namespace CiAnon.Strategies.Drawing;

/// <summary>The extension of a file's name. Only kinds of files that everybody has: <c>anna.berg</c> has none.</summary>
internal static class FileExtension
{
    /// <summary>Characters, the dot included.</summary>
    public const int Longest = 5;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "7z", "avi", "bmp", "bz2", "css", "csv", "doc", "docx", "eml", "epub", "flac", "gif", "gz", "heic", "htm", "html", "ico", "ics", "jpeg", "jpg", "js", "json", "log", "m4a", "md", "mkv", "mov", "mp3", "mp4",
        "msg", "odp", "ods", "odt", "ogg", "p7m", "pdf", "png", "ppt", "pptx", "ps", "rar", "rtf", "svg", "tar", "tgz", "tif", "tiff", "tsv", "txt", "vcf", "wav", "webm", "webp", "xls", "xlsm", "xlsx", "xml", "yaml", "yml", "zip", "zst")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>With its dot; empty where the name has none that is known.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> name)
    {
        var extension = name[(name.LastIndexOf((byte)'.') + 1)..];
        if (extension.Length is 0 or >= Longest || extension.Length + 1 >= name.Length) return default;
        Span<char> letters = stackalloc char[Longest];
        return Ascii.ToUtf16(extension, letters, out var length) == System.Buffers.OperationStatus.Done && Known.Contains(letters[..length]) ? name[^(extension.Length + 1)..] : default;
    }
}
