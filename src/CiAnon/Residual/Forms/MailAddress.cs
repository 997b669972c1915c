using System.Buffers;
using System.Text;

namespace CiAnon.Residual.Forms;

/// <summary>Finds the address in an original that may hold more: <c>Anna Schmidt &lt;anna@mail.example&gt;</c>.</summary>
internal static class MailAddress
{
    /// <summary>Longest address (RFC 5321, section 4.5.3.1.3, without its brackets).</summary>
    public const int MostBytes = 254;

    private static readonly SearchValues<byte> Outside = SearchValues.Create(" \t\r\n<>\"'(),;:[]|"u8);

    /// <summary>The address without what stands around it; empty when there is none.</summary>
    public static ReadOnlySpan<byte> In(ReadOnlySpan<byte> value)
    {
        var at = value.LastIndexOf((byte)'@');
        if (at < 0) return default;
        var start = value[..at].LastIndexOfAny(Outside) + 1;
        var length = value[at..].IndexOfAny(Outside);
        var end = length < 0 ? value.Length : at + length;
        return start == at || end == at + 1 || end - start > MostBytes ? default : value[start..end];
    }

    /// <summary>The address whose owner gave it a tag, <c>anna+shop@mail.example</c>; empty when it has none.</summary>
    public static ReadOnlySpan<byte> WithoutTag(ReadOnlySpan<byte> address, Span<byte> target)
    {
        var (tag, at) = (address.IndexOf((byte)'+'), address.LastIndexOf((byte)'@'));
        if (tag <= 0 || tag > at) return default;
        address[..tag].CopyTo(target);
        address[at..].CopyTo(target[tag..]);
        return target[..(address.Length - at + tag)];
    }

    /// <summary>Who stands before an address in angle brackets; empty when nobody does.</summary>
    public static ReadOnlySpan<byte> NameBefore(ReadOnlySpan<byte> text)
    {
        if (!text.EndsWith("<"u8)) return default;
        text = text[..^1];
        return text[(text.LastIndexOfAny(">;@"u8) + 1)..].Trim(" \t\r\n,\"'"u8);
    }

    /// <summary>The address in lower case; empty when that isn't UTF-8.</summary>
    public static ReadOnlySpan<byte> Lower(ReadOnlySpan<byte> address, Span<byte> target)
    {
        if (Ascii.ToLower(address, target, out var written) == OperationStatus.Done) return target[..written];
        Span<char> text = stackalloc char[MostBytes];
        Span<char> lower = stackalloc char[MostBytes];
        if (!Encoding.UTF8.TryGetChars(address, text, out var length)) return default;
        length = ((ReadOnlySpan<char>)text[..length]).ToLowerInvariant(lower);
        return Encoding.UTF8.TryGetBytes(lower[..length], target, out written) ? target[..written] : default;
    }
}
