namespace CiAnon.Recognition.Numbers;

/// <summary>
/// IPv6, RFC 4291; loopback, unspecified, multicast and the networks for documentation (RFC 3849, RFC 9637) are nobody's. Eight pairs of
/// digits are a card's EUI-64, as macaddr8 writes it (<c>08:00:2b:01:02:03:04:05</c>): no host has an address below 100::.
/// </summary>
internal sealed class Ip6Recognizer : HexGroupRecognizer
{
    protected override bool IsSeparator(byte one) => one == ':';

    protected override bool IsOne(ReadOnlySpan<byte> run)
    {
        if (run.Length is < 6 or > 39 || run.Count((byte)':') is < 3 or > 7 && run.IndexOf("::"u8) < 0) return false;
        Span<ushort> groups = stackalloc ushort[8];
        if (!TryParse(run, groups)) return false;
        if (groups[0] >= 0xFF00 || groups[0] == 0x2001 && groups[1] == 0xDB8 || groups[0] == 0x3FFF && groups[1] < 0x1000) return false;
        return groups[0] != 0 && !IsPairs(run);
    }

    private static bool IsPairs(ReadOnlySpan<byte> run)
    {
        const int Pairs = 8;
        if (run.Length != (Pairs * 3) - 1) return false;
        for (var i = 2; i < run.Length; i += 3)
        {
            if (run[i] != ':') return false;
        }
        return true;
    }

    private static bool TryParse(ReadOnlySpan<byte> run, Span<ushort> groups)
    {
        var count = 0;
        var gap = -1;
        var digits = 0;
        var value = 0;
        for (var i = 0; i <= run.Length; i++)
        {
            if (i < run.Length && run[i] != ':')
            {
                if (++digits > 4) return false;
                value = value * 16 + (Bytes.IsDigit(run[i]) ? run[i] - '0' : (run[i] | 0x20) - 'a' + 10);
                continue;
            }
            if (digits > 0)
            {
                if (count == 8) return false;
                groups[count++] = (ushort)value;
                (digits, value) = (0, 0);
            }
            if (i + 1 >= run.Length || run[i + 1] != ':') continue;
            if (gap >= 0) return false;
            gap = count;
            i++;
        }
        if (gap < 0) return count == 8 && run[0] != ':' && run[^1] != ':';
        if (count == 8) return false;
        groups[gap..count].CopyTo(groups[(8 - count + gap)..]);
        groups.Slice(gap, 8 - count).Clear();
        return true;
    }
}
