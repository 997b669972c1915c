using System.Buffers;
using CiAnon.Recognition;
using CiAnon.Recognition.Names;
using CiAnon.Residual;
using CiAnon.Strategies;
using CiAnon.Strategies.Text;

namespace CiAnon.Stages.Prose;

/// <summary>
/// First and last names of the run's columns where a text has nothing else of somebody: <c>Hi Katja</c>. Behind a title or greeting each counts. Elsewhere a first name does
/// with a capital letter, where the dictionary has it as well and it is nothing else (<see cref="EverydayNames"/>): a column's values alone don't tell a name from a word.
/// </summary>
internal sealed class NamesAlone(Originals originals, Pseudonyms pseudonyms)
{
    public const int Fewest = 3;

    private static readonly SearchValues<byte> Capitals = SearchValues.Create([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"u8, .. Enumerable.Range(0xC3, 0xD1 - 0xC3).Select(one => (byte)one)]);

    /// <summary>Adds them to the spans of a text, which are settled.</summary>
    public void Find(ReadOnlySpan<byte> text, ProseSpans spans)
    {
        var (found, introduced) = (spans.All.Length, -1);
        for (var position = 0; text[position..].IndexOfAny(Capitals) is >= 0 and var at;)
        {
            var start = position + at;
            var end = NameText.WordEnd(text, start);
            position = Math.Max(end, start + 1);
            if (start > 0 && Bytes.IsWord(text[start - 1])) continue;
            var word = WithoutGenitive(text[start..end]);
            if (IsKnown(word, start == introduced, out var isFirst, out var hash))
                spans.Add(new ProseSpan(start, start + word.Length, isFirst ? PersonalKind.FirstName : PersonalKind.LastName, isFirst ? ProseKind.FirstName : ProseKind.LastName, hash));
            else if (NameWords.Titles.Contains(word) || NameWords.Greetings.Contains(word))
                introduced = NameText.NextCapitalized(text, end, comma: true);
        }
        if (spans.All.Length > found) spans.Settle();
    }

    private bool IsKnown(ReadOnlySpan<byte> word, bool isIntroduced, out bool isFirst, out UInt128 hash)
    {
        (isFirst, hash) = (true, default);
        if (word.Length < Fewest) return false;
        if (isIntroduced ? NameWords.Roles.Contains(word) : !NameWords.First.Contains(word) || EverydayNames.Contains(word)) return false;
        Span<byte> folded = stackalloc byte[Folding.Longest];
        folded = folded[..Folding.Fold(word, folded)];
        if (folded.IsEmpty) return false;
        hash = originals.Fingerprints.OfNameAlone(folded, isFirst: true);
        if (!pseudonyms.Find(hash).IsEmpty) return true;
        if (!isIntroduced) return false;
        isFirst = false;
        hash = originals.Fingerprints.OfNameAlone(folded, isFirst: false);
        return !pseudonyms.Find(hash).IsEmpty;
    }

    // Typewriter's apostrophe, and the typographer's that keyboards of telephones write.
    private static ReadOnlySpan<byte> WithoutGenitive(ReadOnlySpan<byte> word) => word switch
    {
        [.. var name, (byte)'\'', (byte)'s' or (byte)'S'] => name,
        [.. var name, 0xE2, 0x80, 0x99, (byte)'s' or (byte)'S'] => name,
        _ => word,
    };
}
