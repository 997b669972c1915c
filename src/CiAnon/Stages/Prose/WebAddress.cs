using System.Buffers;

namespace CiAnon.Stages.Prose;

/// <summary>Addresses on the web as they stand in texts: http, https and ftp, and what begins with www.</summary>
internal static class WebAddress
{
    private const int LongestScheme = 5;

    private static readonly SearchValues<byte> Ends = SearchValues.Create(" \t\r\n\"<>\\^`{|}"u8);
    private static readonly SearchValues<byte> Behind = SearchValues.Create(".,;:!?'*_~)]"u8);

    /// <summary>The next one from there on.</summary>
    public static bool Next(ReadOnlySpan<byte> text, ref int position, out int start, out int end)
    {
        (start, end) = (0, 0);
        while (position < text.Length)
        {
            var scheme = text[position..].IndexOf("://"u8);
            var bare = text[position..].IndexOf("www."u8);
            if (scheme < 0 && bare < 0) break;
            var isBare = scheme < 0 || (bare >= 0 && bare < scheme);
            var found = position + (isBare ? bare : scheme);
            start = isBare ? found : SchemeBefore(text, found);
            position = found + (isBare ? 4 : 3);
            if (start < 0 || (start > 0 && char.IsAsciiLetterOrDigit((char)text[start - 1]))) continue;
            end = position + EndOf(text[position..]);
            if (end == position) continue;
            position = end;
            return true;
        }
        return false;
    }

    private static int SchemeBefore(ReadOnlySpan<byte> text, int end)
    {
        var start = end;
        while (start > 0 && end - start < LongestScheme && char.IsAsciiLetter((char)text[start - 1])) start--;
        var scheme = text[start..end];
        return System.Text.Ascii.EqualsIgnoreCase(scheme, "https"u8) || System.Text.Ascii.EqualsIgnoreCase(scheme, "http"u8) || System.Text.Ascii.EqualsIgnoreCase(scheme, "ftp"u8) ? start : -1;
    }

    // What ends a sentence doesn't belong to it, nor does a bracket that was opened before.
    private static int EndOf(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny(Ends);
        if (end < 0) end = text.Length;
        while (end > 0 && Behind.Contains(text[end - 1]) && !(text[end - 1] == ')' && text[..end].Contains((byte)'('))) end--;
        return end;
    }
}
