using CiAnon.Residual;
using CiAnon.Residual.Dates;
using CiAnon.Residual.Numbers;
using CiAnon.Strategies.Text;

namespace CiAnon.Stages.Prose;

/// <summary>
/// Asks the search that judges the result: what it finds in a text that stays is to be replaced, whatever form it has, and what it finds in
/// pseudonyms equals an original of somebody else by chance. One per thread.
/// </summary>
internal sealed class ProseSearch(Originals originals, Pseudonyms pseudonyms, ProseWords words)
{
    private const int MostRounds = 64;

    private readonly ValueScanner _scanner = new(originals);
    private readonly DaySet _days = new();
    private readonly ProseSpans _rest = new();

    public KnownFinder Known { get; } = new(originals, pseudonyms, words);

    public bool HoldsOriginals(ReadOnlySpan<byte> text) => Leaks(text) is not null;

    /// <summary>Adds what is found between the spans; false when nothing is.</summary>
    public bool AddRest(ReadOnlySpan<byte> text, ProseSpans spans)
    {
        _rest.Clear();
        var position = 0;
        foreach (var span in spans.All)
        {
            AddFound(text, position, span.Start);
            position = span.End;
        }
        AddFound(text, position, text.Length);
        if (_rest.All.IsEmpty) return false;
        foreach (var span in _rest.All) spans.Add(span);
        spans.Settle();
        return true;
    }

    /// <summary>What is still found was put there.</summary>
    public void CountInsertions(ReadOnlySpan<byte> text)
    {
        foreach (var match in _scanner.Scan(text, _days, isFirst: true, isLast: true).Found)
            if (match.Number != NumberForm.Date) originals.Insertions.Add(match.Hash);
    }

    private void AddFound(ReadOnlySpan<byte> text, int from, int end)
    {
        for (var round = 0; from < end && Leaks(text[from..end]) is not null; round++)
        {
            var part = text[from..end];
            var (start, length, match) = round < MostRounds ? Smallest(part) : (0, part.Length, Leaks(part)!.Value);
            // What stays before it must be clean by itself, or all of it goes.
            if (Leaks(part[..start]) is not null) (start, length) = (0, part.Length);
            _rest.Add(new ProseSpan(from + start, from + start + length, match.Kind, ProseRules.FormOf(match.Kind), match.Hash));
            from += start + length;
        }
    }

    // The first part that gives a match: the shortest beginning that does, less all of its beginning that isn't needed.
    private (int Start, int Length, ValueMatch Match) Smallest(ReadOnlySpan<byte> text)
    {
        var (low, high) = (0, text.Length);
        while (low + 1 < high)
        {
            var middle = WordEnd(text, (low + high) / 2);
            if (middle >= high) middle = (low + high) / 2;
            if (Leaks(text[..middle]) is null) low = middle;
            else high = middle;
        }
        high = WordEnd(text, high);
        var end = high;
        (low, high) = (0, end);
        while (low + 1 < high)
        {
            var middle = (low + high) / 2;
            if (Leaks(text[middle..end]) is null) high = middle;
            else low = middle;
        }
        var start = WordStart(text, low);
        var match = Leaks(text[start..end]) ?? Leaks(text)!.Value;
        return (start, end - start, match);
    }

    // Dates are judged all together, as too many of them are somebody's.
    private ValueMatch? Leaks(ReadOnlySpan<byte> text)
    {
        foreach (var match in _scanner.Scan(text, _days, isFirst: true, isLast: true).Found)
            if (match.Number != NumberForm.Date) return match;
        return null;
    }

    private static int WordEnd(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && at > 0 && IsWord(text[at]) && IsWord(text[at - 1])) at++;
        return at;
    }

    private static int WordStart(ReadOnlySpan<byte> text, int at)
    {
        while (at > 0 && at < text.Length && IsWord(text[at]) && IsWord(text[at - 1])) at--;
        return at;
    }

    private static bool IsWord(byte one) => one >= 0x80 || char.IsAsciiLetterOrDigit((char)one);
}
