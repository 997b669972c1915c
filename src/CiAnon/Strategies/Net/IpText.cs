using System.Buffers.Text;

namespace CiAnon.Strategies.Net;

/// <summary>An IPv4 or IPv6 address with or without the length of its network, as text and as a number.</summary>
internal readonly record struct IpText(UInt128 Address, bool IsV6, int? Network)
{
    public int Bits => IsV6 ? 128 : 32;

    public static bool TryParse(ReadOnlySpan<byte> text, out IpText result)
    {
        result = default;
        int? network = null;
        if (text.IndexOf((byte)'/') is >= 0 and var slash)
        {
            if (!Utf8Parser.TryParse(text[(slash + 1)..], out byte bits, out var used) || used != text.Length - slash - 1) return false;
            network = bits;
            text = text[..slash];
        }
        var isV6 = text.Contains((byte)':');
        UInt128 address;
        if (isV6 ? !TryV6(text, out address) : !TryV4(text, out address)) return false;
        result = new IpText(address, isV6, network);
        return network is null || network <= result.Bits;
    }

    public void Append(MaskOutput output)
    {
        if (IsV6) AppendV6(output);
        else AppendV4(output, (uint)Address);
        if (Network is not { } bits) return;
        output.Append((byte)'/');
        AppendNumber(output, (uint)bits, 'D');
    }

    private static bool TryV4(ReadOnlySpan<byte> text, out UInt128 address)
    {
        address = 0;
        for (var i = 0; i < 4; i++)
        {
            if (!Utf8Parser.TryParse(text, out byte octet, out var used)) return false;
            address = (address << 8) | octet;
            text = text[used..];
            if (i == 3) return text.IsEmpty;
            if (text.IsEmpty || text[0] != '.') return false;
            text = text[1..];
        }
        return false;
    }

    private static bool TryV6(ReadOnlySpan<byte> text, out UInt128 address)
    {
        address = 0;
        var gap = -1;
        var groups = 0;
        if (text.StartsWith("::"u8))
        {
            gap = 0;
            text = text[2..];
        }
        while (!text.IsEmpty && groups < 8)
        {
            var end = text.IndexOf((byte)':');
            var part = end < 0 ? text : text[..end];
            if (part.Contains((byte)'.'))
            {
                if (end >= 0 || groups > 6 || !TryV4(part, out var last)) return false;
                address = (address << 32) | last;
                groups += 2;
                text = default;
                break;
            }
            if (part.Length > 4 || !Utf8Parser.TryParse(part, out ushort group, out var used, 'x') || used != part.Length) return false;
            address = (address << 16) | group;
            groups++;
            if (end < 0)
            {
                text = default;
                break;
            }
            text = text[(end + 1)..];
            if (text.IsEmpty) return false;
            if (text[0] != ':') continue;
            if (gap >= 0) return false;
            gap = groups;
            text = text[1..];
        }
        if (!text.IsEmpty) return false;
        if (gap < 0) return groups == 8;
        if (groups > 7) return false;
        var behind = (groups - gap) * 16;
        var low = behind == 0 ? 0 : address & (UInt128.MaxValue >> (128 - behind));
        var high = gap == 0 ? 0 : (address >> behind) << (128 - gap * 16);
        address = high | low;
        return true;
    }

    private static void AppendV4(MaskOutput output, uint address)
    {
        for (var shift = 24; shift >= 0; shift -= 8)
        {
            AppendNumber(output, (address >> shift) & 255, 'D');
            if (shift > 0) output.Append((byte)'.');
        }
    }

    // The longest run of zeros is written as :: (RFC 5952).
    private void AppendV6(MaskOutput output)
    {
        var (start, length) = LongestZeros();
        for (var i = 0; i < 8; i++)
        {
            if (length > 1 && i == start)
            {
                output.Append("::"u8);
                i += length - 1;
                continue;
            }
            if (i > 0 && !(length > 1 && i == start + length)) output.Append((byte)':');
            AppendNumber(output, (uint)(Address >> (112 - i * 16)) & 0xffff, 'x');
        }
    }

    private (int Start, int Length) LongestZeros()
    {
        var (best, bestLength, length) = (0, 0, 0);
        for (var i = 0; i < 8; i++)
        {
            length = ((Address >> (112 - i * 16)) & 0xffff) == 0 ? length + 1 : 0;
            if (length > bestLength) (best, bestLength) = (i - length + 1, length);
        }
        return (best, bestLength);
    }

    private static void AppendNumber(MaskOutput output, uint number, char format)
    {
        _ = Utf8Formatter.TryFormat(number, output.Reserve(10), out var written, format);
        output.Advance(written);
    }
}
