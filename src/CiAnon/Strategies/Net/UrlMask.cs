using System.Text;
using CiAnon.Keys;
using CiAnon.Strategies.Containers;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.Net;

/// <summary>Takes an address apart and writes each part as the policy says.</summary>
internal sealed class UrlMask(SipHash hash, bool keepHost, string path, UrlQuery query, string domain, int? room, IReadOnlyList<InnerRule> inside) : ContainerMask(inside)
{
    public const int Digits = 8;

    private readonly byte[] _domain = Encoding.ASCII.GetBytes("." + domain);

    private protected override void Walk(ReadOnlySpan<byte> value, JsonScratch scratch, MaskOutput output, IInnerSink? sink)
    {
        var start = output.Length;
        if (value.IndexOf((byte)'#') is >= 0 and var fragment) value = value[..fragment];
        var asked = value.IndexOf((byte)'?');
        var parameters = asked < 0 ? default : value[(asked + 1)..];
        if (asked >= 0) value = value[..asked];

        var authority = value.IndexOf("//"u8);
        if (authority == 0 || authority > 0 && value[authority - 1] == ':' && UrlSchemes.Has(value[..(authority - 1)]))
        {
            output.Append(value[..(authority + 2)]);
            value = value[(authority + 2)..];
            var end = value.IndexOf((byte)'/');
            AppendHost(end < 0 ? value : value[..end], output);
            value = end < 0 ? default : value[end..];
        }
        else if (value.IndexOf((byte)':') is > 0 and var scheme && UrlSchemes.Has(value[..scheme]))
        {
            // mailto:, tel:, data: say all behind the colon.
            output.Append(value[..(scheme + 1)]);
            HexText.Append(output, hash.Hash(value), Digits);
            TextRoom.Cut(output, start, room);
            return;
        }
        AppendPath(value, output);
        query.Append(parameters, scratch, output, sink);
        TextRoom.Cut(output, start, room);
    }

    private void AppendHost(ReadOnlySpan<byte> authority, MaskOutput output)
    {
        var host = authority[(authority.LastIndexOf((byte)'@') + 1)..];
        if (keepHost)
        {
            output.Append(host);
            return;
        }
        if (host.IsEmpty) return;
        HexText.Append(output, hash.Hash(host), Digits);
        output.Append(_domain);
    }

    private void AppendPath(ReadOnlySpan<byte> text, MaskOutput output)
    {
        if (path == "drop") return;
        if (path == "keep")
        {
            output.Append(text);
            return;
        }
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'/');
            var segment = end < 0 ? text : text[..end];
            if (!segment.IsEmpty) HexText.Append(output, hash.Hash(segment), Digits);
            if (end < 0) return;
            output.Append((byte)'/');
            text = text[(end + 1)..];
        }
    }
}
