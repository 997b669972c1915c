using System.Buffers;

namespace CiAnon.Residual.Encodings;

/// <summary>Reads what stands behind a label and its sign, if it may be a name: quoted or not, first of a list or alone.</summary>
internal static class LabelledValue
{
    private const int Longest = 48;

    private static readonly SearchValues<byte> Gap = SearchValues.Create(" \t\r\n\"'\\[]{(:=>-"u8);
    private static readonly SearchValues<byte> Ends = SearchValues.Create("\"',;&|<>()[]{}\r\n\t"u8);
    private static readonly SearchValues<byte> NeverInNames = SearchValues.Create(":=>0123456789"u8);

    public static bool TryRead(ReadOnlySpan<byte> text, int sign, out Range value)
    {
        value = default;
        var start = sign + 1;
        // A length of PHP's.
        var digits = text[start..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits > 0 && text[(start + digits)..].StartsWith(":\""u8)) start += digits;
        var gap = text[start..].IndexOfAnyExcept(Gap);
        return gap >= 0 && TryName(text, start + gap, out value);
    }

    /// <summary>The next of a list: <c>["Anna", "Anne"]</c>, as logs of changes have them.</summary>
    public static bool TryNext(ReadOnlySpan<byte> text, ref Range value)
    {
        var end = value.End.Value;
        if (text[end..] is not ([(byte)'"', (byte)',', ..])) return false;
        var start = end + 2;
        if (start < text.Length && text[start] == ' ') start++;
        return start + 1 < text.Length && text[start] == '"' && TryName(text, start + 1, out value) && !IsKey(text[value.End.Value..]);
    }

    /// <summary>Whether what ends here has a value of its own.</summary>
    public static bool IsKey(ReadOnlySpan<byte> behind) => behind is [(byte)'"' or (byte)'\'', ..] && behind[1..].TrimStart(" \\"u8) is [(byte)':' or (byte)'=', ..];

    private static bool TryName(ReadOnlySpan<byte> text, int start, out Range value)
    {
        value = default;
        var rest = text[start..];
        var isQuoted = text[start - 1] is (byte)'"' or (byte)'\'';
        var end = isQuoted ? rest.IndexOf(text[start - 1]) : rest.IndexOfAny(Ends);
        var name = end < 0 ? rest : rest[..end];
        // first=Anna last=Lindqvist
        if (!isQuoted && name.IndexOf((byte)'=') is >= 0 and var other && name[..other].LastIndexOf((byte)' ') is > 0 and var blank) name = name[..blank];
        name = name.TrimEnd(" \\"u8);
        if (name.Length is 0 or > Longest || name.ContainsAny(NeverInNames)) return false;
        value = start..(start + name.Length);
        return true;
    }
}
