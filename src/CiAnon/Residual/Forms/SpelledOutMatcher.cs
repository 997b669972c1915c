using CiAnon.Residual.Words;
using CiAnon.Strategies;

namespace CiAnon.Residual.Forms;

/// <summary>
/// Looks for e-mail addresses whose signs are words: <c>anna at mail dot example</c>, <c>anna[at]mail.example</c>. Without those
/// words it must be a whole address, with a sign for its @ and one before its last word.
/// </summary>
internal sealed class SpelledOutMatcher(Originals originals, ValueMatches matches)
{
    private const int MostBefore = 4;

    /// <param name="markers">Words that may stand for a sign.</param>
    public void Match(ReadOnlySpan<byte> text, WordSplitter words, int first, int count, ReadOnlySpan<int> markers)
    {
        var from = first;
        foreach (var marker in markers)
        {
            if (marker < first || marker >= count || MarkerWords.Of(Word(words, marker)) == Marker.None) continue;
            for (var word = Math.Max(from, marker - MostBefore); word < marker; word++)
            {
                if (!MayBegin(text, words, word, marker, count)) continue;
                // In orf.at it is a word of the address, in anna.at.mail.example a sign.
                if (MatchFrom(text, words, word, count, keepsJoined: true)) MatchFrom(text, words, word, count, keepsJoined: false);
            }
            from = marker;
        }
    }

    // Most words before an "at" begin no address: one look at the filter, unless another sign is near.
    private bool MayBegin(ReadOnlySpan<byte> text, WordSplitter words, int word, int marker, int count)
    {
        var starts = words.Starts;
        var key = words.KeyAt(starts[word]);
        var length = starts[marker] - starts[word];
        if (length < PrefixFilter.Prefix)
        {
            if (IsJoined(text, words, marker, count)) return true;
            if (originals.HasShortTexts && length + starts[Math.Min(marker + 3, count)] - starts[marker + 1] < PrefixFilter.Prefix) return true;
            key = PrefixFilter.Cut(key, length);
            var next = marker + 1;
            for (; next < count && length < PrefixFilter.Prefix; next++)
            {
                if (MarkerWords.Of(Word(words, next)) != Marker.None) return true;
                key |= words.KeyAt(starts[next]) << (8 * length);
                length += starts[next + 1] - starts[next];
                if (length < PrefixFilter.Prefix) key = PrefixFilter.Cut(key, length);
            }
            if (length < PrefixFilter.Prefix) return true;
        }
        return originals.Filter.May(key) != 0 && originals.Filter.Look(key, out _) != 0;
    }

    // True when another reading drops more.
    private bool MatchFrom(ReadOnlySpan<byte> text, WordSplitter words, int word, int count, bool keepsJoined)
    {
        Span<byte> address = stackalloc byte[Extent.MostBytes];
        var (length, kept, slot, mixed) = (0, 0, 0UL, 0UL);
        var (dropped, hasDropped, hasAt, hasJoined) = (Marker.None, false, false, false);
        for (var i = word; i < count && kept < Extent.MostWords; i++)
        {
            var one = Word(words, i);
            hasAt |= i > word && Gap(text, words, i - 1).Contains((byte)'@');
            // What follows a sign is a word, whatever it says: orf dot at.
            if (i > word && dropped == Marker.None && MarkerWords.Of(one) is not Marker.None and var marker)
            {
                var isJoined = IsJoined(text, words, i, count);
                hasJoined |= isJoined;
                if (!isJoined || !keepsJoined)
                {
                    (dropped, hasDropped, hasAt) = (marker, true, hasAt || marker == Marker.At);
                    continue;
                }
            }
            if (one.Length > address.Length - length) break;
            one.CopyTo(address[length..]);
            length += one.Length;
            kept++;
            if (slot == 0 && length >= PrefixFilter.Prefix)
            {
                slot = originals.Filter.Look(PrefixFilter.KeyOf(address), out mixed);
                if (slot == 0) break;
            }
            var isDotted = dropped == Marker.Dot || (dropped == Marker.None && i > word && IsDot(Gap(text, words, i - 1)));
            dropped = Marker.None;
            if (hasDropped && hasAt && isDotted) MatchWhole(address[..length], slot, mixed);
        }
        return hasJoined;
    }

    private void MatchWhole(ReadOnlySpan<byte> address, ulong slot, ulong mixed)
    {
        if (address.Length < Specificity.FewestBytes) return;
        if (address.Length < PrefixFilter.Prefix) slot = originals.Filter.Look(PrefixFilter.KeyOf(address), out mixed);
        if (slot == 0 || !PrefixFilter.MayHaveLength(slot, mixed, address.Length)) return;
        var hash = originals.Fingerprints.Of(address);
        // A name is more than words that an "at" may stand between.
        if (originals.TryFind(hash, out var kind) && kind == PersonalKind.Email) matches.Add(hash, kind, form: OriginalForm.SpelledOut);
    }

    private static ReadOnlySpan<byte> Word(WordSplitter words, int word) => words.Folded.AsSpan(words.Starts[word], words.Starts[word + 1] - words.Starts[word]);

    private static ReadOnlySpan<byte> Gap(ReadOnlySpan<byte> text, WordSplitter words, int word) =>
        text[(words.Positions[word] + words.Starts[word + 1] - words.Starts[word])..words.Positions[word + 1]];

    private static bool IsJoined(ReadOnlySpan<byte> text, WordSplitter words, int word, int count) =>
        IsSign(Gap(text, words, word - 1)) || (word + 1 < count && IsSign(Gap(text, words, word)));

    private static bool IsSign(ReadOnlySpan<byte> gap) => gap.Length == 1 && gap[0] is (byte)'.' or (byte)'@';

    // No end of a sentence: with a space on both sides or on none.
    private static bool IsDot(ReadOnlySpan<byte> gap) => gap.Contains((byte)'.') && gap.StartsWith(" "u8) == gap.EndsWith(" "u8);
}
