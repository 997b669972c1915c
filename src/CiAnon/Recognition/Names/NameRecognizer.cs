using System.Buffers;

namespace CiAnon.Recognition.Names;

/// <summary>
/// Whole names in text: a first name of the dictionary beside a last name of it, or a title or greeting before a name.
/// A value that is nothing but two or three words and begins with a first name is one, too.
/// </summary>
internal sealed class NameRecognizer : Recognizer
{
    private const int LongestWhole = 60;

    private static readonly SearchValues<byte> Capitals =
        SearchValues.Create([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"u8, .. Enumerable.Range(0xC3, 0xD1 - 0xC3).Select(one => (byte)one)]);

    public override bool IsWhole(ReadOnlySpan<byte> value)
    {
        value = Bytes.Trim(value);
        if (value.Length is < 5 or > LongestWhole) return false;
        Span<Range> words = stackalloc Range[5];
        var count = NameText.Split(value, words);
        if (count is < 2 or > 4) return false;
        var particles = 0;
        for (var i = 0; i < count; i++)
        {
            var word = value[words[i]].TrimEnd(",."u8);
            if (word.IsEmpty || NameText.WordEnd(word, 0) != word.Length) return false;
            if (i > 0 && i < count - 1 && (word.Length == 1 || NameWords.Particles.Contains(word) || NameWords.First.Contains(word) || NameWords.Last.Contains(word))) particles++;
        }
        if (count - particles > 2 && !NameWords.Titles.Contains(value[words[0]].TrimEnd(",."u8))) return false;
        var first = value[words[0]];
        var last = value[words[count - 1]];
        if (first[^1] == ',') return NameWords.First.Contains(last) && NameText.IsCapital(first[0]);
        // anna meyer: both must be known when nothing is capitalized.
        var capitalized = NameText.IsCapital(first[0]) && NameText.IsCapital(last[0]);
        return NameWords.First.Contains(first) && (capitalized || NameWords.Last.Contains(last))
            || NameWords.Last.Contains(first) && NameWords.First.Contains(last) && !NameWords.Directions.Contains(first)
            || NameWords.Titles.Contains(first.TrimEnd((byte)'.')) && capitalized && (NameWords.Last.Contains(last) || NameWords.First.Contains(value[words[1]]));
    }

    public override int Count(ReadOnlySpan<byte> text)
    {
        var count = 0;
        for (var position = 0; Next(text, ref position, out _, out _);) count++;
        return count > 0 || !IsWhole(text) ? count : 1;
    }

    /// <summary>The next name from there on, without the title or greeting before it.</summary>
    public static bool Next(ReadOnlySpan<byte> text, ref int position, out int from, out int end)
    {
        while (position < text.Length)
        {
            var found = text[position..].IndexOfAny(Capitals);
            if (found < 0) break;
            var start = position + found;
            var wordEnd = NameText.WordEnd(text, start);
            position = Math.Max(wordEnd, start + 1);
            if (start > 0 && Bytes.IsWord(text[start - 1]) && !(start > 1 && text[start - 2] == '\\')) continue;
            var next = NameText.NextCapitalized(text, wordEnd, comma: true);
            if (next < 0) continue;
            (from, end) = Follows(text, start, wordEnd, next);
            if (end == 0) continue;
            position = end;
            return true;
        }
        (from, end) = (0, 0);
        return false;
    }

    // The name whose first word, title or greeting is given; (0, 0) when it is none.
    private static (int Start, int End) Follows(ReadOnlySpan<byte> text, int start, int end, int next)
    {
        var word = text[start..end];
        var nextEnd = NameText.WordEnd(text, next);
        var second = text[next..nextEnd];
        var comma = text[end] == ',';
        if (comma)
        {
            if (NameWords.Last.Contains(word) && NameWords.First.Contains(second) && !NameWords.Last.Contains(second)) return (start, nextEnd);
            return IsGreeted(word, second) ? (next, nextEnd) : default;
        }
        if (NameWords.First.Contains(word))
        {
            if (NameWords.Last.Contains(second)) return (start, nextEnd);
            // A middle name or initial.
            var third = second.Length == 1 || NameWords.First.Contains(second) ? NameText.NextCapitalized(text, nextEnd) : -1;
            if (third >= 0 && NameText.WordEnd(text, third) is var thirdEnd && NameWords.Last.Contains(text[third..thirdEnd])) return (start, thirdEnd);
        }
        if (NameWords.Titles.Contains(word)) return second.Length > 2 && !NameWords.Roles.Contains(second) && IsTitled(text, start, second) ? (next, Whole(text, next, nextEnd)) : default;
        return IsGreeted(word, second) ? (next, Whole(text, next, nextEnd)) : default;
    }

    // Mr. John Smith
    private static int Whole(ReadOnlySpan<byte> text, int start, int end) => NameWords.First.Contains(text[start..end]) && NameText.NextCapitalized(text, end) is >= 0 and var next
        && NameText.WordEnd(text, next) is var nextEnd && NameWords.Last.Contains(text[next..nextEnd]) ? nextEnd : end;

    // Short titles are words or abbreviations of other things: "Don", "Pan", "Dr" count with a known name only.
    private static bool IsTitled(ReadOnlySpan<byte> text, int start, ReadOnlySpan<byte> name) => NameWords.Last.Contains(name) || NameWords.First.Contains(name)
        || text[start..].StartsWith("Mr"u8) || text[start..].StartsWith("Mrs"u8) || text[start..].StartsWith("Ms"u8)
        || text[start..].StartsWith("Herr"u8) || text[start..].StartsWith("Frau "u8) || text[start..].StartsWith("Mme"u8);

    private static bool IsGreeted(ReadOnlySpan<byte> word, ReadOnlySpan<byte> name) =>
        NameWords.Greetings.Contains(word) && (NameWords.First.Contains(name) || NameWords.Last.Contains(name)) && !NameWords.Roles.Contains(name);
}
