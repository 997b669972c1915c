using CiAnon.Residual.Numbers;
using CiAnon.Residual.Words;
using CiAnon.Strategies;

namespace CiAnon.Residual.Forms;

/// <summary>Looks for numbers with letters right before them, <c>TEL004915112345678</c>, and for IBANs behind that word.</summary>
internal sealed class GluedMatcher(Originals originals, ValueMatches matches)
{
    /// <summary>Bytes of the shortest word that may be both: IBANDE02, before the rest of the IBAN.</summary>
    public const int FewestBytes = 8;

    // x01701234567 may be a part of any token.
    private const int FewestLetters = 2;
    private const int MostLetters = 12;
    private const int ShortestIban = 15;
    private const int LongestIban = 34;

    private readonly NumberMatcher _numbers = new(originals, matches);

    public void Match(WordSplitter words, int first, int count)
    {
        var starts = words.Starts;
        var folded = words.Folded;
        for (var word = first; word < count; word++)
        {
            var (start, end) = (starts[word], starts[word + 1]);
            if (end - start < FewestBytes || folded[start] <= '9' || folded[end - 1] > '9') continue;
            if (folded.AsSpan(start).StartsWith("iban"u8)) MatchIban(words, word, count);
            else if (originals.HasNumbers) MatchNumber(folded.AsSpan(start, end - start));
        }
    }

    private void MatchNumber(ReadOnlySpan<byte> word)
    {
        var letters = word.LastIndexOfAnyExceptInRange((byte)'0', (byte)'9') + 1;
        var digits = word[letters..];
        if (digits.Length < DigitNumber.LeastInNumbers || letters is < FewestLetters or > MostLetters || word[..letters].ContainsAnyInRange((byte)'0', (byte)'9') || !DigitRun.TryRead(digits, out var value)) return;
        _numbers.Match(DigitNumber.Of(value), DigitNumber.LeastInNumbers, DigitRun.IsInternational(default, digits), isWritten: false, OriginalForm.Glued);
    }

    private void MatchIban(WordSplitter words, int word, int count)
    {
        var starts = words.Starts;
        var start = starts[word] + "iban".Length;
        var slot = originals.Filter.Look(words.KeyAt(start), out var mixed);
        for (var end = word + 1; slot != 0 && end <= count && starts[end] - start <= LongestIban; end++)
        {
            var length = starts[end] - start;
            if (length < ShortestIban || !PrefixFilter.MayHaveLength(slot, mixed, length)) continue;
            var hash = originals.Fingerprints.Of(words.Folded.AsSpan(start, length));
            if (originals.TryFind(hash, out var kind) && kind == PersonalKind.Account) matches.Add(hash, kind, form: OriginalForm.Glued);
        }
    }
}
