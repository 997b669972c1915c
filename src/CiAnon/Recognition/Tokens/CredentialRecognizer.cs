using System.Buffers;
using System.Text;
using CiAnon.Recognition.Definitions;

namespace CiAnon.Recognition.Tokens;

/// <summary>Connection strings with a password: scheme://user:password@host, Host=…;Password=….</summary>
internal sealed class CredentialRecognizer : Recognizer, ISecretFinder
{
    private static readonly SearchValues<byte> EndsAuthority = SearchValues.Create("/?# \"'\n\t\\<>"u8);

    private static readonly byte[][] Hosts = [.. new[] { "host=", "server=", "data source=", "dbname=", "database=" }.Select(Encoding.ASCII.GetBytes)];

    public override bool IsWhole(ReadOnlySpan<byte> value)
    {
        value = Bytes.Trim(value);
        return !value.Contains((byte)'\n') && Count(value) > 0;
    }

    public override int Count(ReadOnlySpan<byte> text)
    {
        var count = HasPassword(text) ? 1 : 0;
        for (var at = 0; NextUri(text, ref at) is { End: > 0 };) count++;
        return count;
    }

    public void Find(ReadOnlySpan<byte> text, ICollection<(int Start, int End)> found)
    {
        for (var at = 0; NextUri(text, ref at) is { End: > 0 } password;) found.Add(password);
        if (!HasPassword(text)) return;
        foreach (var value in ConnectionPairs.Find(Encoding.Latin1.GetString(text)))
        {
            if (text[value.Start - 1] == '=') found.Add(value);
        }
    }

    // The password of the next URI that has one; (0, 0) when there is none.
    private static (int Start, int End) NextUri(ReadOnlySpan<byte> text, ref int from)
    {
        while (text[from..].IndexOf("://"u8) is >= 0 and var found)
        {
            var start = from += found + 3;
            var end = text[start..].IndexOfAny(EndsAuthority);
            var authority = end < 0 ? text[start..] : text.Slice(start, end);
            var at = authority.LastIndexOf((byte)'@');
            var colon = authority.IndexOf((byte)':');
            if (colon >= 0 && colon + 1 < at && !IsPlaceholder(authority[(colon + 1)..at])) return (start + colon + 1, start + at);
        }
        return default;
    }

    private static bool HasPassword(ReadOnlySpan<byte> text)
    {
        if (!IsGiven(text, "password="u8) && !IsGiven(text, "pwd="u8)) return false;
        foreach (var host in Hosts)
        {
            if (Find(text, host) >= 0) return true;
        }
        return false;
    }

    private static bool IsGiven(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        while (Find(text, word) is >= 0 and var found)
        {
            text = text[(found + word.Length)..];
            if (text.Length >= 3 && text[0] is not ((byte)';' or (byte)' ' or (byte)'&') && !IsPlaceholder(text) && !EndsString(text)) return true;
        }
        return false;
    }

    // 'host=db password=' || variable
    private static bool EndsString(ReadOnlySpan<byte> text) =>
        text[0] is (byte)'\'' or (byte)'"' && text[1] is (byte)' ' or (byte)'\n' or (byte)'|' or (byte)')' or (byte)',' or (byte)';' or (byte)'+';

    // ***, ${PASSWORD}, <password>, {0}
    private static bool IsPlaceholder(ReadOnlySpan<byte> password) => password[0] is (byte)'*' or (byte)'$' or (byte)'<' or (byte)'{' or (byte)'%';

    private static int Find(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        for (var position = 0; text[position..].IndexOf(word[^1]) is >= 0 and var found; position += found + 1)
        {
            var start = position + found + 1 - word.Length;
            if (start >= 0 && Ascii.EqualsIgnoreCase(text.Slice(start, word.Length), word)) return start;
        }
        return -1;
    }
}
