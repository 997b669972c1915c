using CiAnon.Residual.Forms;
using CiAnon.Residual.Words;

namespace CiAnon.Residual.Numbers;

/// <summary>Looks IP addresses up among the originals: IPv4 with points or in the name of a host, IPv6 and the IPv4 inside of it.</summary>
internal sealed class AddressMatcher(Originals originals, ValueMatches matches, OriginalForm without)
{
    // Four times three digits with three signs, without the last word.
    private const int MostBeforeLast = 12;

    private const int LongestSix = 45;

    /// <summary>Four numbers with the same sign between them, and no more.</summary>
    public void MatchFour(ReadOnlySpan<byte> text, WordSplitter words, int word, int count)
    {
        var positions = words.Positions;
        var start = positions[word];
        if (word + 3 >= count || positions[word + 3] - start > MostBeforeLast) return;
        var length = words.Starts[word + 4] - words.Starts[word] + 3;
        if (length > text.Length - start) return;
        var sign = text[start + words.Starts[word + 1] - words.Starts[word]];
        if (sign is not ((byte)'.' or (byte)'-' or (byte)'_')) return;
        var isDotted = sign == '.';
        if (isDotted && start > 0 && text[start - 1] == '.') return;
        Span<byte> dotted = stackalloc byte[MostBeforeLast + 3];
        if (length > dotted.Length) return;
        scoped ReadOnlySpan<byte> four = text.Slice(start, length);
        if (!isDotted)
        {
            if (IsDigit(text, start - 2) && text[start - 1] == sign || IsDigit(text, start + length + 1) && text[start + length] == sign || four.Contains((byte)'.')) return;
            four.Replace(dotted, sign, (byte)'.');
            four = dotted[..length];
        }
        if (!IpText.TryRead(four, out var address)) return;
        // 03-04-05-12 is a date and more.
        if (isDotted) MatchAddress(address, OriginalForm.Itself);
        else if (!IsPadded(words, word)) MatchHost(address);
        if (IsHost(text[(start + length)..])) MatchHost(IpText.Reversed((uint)address));
    }

    public void MatchSix(ReadOnlySpan<byte> text, WordSplitter words, int word)
    {
        var start = words.Positions[word];
        var end = start + words.Starts[word + 1] - words.Starts[word];
        if (end - start > 4 || end >= text.Length || text[end] != ':') return;
        // ::ffff:c633:644d
        if (start > 1 && text[start - 1] == ':' && text[start - 2] == ':') start -= 2;
        if (start > 0 && IpText.Characters.Contains(text[start - 1])) return;
        var rest = text[start..];
        var length = rest.IndexOfAnyExcept(IpText.Characters);
        if (length < 0) length = rest.Length;
        if (length > LongestSix) return;
        rest = rest[..length].TrimEnd((byte)'.');
        if (rest.EndsWith(":"u8) && !rest.EndsWith("::"u8)) rest = rest[..^1];
        if (!IpText.TryRead(rest, out var address)) return;
        MatchAddress(address, OriginalForm.Itself);
        if (IpText.TryFourInSix(address, out var four)) MatchAddress(four, OriginalForm.Itself);
    }

    private void MatchHost(UInt128 address)
    {
        if (without != OriginalForm.HostName) MatchAddress(address, OriginalForm.HostName);
    }

    private void MatchAddress(UInt128 address, OriginalForm form)
    {
        var slot = originals.Filter.Look(Fingerprints.FilterKey(address), out var mixed);
        if (slot == 0 || !PrefixFilter.MayHaveLength(slot, mixed, 0)) return;
        var hash = originals.Fingerprints.Of(address);
        if (originals.TryFind(hash, out var kind)) matches.Add(hash, kind, form: form);
    }

    private static bool IsHost(ReadOnlySpan<byte> rest) => rest.Length > 1 && rest[0] == '.' && char.IsAsciiLetter((char)rest[1]);

    private static bool IsDigit(ReadOnlySpan<byte> text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit((char)text[at]);

    private static bool IsPadded(WordSplitter words, int word)
    {
        for (var i = word; i < word + 4; i++)
            if (words.Folded[words.Starts[i]] == '0' && words.Starts[i + 1] - words.Starts[i] > 1) return true;
        return false;
    }
}
