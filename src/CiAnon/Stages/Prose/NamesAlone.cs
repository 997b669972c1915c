using CiAnon.Recognition.Names;
using CiAnon.Residual;
using CiAnon.Residual.Forms;
using CiAnon.Strategies;
using CiAnon.Strategies.Text;

namespace CiAnon.Stages.Prose;

/// <summary>
/// First and last names of the run's columns where a text has nothing else of somebody: <c>Hi Katja</c>. Behind a title or a label each counts, also of several words, behind a greeting a first name, and a last one where
/// both have a capital letter. Elsewhere a first name does, where the dictionary has it as well and it is nothing else (<see cref="EverydayNames"/>, <see cref="SmallWords"/>): a column's values
/// alone don't tell a name from a word.
/// </summary>
/// <param name="words">Those of the text.</param>
internal sealed class NamesAlone(Originals originals, Pseudonyms pseudonyms, ProseWords words)
{
    public const int Fewest = 3;

    public const int Longest = 64;

    /// <summary>Further words of a last name.</summary>
    public const int MostWords = 3;

    /// <summary>Letters of a name that is found in small letters, or before a genitive's s, with nothing before it that tells.</summary>
    public const int FewestUnlikely = 4;

    /// <summary>Adds them to the spans of a text, which are settled.</summary>
    public void Find(ReadOnlySpan<byte> text, ProseSpans spans)
    {
        var (found, next) = (spans.All.Length, 0);
        var starts = words.Folded.Starts;
        for (var word = 0; word < words.Count; word++)
        {
            var (key, length) = (words.Folded.KeyAt(starts[word]), starts[word + 1] - starts[word]);
            if (length < PrefixFilter.Prefix) key = PrefixFilter.Cut(key, length);
            if (pseudonyms.NamesAlone.May(key) == 0 || !LoneWord.TryAt(text, words, word, out var lone)) continue;
            while (next < found && spans.All[next].End <= lone.Start) next++;
            // Who is meant is known already.
            var isOpen = next == found || spans.All[next].Start >= lone.End || !spans.All[next].IsKnown;
            word = (isOpen ? Find(text, lone, spans) : lone.Behind) - 1;
        }
        if (spans.All.Length > found) spans.Settle();
    }

    // The word behind.
    private int Find(ReadOnlySpan<byte> text, LoneWord lone, ProseSpans spans)
    {
        var introduction = Introduction.Before(text, words, lone, out var isSmall);
        if ((introduction == IntroductionKind.Label || introduction == IntroductionKind.Title && !isSmall) && LongerLast(text, lone, spans) is var end && end > lone.Behind) return end;
        var folded = words.Of(lone.Word, lone.Behind);
        if (IsKnown(text, lone, folded, introduction, isSmall, spans) || !lone.MayBeGenitive(text) || folded.Length <= FewestUnlikely) return lone.Behind;
        // Roberts may be somebody's name, and Romans are no Roman's.
        var name = folded[..^1];
        if (NameWords.First.Contains(folded) || NameWords.Last.Contains(folded) || SmallWords.Contains(folded) || SmallWords.Contains(name)) return lone.Behind;
        IsKnown(text, lone with { End = lone.End - 1 }, name, introduction, isSmall, spans);
        return lone.Behind;
    }

    private bool IsKnown(ReadOnlySpan<byte> text, LoneWord lone, ReadOnlySpan<byte> folded, IntroductionKind introduction, bool isSmall, ProseSpans spans)
    {
        if (folded.Length is < Fewest or > Longest) return false;
        var isCapitalized = lone.IsCapitalized(text);
        var isIntroduced = introduction != IntroductionKind.None;
        if (isIntroduced && NameWords.Roles.Contains(folded)) return false;
        var says = isIntroduced && (isCapitalized && !isSmall || IsNothingElse(folded));
        if (!says && !(isCapitalized ? IsInDictionary(folded) && !EverydayNames.Contains(folded) : IsNameInSmallLetters(text, lone, folded))) return false;
        if (Adds(lone, folded, isFirst: true, spans)) return true;
        var mayBeLast = introduction is IntroductionKind.Title or IntroductionKind.Label || introduction == IntroductionKind.Greeting && isCapitalized && !isSmall;
        return mayBeLast && Adds(lone, folded, isFirst: false, spans);
    }

    // von der Heide, Carballo Llopis, as the column has it: the word behind, or the same where none is.
    private int LongerLast(ReadOnlySpan<byte> text, LoneWord lone, ProseSpans spans)
    {
        var behind = lone.Behind;
        Span<int> ends = stackalloc int[MostWords];
        var count = 0;
        for (; count < MostWords && behind < words.Count && text[words.EndOf(behind - 1)..words.StartOf(behind)] is [(byte)' ']; count++)
        {
            if (!LoneWord.TryAt(text, words, behind, out var next)) break;
            behind = ends[count] = next.Behind;
        }
        for (; count > 0; count--)
        {
            var end = ends[count - 1];
            var folded = words.Of(lone.Word, end);
            if (folded.Length > Longest || !NameText.IsCapital(text[words.StartOf(end - 1)])) continue;
            if (Adds(lone with { Behind = end, End = words.EndOf(end - 1) }, folded, isFirst: false, spans)) return end;
        }
        return lone.Behind;
    }

    /// <summary>Whether a word in small letters is somebody's first name and nothing else.</summary>
    public static bool IsNameInSmallLetters(ReadOnlySpan<byte> text, LoneWord lone, ReadOnlySpan<byte> folded) =>
        folded.Length >= FewestUnlikely && IsInDictionary(folded) && IsNothingElse(folded) && lone.StandsFree(text);

    private static bool IsNothingElse(ReadOnlySpan<byte> folded) => !EverydayNames.Contains(folded) && !SmallWords.Contains(folded);

    // Björn as Bjoern.
    private static bool IsInDictionary(ReadOnlySpan<byte> folded)
    {
        if (NameWords.First.Contains(folded)) return true;
        Span<byte> room = stackalloc byte[2 * Longest];
        return folded.Length <= Longest && UmlautSpelling.Other(folded, room) is { IsEmpty: false } other && NameWords.First.Contains(other);
    }

    private bool Adds(LoneWord lone, ReadOnlySpan<byte> folded, bool isFirst, ProseSpans spans)
    {
        var hash = originals.Fingerprints.OfNameAlone(folded, isFirst);
        if (pseudonyms.Find(hash).IsEmpty) return false;
        spans.Add(new ProseSpan(lone.Start, lone.End, isFirst ? PersonalKind.FirstName : PersonalKind.LastName, isFirst ? ProseKind.FirstName : ProseKind.LastName, hash));
        return true;
    }
}
