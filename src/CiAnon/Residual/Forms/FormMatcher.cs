using CiAnon.Residual.Words;

namespace CiAnon.Residual.Forms;

/// <summary>Looks words up among the other forms of originals. What begins an original is asked by <see cref="WordMatcher"/>; the rest is told by its shape.</summary>
/// <param name="without">A form that isn't looked for: shows that the positive control notices.</param>
internal sealed class FormMatcher(Originals originals, ValueMatches matches, OriginalForm without)
{
    /// <summary>Whether words as long as these may be hashes that are looked for.</summary>
    public bool MayHoldHashes(int longestWord) => originals.HasAddressHashes && longestWord >= AddressHash.FewestDigits;

    public void MatchHashes(WordSplitter words, int first, int count)
    {
        var starts = words.Starts;
        for (var word = first; word < count; word++) MatchHash(words.Folded.AsSpan(starts[word], starts[word + 1] - starts[word]));
    }

    /// <param name="word">Folded.</param>
    public void MatchHash(ReadOnlySpan<byte> word)
    {
        Span<byte> first = stackalloc byte[AddressHash.Bytes];
        if (AddressHash.TryRead(word, first) is { } form) Match(originals.Fingerprints.OfAddressHash(first, form), form);
    }

    /// <param name="words">What the text was split into.</param>
    /// <param name="last">The last word.</param>
    public void MatchLocalPart(ReadOnlySpan<byte> text, WordSplitter words, int word, int last)
    {
        var positions = words.Positions;
        var starts = words.Starts;
        if (!originals.HasLocalParts || !LocalPart.IsOne(text, positions, starts, word, last, out var end)) return;
        var folded = words.Folded.AsSpan(starts[word], starts[last + 1] - starts[word]);
        // Of longer texts only the beginning was compared, and no local part is as long.
        if (folded.Length > Extent.MostBytes) return;
        Match(originals.Fingerprints.OfLocalPart(folded, Telling.Anywhere), OriginalForm.LocalPart);
        if (LocalPart.IsAlone(text, positions[word], end)) Match(originals.Fingerprints.OfLocalPart(folded, Telling.Alone), OriginalForm.LocalPart);
    }

    /// <param name="folded">Words that are written as a name.</param>
    public void MatchShortName(ReadOnlySpan<byte> folded)
    {
        if (originals.HasShortNames) Match(originals.Fingerprints.OfShortName(folded), OriginalForm.ShortName);
    }

    private void Match(UInt128 hash, OriginalForm form)
    {
        if (form != without && originals.TryFindForm(hash, out var kind)) matches.Add(hash, kind, form: form);
    }
}
