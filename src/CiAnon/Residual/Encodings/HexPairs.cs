namespace CiAnon.Residual.Encodings;

/// <summary>Decodes a value that is nothing but bytes in pairs of hex digits with a sign between: <c>61:6e:6e:61</c>, <c>61 6E 6E 61</c>.</summary>
internal static class HexPairs
{
    // Eight bytes: a MAC address has six.
    private const int Shortest = 3 * 8 - 1;

    /// <param name="longestWord">Bytes of the text's longest word.</param>
    public static bool MayBe(ReadOnlySpan<byte> text, int longestWord) => longestWord == 2 && text.Length >= Shortest;

    /// <summary>The bytes; empty when something else is in the text.</summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> text, DecodedLevel level)
    {
        text = text.Trim("{}[]() \t\r\n"u8);
        var target = level.Room(text.Length / 3 + 1);
        for (var (at, written) = (0, 0); HexDigit.TryRead(text[at..], 2, out var value);)
        {
            target[written++] = (byte)value;
            at += 2;
            if (at == text.Length) return target[..written];
            if (text[at] is (byte)',' && at + 1 < text.Length && text[at + 1] == ' ') at++;
            if (text[at] is not ((byte)':' or (byte)' ' or (byte)'-' or (byte)',' or (byte)'\n')) return default;
            at++;
        }
        return default;
    }
}
