using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace CiAnon.Residual.Encodings;

/// <summary>Finds runs that may be base64 or hex digits.</summary>
internal static class TokenText
{
    /// <summary>Characters of the shortest token that is decoded: 12 bytes as base64, 8 as hex digits.</summary>
    public const int Shortest = 16;

    // PostgreSQL and MIME break base64 after 76 characters, PEM after 64.
    private const int ShortestLine = 60;

    private static readonly SearchValues<byte> Characters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"u8);
    private static readonly bool[] IsCharacter = [.. Enumerable.Range(0, 256).Select(code => Characters.Contains((byte)code))];
    // 1 for printable ASCII, tabs, line breaks and the zeros of UTF-16.
    private static readonly byte[] Readable = [.. Enumerable.Range(0, 256).Select(code => (byte)(code is 0 or 9 or 10 or 13 or (>= 32 and < 127) ? 1 : 0))];

    /// <summary>Whether there is one. Looks only where one of them must reach.</summary>
    public static bool IsIn(ReadOnlySpan<byte> text)
    {
        for (var at = Shortest - 1; at < text.Length;)
        {
            var start = at;
            while (start >= 0 && at - start < Shortest && IsCharacter[text[start]]) start--;
            if (at - start == Shortest) return true;
            at = start + Shortest;
        }
        return false;
    }

    /// <summary>The next token, line breaks within it included; empty when there are no more.</summary>
    public static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> text)
    {
        while (true)
        {
            var start = text.IndexOfAny(Characters);
            if (start < 0) return default;
            text = text[start..];
            var length = LengthOf(text);
            var token = text[..length];
            text = text[length..];
            if (length >= Shortest && !IsUuid(token)) return token;
        }
    }

    /// <summary>Whether decoded bytes look like text rather than like the noise that other tokens decode to.</summary>
    public static bool IsReadable(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4) return false;
        var readable = 0;
        var high = 0;
        foreach (var value in bytes)
        {
            readable += Readable[value];
            high += value >> 7;
        }
        return readable * 4 >= bytes.Length * 3 || (readable + high == bytes.Length && Utf8.IsValid(WholeLetters(bytes)));
    }

    // Of UTF-8 that was cut anywhere.
    private static ReadOnlySpan<byte> WholeLetters(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < 3 && bytes.Length > 0 && (bytes[0] & 0xc0) == 0x80; i++) bytes = bytes[1..];
        for (var i = 1; i <= Math.Min(3, bytes.Length); i++)
        {
            if (Rune.DecodeFromUtf8(bytes[^i..], out _, out _) == OperationStatus.NeedMoreData) return bytes[..^i];
        }
        return bytes;
    }

    /// <summary>The last four whole groups of base64: enough to see whether the rest is worth decoding, which in pseudonyms it isn't.</summary>
    public static ReadOnlySpan<byte> Tail(ReadOnlySpan<byte> token)
    {
        if (token.ContainsAny((byte)'\n', (byte)'\r')) return token;
        var whole = token.Length & ~3;
        return token[(whole - Shortest)..whole];
    }

    private static int LengthOf(ReadOnlySpan<byte> text)
    {
        var length = Run(text);
        var line = length;
        while (line >= ShortestLine && line % 4 == 0)
        {
            var rest = text[length..];
            var end = rest.StartsWith("\r\n"u8) ? 2 : rest.StartsWith("\n"u8) ? 1 : 0;
            if (end == 0) break;
            line = Run(rest[end..]);
            if (line == 0) break;
            length += end + line;
        }
        return length;
    }

    private static int Run(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAnyExcept(Characters);
        return end < 0 ? text.Length : end;
    }

    private static bool IsUuid(ReadOnlySpan<byte> token) => token.Length == 36 && token[8] == '-' && token[13] == '-' && token[18] == '-' && token[23] == '-';
}
