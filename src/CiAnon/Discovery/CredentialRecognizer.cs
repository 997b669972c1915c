using System.Buffers;
using System.Text;

namespace CiAnon.Discovery;

/// <summary>Connection strings with a password: scheme://user:password@host, Host=…;Password=….</summary>
internal sealed class CredentialRecognizer : Recognizer
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
        while (text.IndexOf("://"u8) is >= 0 and var found)
        {
            text = text[(found + 3)..];
            var end = text.IndexOfAny(EndsAuthority);
            var authority = end < 0 ? text : text[..end];
            var at = authority.LastIndexOf((byte)'@');
            var colon = authority.IndexOf((byte)':');
            if (colon >= 0 && colon + 1 < at && !IsPlaceholder(authority[(colon + 1)..at])) count++;
        }
        return count;
    }

    private static bool HasPassword(ReadOnlySpan<byte> text)
    {
        var found = Find(text, "password="u8);
        if (found < 0) found = Find(text, "pwd="u8);
        if (found < 0) return false;
        var rest = text[(found + text[found..].IndexOf((byte)'=') + 1)..];
        if (rest.Length < 3 || rest[0] is (byte)';' or (byte)' ' or (byte)'&' || IsPlaceholder(rest)) return false;
        foreach (var host in Hosts)
        {
            if (Find(text, host) >= 0) return true;
        }
        return false;
    }

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
