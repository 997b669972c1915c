using System.Buffers;
using CiAnon.Residual.Words;

namespace CiAnon.Residual.Forms;

/// <summary>Looks for an initial beside a last name, <c>A. Miller</c>, <c>Miller, A.</c>, <c>a.miller</c>, and for both in one word that stands alone.</summary>
internal sealed class InitialMatcher(Originals originals, ValueMatches matches)
{
    private const int MostWords = 3;

    // No word stands alone in a text of many words without one of these.
    private static readonly SearchValues<byte> Containers = SearchValues.Create("@/\\\"={<|["u8);

    private static readonly SearchValues<byte> Tight = SearchValues.Create("._-"u8);

    /// <summary>Words of one letter, with their neighbours.</summary>
    public void MatchLetters(ReadOnlySpan<byte> text, WordSplitter words, int first, int count)
    {
        var starts = words.Starts;
        for (var word = first; word < count; word++)
        {
            var length = starts[word + 1] - starts[word];
            if (length > 2 || Initial.LengthOf(words.Folded.AsSpan(starts[word], length)) != length) continue;
            MatchBehind(text, words, word, count);
            MatchBefore(text, words, word, first);
        }
    }

    /// <summary>Single words that may be both.</summary>
    public void MatchJoined(ReadOnlySpan<byte> text, WordSplitter words, int first, int count)
    {
        if (count > MostWords && !text.ContainsAny(Containers)) return;
        var starts = words.Starts;
        var positions = words.Positions;
        for (var word = first; word < count; word++)
        {
            var length = starts[word + 1] - starts[word];
            if (length is <= Initial.FewestLetters or > Initial.MostBytes || !LocalPart.IsAlone(text, positions[word], positions[word] + length)) continue;
            Match(words.Folded.AsSpan(starts[word], length), isAnywhere: true, isAlone: true);
        }
    }

    // A. Miller
    private void MatchBehind(ReadOnlySpan<byte> text, WordSplitter words, int word, int count)
    {
        var start = words.Positions[word];
        // The second of two initials is no first name's.
        if (word + 1 >= count || (start > 0 && Tight.Contains(text[start - 1]))) return;
        var gap = text[EndOf(words, word)..words.Positions[word + 1]];
        var isAnywhere = gap.SequenceEqual(". "u8) || (gap.Length == 1 && Tight.Contains(gap[0]));
        if (!isAnywhere && !gap.SequenceEqual(" "u8)) return;
        for (var last = word + 1; last < count && last <= word + MostWords; last++)
        {
            if (last > word + 1 && !IsOneName(text, words, last)) return;
            MatchBeside(text, words, word, word + 1, last, isAnywhere, start, EndOf(words, last));
        }
    }

    // Miller, A.
    private void MatchBefore(ReadOnlySpan<byte> text, WordSplitter words, int word, int first)
    {
        if (word <= first) return;
        var start = words.Positions[word];
        var gap = text[EndOf(words, word - 1)..start];
        var end = EndOf(words, word);
        var isTight = gap.Length == 1 && Tight.Contains(gap[0]);
        if (!isTight && !gap.SequenceEqual(" "u8) && !gap.SequenceEqual(","u8) && !gap.SequenceEqual(", "u8)) return;
        var isDotted = end < text.Length && text[end] == '.' && !isTight;
        if (isDotted) end++;
        if (end < text.Length && char.IsAsciiLetterOrDigit((char)text[end])) return;
        for (var name = word - 1; name >= first && name >= word - MostWords; name--)
        {
            if (name < word - 1 && !IsOneName(text, words, name + 1)) return;
            MatchBeside(text, words, word, name, word - 1, isTight || isDotted, words.Positions[name], end);
        }
    }

    private void MatchBeside(ReadOnlySpan<byte> text, WordSplitter words, int letter, int first, int last, bool isAnywhere, int start, int end)
    {
        var starts = words.Starts;
        var length = starts[last + 1] - starts[first];
        if (length is < Initial.FewestLetters or >= Initial.MostBytes) return;
        Span<byte> room = stackalloc byte[Initial.MostBytes];
        var joined = Initial.Join(words.Folded.AsSpan(starts[letter], starts[letter + 1] - starts[letter]), words.Folded.AsSpan(starts[first], length), room);
        if (!joined.IsEmpty) Match(joined, isAnywhere, LocalPart.IsAlone(text, start, end));
    }

    private void Match(ReadOnlySpan<byte> joined, bool isAnywhere, bool isAlone)
    {
        if (originals.Initials.Look(PrefixFilter.KeyOf(joined), out _) == 0) return;
        if (isAnywhere || isAlone) Match(originals.Fingerprints.OfInitial(joined, Telling.Anywhere));
        if (isAlone) Match(originals.Fingerprints.OfInitial(joined, Telling.Alone));
    }

    private void Match(UInt128 hash)
    {
        if (originals.TryFindForm(hash, out var kind)) matches.Add(hash, kind, form: OriginalForm.Initial);
    }

    private static int EndOf(WordSplitter words, int word) => words.Positions[word] + words.Starts[word + 1] - words.Starts[word];

    // von Berg, Müller-Schmidt, O'Neill
    private static bool IsOneName(ReadOnlySpan<byte> text, WordSplitter words, int word)
    {
        var end = EndOf(words, word - 1);
        return words.Positions[word] == end + 1 && text[end] is (byte)' ' or (byte)'-' or (byte)'\'';
    }
}
