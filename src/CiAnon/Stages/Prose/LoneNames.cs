using System.Buffers;
using CiAnon.Recognition;
using CiAnon.Recognition.Names;
using CiAnon.Residual.Forms;
using CiAnon.Strategies;

namespace CiAnon.Stages.Prose;

/// <summary>
/// A first or last name alone says too little to be looked for, but for in a text that has the whole name as well: there it means the same person, whatever its accents, umlauts and
/// genitives. It is found with a capital letter, where it is no everyday word; in small letters only a first name that is nothing else.
/// </summary>
/// <param name="words">Those of the text.</param>
internal sealed class LoneNames(ProseWords words)
{
    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\n,.;|/_"u8);

    private readonly byte[] _other = new byte[Folding.Longest];

    /// <summary>Adds them to the spans of a text.</summary>
    public void Find(ReadOnlySpan<byte> text, ProseSpans spans)
    {
        var found = spans.All.Length;
        for (var i = 0; i < found; i++)
        {
            if (spans.All[i] is not { IsKnown: true, Kind: PersonalKind.Name } span) continue;
            var name = text[span.Start..span.End];
            var front = End(name);
            var back = name.LastIndexOfAny(Blanks) + 1;
            if (front >= name.Length || back == 0) continue;
            var isReversed = name.Contains((byte)',');
            Find(text, span with { End = span.Start + front, Part = isReversed ? NamePart.Last : NamePart.First }, spans);
            Find(text, span with { Start = span.Start + back, Part = isReversed ? NamePart.First : NamePart.Last }, spans);
        }
        if (spans.All.Length > found) spans.Settle();
    }

    // As it is, and with its umlauts spelled out or not.
    private void Find(ReadOnlySpan<byte> text, ProseSpan part, ProseSpans spans)
    {
        var name = text[part.Start..part.End];
        if (name.Length is < NamesAlone.Fewest or > NamesAlone.Longest || !NameText.IsLetter(name[0]) || EverydayNames.Contains(name)) return;
        var word = WordAt(part.Start);
        var behind = word;
        while (behind < words.Count && words.StartOf(behind) < part.End) behind++;
        if (behind > word) Find(text, part, words.Of(word, behind), spans);
        Span<byte> room = stackalloc byte[2 * NamesAlone.Longest];
        var other = UmlautSpelling.Other(name, room);
        if (!other.IsEmpty) Find(text, part, _other.AsSpan(0, Folding.Fold(other, _other)), spans);
    }

    private void Find(ReadOnlySpan<byte> text, ProseSpan part, ReadOnlySpan<byte> folded, ProseSpans spans)
    {
        if (folded.Length < NamesAlone.Fewest) return;
        var starts = words.Folded.Starts;
        for (var word = 0; word < words.Count; word++)
        {
            if (words.Folded.Folded[starts[word]] != folded[0] || !LoneWord.TryAt(text, words, word, out var lone)) continue;
            var here = words.Of(word, lone.Behind);
            var isGenitive = here.Length == folded.Length + 1 && folded.Length >= NamesAlone.FewestUnlikely && lone.MayBeGenitive(text) && here.StartsWith(folded) && !IsAnother(here);
            if (!isGenitive && !here.SequenceEqual(folded)) continue;
            if (!lone.IsCapitalized(text) && !NamesAlone.IsNameInSmallLetters(text, lone, folded)) continue;
            spans.Add(part with { Start = lone.Start, End = lone.End - (isGenitive ? 1 : 0) });
        }
    }

    // Roberts is a name of its own.
    private static bool IsAnother(ReadOnlySpan<byte> folded) => NameWords.First.Contains(folded) || NameWords.Last.Contains(folded) || SmallWords.Contains(folded);

    // The word that stands there, or behind it.
    private int WordAt(int place)
    {
        var (low, high) = (0, words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (words.StartOf(middle) < place) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static int End(ReadOnlySpan<byte> name) => name.IndexOfAny(Blanks) is >= 0 and var end ? end : name.Length;
}
