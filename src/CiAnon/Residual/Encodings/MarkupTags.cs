namespace CiAnon.Residual.Encodings;

/// <summary>Leaves out what stands in angle brackets, so that words meet that tags of HTML or XML hold apart.</summary>
internal static class MarkupTags
{
    private const int LongestTag = 2000;

    /// <summary>The text without its tags; empty when it has none.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> text, DecodedLevel level)
    {
        var target = level.Room(text.Length);
        var (written, found) = (0, false);
        while (true)
        {
            var next = text.IndexOf((byte)'<');
            if (next < 0) break;
            text[..next].CopyTo(target[written..]);
            written += next;
            text = text[next..];
            if (TagLength(text) is > 0 and var length)
            {
                // Two spaces, which no order of names goes across.
                "  "u8.CopyTo(target[written..]);
                written += 2;
                text = text[length..];
                found = true;
            }
            else
            {
                target[written++] = (byte)'<';
                text = text[1..];
            }
        }
        if (!found) return default;
        text.CopyTo(target[written..]);
        return target[..(written + text.Length)];
    }

    private static int TagLength(ReadOnlySpan<byte> text)
    {
        if (text.Length < 3 || !(char.IsAsciiLetter((char)text[1]) || text[1] is (byte)'/' or (byte)'!' or (byte)'?')) return 0;
        return text[..Math.Min(text.Length, LongestTag)].IndexOf((byte)'>') + 1;
    }
}
