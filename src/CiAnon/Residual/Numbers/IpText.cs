using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;

namespace CiAnon.Residual.Numbers;

/// <summary>Reads IP addresses of both versions, however they are shortened, without allocating.</summary>
internal static class IpText
{
    /// <summary>What addresses consist of.</summary>
    public static readonly SearchValues<byte> Characters = SearchValues.Create("0123456789abcdefABCDEF:."u8);

    // 64:ff9b::/96
    private static readonly UInt128 Translated = (UInt128)0x0064_ff9b << 64;

    /// <summary>The address at the beginning, up to a mask or zone; IPv4 is the number below 2^32, as ::1.2.3.4 would be.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out UInt128 address)
    {
        var end = text.IndexOfAny((byte)'/', (byte)'%');
        if (end >= 0) text = text[..end];
        address = 0;
        return text.Contains((byte)':') ? TryReadSix(text, out address) : TryReadFour(text, out address);
    }

    /// <summary>Addresses that mean no machine in particular.</summary>
    public static bool IsNobody(UInt128 address) => address <= 1 || address == 0x7f000001 || address == 0xffffffff;

    /// <summary>The IPv4 address inside of one of IPv6: mapped (RFC 4291), behind a translator (RFC 6052), of 6to4 (RFC 3056).</summary>
    public static bool TryFourInSix(UInt128 address, out UInt128 four)
    {
        four = (uint)(address >> 112 == 0x2002 ? address >> 80 : address);
        return address >> 112 == 0x2002 || address >> 32 == 0xffff || address >> 32 == Translated;
    }

    /// <summary>The IPv4 address whose numbers stand the other way round, as in names of the DNS.</summary>
    public static UInt128 Reversed(uint four) => BinaryPrimitives.ReverseEndianness(four);

    private static bool TryReadFour(ReadOnlySpan<byte> text, out UInt128 address)
    {
        address = 0;
        for (var part = 0; part < 4; part++)
        {
            if (!Utf8Parser.TryParse(text, out byte value, out var used) || used > 3 || text[0] == '+') return false;
            address = (address << 8) | value;
            text = text[used..];
            if (part == 3) return text.IsEmpty;
            if (text.IsEmpty || text[0] != '.') return false;
            text = text[1..];
        }
        return false;
    }

    private static bool TryReadSix(ReadOnlySpan<byte> text, out UInt128 address)
    {
        address = 0;
        var gap = text.IndexOf("::"u8);
        if (gap < 0) return TryReadGroups(text, out address, out var all) && all == 8;
        if (!TryReadGroups(text[..gap], out var head, out var before) || !TryReadGroups(text[(gap + 2)..], out var tail, out var after) || before + after > 7)
            return false;
        address = before == 0 ? tail : (head << (16 * (8 - before))) | tail;
        return true;
    }

    private static bool TryReadGroups(ReadOnlySpan<byte> text, out UInt128 groups, out int count)
    {
        groups = 0;
        count = 0;
        while (!text.IsEmpty)
        {
            if (TryReadFour(text, out var four))
            {
                groups = (groups << 32) | four;
                count += 2;
                return true;
            }
            if (!Utf8Parser.TryParse(text, out ushort group, out var used, 'x') || used > 4 || count == 8) return false;
            groups = (groups << 16) | group;
            count++;
            text = text[used..];
            if (text.IsEmpty) return true;
            if (text[0] != ':' || text.Length == 1) return false;
            text = text[1..];
        }
        return true;
    }
}
