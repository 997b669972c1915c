using System.Buffers.Text;

namespace CiAnon.Recognition.Numbers;

/// <summary>
/// IPv4: four octets that aren't a version number; 0/8, 127/8, multicast, broadcast, whole networks (10.0.0.0/8) and the networks for documentation (RFC 5737) are nobody's.
/// </summary>
internal sealed class IpRecognizer : NumberRecognizer
{
    public override bool CanStart(int letters, int digits, BehindDigits behind) => letters == 0 && digits <= 3 && behind == BehindDigits.Point;

    public override NumberMatch Match(ReadOnlySpan<byte> text, int start)
    {
        if (start > 0 && (Bytes.IsWordBefore(text, start) || text[start - 1] is (byte)'.' or (byte)'-')) return NumberMatch.None;
        Span<int> octets = stackalloc int[4];
        var position = start;
        for (var i = 0; i < 4; i++)
        {
            if (!Utf8Parser.TryParse(text[position..Math.Min(text.Length, position + 4)], out byte octet, out var length)) return NumberMatch.None;
            if (length > 1 && text[position] == '0') return NumberMatch.None;
            octets[i] = octet;
            position += length;
            if (i == 3) break;
            if (position >= text.Length || text[position] != '.') return NumberMatch.None;
            position++;
        }
        if (position < text.Length && (Bytes.IsWordAt(text, position) || text[position] is (byte)'.' or (byte)'-' && position + 1 < text.Length && Bytes.IsDigit(text[position + 1])))
            return NumberMatch.None;
        return new NumberMatch(position, !IsNobodys(octets) && !IsNetwork(text[position..], octets) && !IsVersion(text, start, octets), NeedsContext: false);
    }

    private static bool IsNobodys(ReadOnlySpan<int> octets) => octets switch
    {
        [0 or 127 or >= 224, ..] => true,
        [192, 0, 2, _] or [198, 51, 100, _] or [203, 0, 113, _] => true,
        _ => false,
    };

    // 10.0.0.0/8: a network and none of its hosts.
    private static bool IsNetwork(ReadOnlySpan<byte> behind, ReadOnlySpan<int> octets)
    {
        if (behind is not [(byte)'/', ..] || !Utf8Parser.TryParse(behind[1..], out byte bits, out _) || bits is < 8 or > 30) return false;
        var address = (uint)octets[0] << 24 | (uint)octets[1] << 16 | (uint)octets[2] << 8 | (uint)octets[3];
        return address << bits == 0;
    }

    // v10.2.0.1, Chrome/120.0.1.2, version 4.3.2.1; four one-digit numbers are a section or a version nearly always.
    private static bool IsVersion(ReadOnlySpan<byte> text, int start, ReadOnlySpan<int> octets)
    {
        if (octets.IndexOfAnyExceptInRange(0, 9) < 0) return true;
        // http://10.2.0.1 is an address, Chrome/10.2.0.1 isn't.
        if (start > 1 && text[start - 1] == '/' && text[start - 2] != '/') return true;
        var end = start;
        while (end > 0 && text[end - 1] is (byte)' ' or (byte)':' or (byte)'=' or (byte)'"') end--;
        var from = end;
        while (from > 0 && end - from < 10 && Bytes.IsLetter(text[from - 1])) from--;
        Span<byte> word = stackalloc byte[10];
        for (var i = from; i < end; i++) word[i - from] = Bytes.Lower(text[i]);
        word = word[..(end - from)];
        return word is [(byte)'v'] || word.SequenceEqual("version"u8) || word.SequenceEqual("ver"u8) || word.SequenceEqual("release"u8) || word.SequenceEqual("build"u8)
            || word.SequenceEqual("section"u8);
    }
}
