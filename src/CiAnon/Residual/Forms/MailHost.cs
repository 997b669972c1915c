using System.Globalization;
using System.Text;

namespace CiAnon.Residual.Forms;

/// <summary>The other name of an address's host: its letters or its punycode (RFC 3492), and Google's two names for one mailbox.</summary>
internal static class MailHost
{
    private static readonly IdnMapping Idn = new();

    /// <summary>The same address at the other name; empty when the host has none.</summary>
    public static ReadOnlySpan<byte> Other(ReadOnlySpan<byte> address, Span<byte> target)
    {
        var local = address[..(address.LastIndexOf((byte)'@') + 1)];
        var host = address[local.Length..];
        if (Ascii.EqualsIgnoreCase(host, "gmail.com"u8)) return Join(local, "googlemail.com"u8, target);
        if (Ascii.EqualsIgnoreCase(host, "googlemail.com"u8)) return Join(local, "gmail.com"u8, target);
        var isAscii = Ascii.IsValid(host);
        if (isAscii && host.IndexOf("xn--"u8) < 0 && host.IndexOf("XN--"u8) < 0) return default;
        try
        {
            var text = Encoding.UTF8.GetString(host);
            return Join(local, Encoding.UTF8.GetBytes(isAscii ? Idn.GetUnicode(text) : Idn.GetAscii(text)), target);
        }
        catch (ArgumentException)
        {
            // No host that a mail would reach.
            return default;
        }
    }

    private static ReadOnlySpan<byte> Join(ReadOnlySpan<byte> local, ReadOnlySpan<byte> host, Span<byte> target)
    {
        if (local.Length + host.Length > target.Length) return default;
        local.CopyTo(target);
        host.CopyTo(target[local.Length..]);
        return target[..(local.Length + host.Length)];
    }
}
