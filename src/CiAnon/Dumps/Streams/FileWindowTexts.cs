using CiAnon.Dumps.Contents;

namespace CiAnon.Dumps.Streams;

/// <summary>Strings of the archive: a length, -1 for null, and bytes.</summary>
internal static class FileWindowTexts
{
    // pg_dump's own buffers end at 1 GB; a larger length in a larger file is damage.
    private const int MaxLength = 1 << 30;

    public static RawText ReadText(this FileWindow window)
    {
        var length = window.ReadLength(nullable: true);
        if (length > MaxLength || window.Position + length > int.MaxValue) throw window.Corrupt("a length is out of range");
        var start = (int)window.Position;
        if (length > 0) window.Skip(length);
        return new RawText(start, length);
    }
}
