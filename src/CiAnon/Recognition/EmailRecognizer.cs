using System.Buffers;
using System.Text;

namespace CiAnon.Recognition;

/// <summary>
/// Addresses with a host that could receive mail. Hosts under the names that RFC 2606 and RFC 6761 reserve reach nobody and don't count,
/// nor does what lies under <paramref name="ownDomains"/>.
/// </summary>
internal sealed class EmailRecognizer(IReadOnlyList<string> ownDomains) : Recognizer
{
    private static readonly SearchValues<byte> At = SearchValues.Create("@%"u8);

    private static readonly byte[][] ReservedNames =
        [.. new[] { "example.com", "example.net", "example.org", "example", "test", "invalid", "localhost", "local" }.Select(Encoding.ASCII.GetBytes)];

    // What follows the last point of image@2x.png is no top-level domain.
    private static readonly byte[][] FileExtensions =
        [.. new[] { "png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "mjs", "ts", "json", "html", "map", "tgz" }.Select(Encoding.ASCII.GetBytes)];

    private readonly byte[][] _nobodys = [.. ReservedNames, .. ownDomains.Select(Encoding.UTF8.GetBytes)];

    public override bool IsWhole(ReadOnlySpan<byte> value)
    {
        value = Bytes.Trim(value);
        for (var at = 0; NextAt(value, at, out var width) is >= 0 and var found; at = found + width)
        {
            if (Start(value, found) == 0 && End(value, found + width) == value.Length) return true;
        }
        return false;
    }

    public override int Count(ReadOnlySpan<byte> text)
    {
        var count = 0;
        for (var position = 0; NextAt(text, position, out var width) is >= 0 and var at; position = at + width)
        {
            if (End(text, at + width) > 0 && Start(text, at) < at) count++;
        }
        return count;
    }

    /// <summary>The next address from there on.</summary>
    public bool Next(ReadOnlySpan<byte> text, ref int position, out int start, out int end)
    {
        while (NextAt(text, position, out var width) is >= 0 and var at)
        {
            position = at + width;
            (start, end) = (Start(text, at), End(text, position));
            if (end > 0 && start < at) return true;
        }
        (start, end) = (0, 0);
        return false;
    }

    // %40 is how a query string writes @.
    private static int NextAt(ReadOnlySpan<byte> text, int position, out int width)
    {
        width = 1;
        while (position < text.Length)
        {
            var found = text[position..].IndexOfAny(At);
            if (found < 0) return -1;
            position += found;
            if (text[position] == '@') return position;
            if (text[position..].StartsWith("%40"u8))
            {
                width = 3;
                return position;
            }
            position++;
        }
        return -1;
    }

    private static int Start(ReadOnlySpan<byte> text, int at)
    {
        var start = at;
        while (start > 0 && at - start < 64 && IsLocal(text[start - 1])) start--;
        // JSON and COPY escapes: the n of \n isn't the address's.
        if (start > 0 && text[start - 1] == '\\' && start + 1 < at) start++;
        while (start < at && text[start] is (byte)'.' or (byte)'-' or (byte)'\'') start++;
        return at > start && text[at - 1] == '.' ? at : start;
    }

    private static bool IsLocal(byte one) => Bytes.IsWord(one)
        || one is (byte)'.' or (byte)'-' or (byte)'+' or (byte)'!' or (byte)'#' or (byte)'$' or (byte)'*' or (byte)'^' or (byte)'\'' or (byte)'`' or (byte)'~' or (byte)'%';

    // Where the host ends, or 0 when it can't receive mail.
    private int End(ReadOnlySpan<byte> text, int start)
    {
        var end = start;
        while (end < text.Length && (Bytes.IsAlphanumeric(text[end]) || text[end] >= 0x80 || text[end] is (byte)'-' or (byte)'.')) end++;
        while (end > start && text[end - 1] is (byte)'.' or (byte)'-') end--;
        var host = text[start..end];
        var dot = host.LastIndexOf((byte)'.');
        if (host.Length > 253 || dot <= 0 || host[0] is (byte)'.' or (byte)'-' || host.IndexOf(".."u8) >= 0) return 0;
        var top = host[(dot + 1)..];
        return IsTopLevel(top) && !IsNobodys(host) ? end : 0;
    }

    private static bool IsTopLevel(ReadOnlySpan<byte> label)
    {
        if (label.Length < 2 || label.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0) return false;
        if (!label.StartsWith("xn--"u8))
        {
            foreach (var one in label)
            {
                if (!Bytes.IsLetter(one) && one < 0x80) return false;
            }
        }
        foreach (var extension in FileExtensions)
        {
            if (Ascii.EqualsIgnoreCase(label, extension)) return false;
        }
        return true;
    }

    private bool IsNobodys(ReadOnlySpan<byte> host)
    {
        foreach (var name in _nobodys)
        {
            if (host.Length < name.Length || !Ascii.EqualsIgnoreCase(host[^name.Length..], name)) continue;
            if (host.Length == name.Length || host[^(name.Length + 1)] == '.') return true;
        }
        return false;
    }
}
