using CiAnon.Residual.Forms;
using CiAnon.Residual.Words;

namespace CiAnon.Residual.Numbers;

/// <summary>Looks numbers up among the originals, over the separators between their digits.</summary>
internal sealed class NumberMatcher(Originals originals, ValueMatches matches)
{
    // BLZ 12030000, Konto-Nr. 202051: words that may stand between the two.
    private const int MostBetween = 3;

    public void Match(ReadOnlySpan<byte> text, WordSplitter words, int word, int first, int count, int leastDigits)
    {
        var starts = words.Starts;
        var positions = words.Positions;
        var before = text[..positions[word]];
        var last = Math.Min(count, word + DigitRun.MostWords);
        var digits = 0;
        ulong value = 0;
        for (var end = word; end < last; end++)
        {
            var length = starts[end + 1] - starts[end];
            digits += length;
            if (digits > DigitNumber.Most || !DigitRun.TryRead(words.Folded.AsSpan(starts[end], length), out var part)) return;
            if (end == word && length == BankAccount.BankCodeDigits) MatchAccount(words, part, word, first, count);
            value = value * DigitNumber.Powers[length] + part;
            if (digits >= leastDigits)
            {
                var international = DigitRun.IsInternational(before, words.Folded.AsSpan(starts[word], starts[word + 1] - starts[word]));
                Match(DigitNumber.Of(value), leastDigits, international, isWritten: international || end > word);
            }
            if (end + 1 < count && !DigitRun.Joins(text[(positions[end] + length)..positions[end + 1]])) return;
        }
    }

    /// <param name="isWritten">With separators or a +.</param>
    public void Match(DigitNumber number, int leastDigits, bool international, bool isWritten, OriginalForm form = OriginalForm.Itself)
    {
        MatchReading(number, leastDigits, isWritten, form);
        var national = number.National(international);
        if (national.Length > 0) MatchReading(national, leastDigits, isWritten, form);
    }

    private void MatchReading(DigitNumber number, int leastDigits, bool isWritten, OriginalForm form)
    {
        if (number.Length < leastDigits || !originals.Numbers.HasLength(number.Length)) return;
        matches.Expect(originals.Numbers.Of(number), isWritten);
        var slot = originals.Filter.Look(Fingerprints.FilterKey(number), out var mixed);
        if (slot == 0 || !PrefixFilter.MayHaveLength(slot, mixed, number.Length)) return;
        var hash = originals.Fingerprints.Of(number);
        if (originals.TryFind(hash, out var kind)) matches.Add(hash, kind, isWritten ? NumberForm.Written : NumberForm.Bare, form);
    }

    // A bank code, with the next number behind it or before it as the account.
    private void MatchAccount(WordSplitter words, ulong bank, int word, int first, int count)
    {
        for (var other = word + 1; other < Math.Min(count, word + 2 + MostBetween); other++)
            if (MatchAccount(words, bank, other)) break;
        for (var other = word - 1; other >= Math.Max(first, word - 1 - MostBetween); other--)
            if (MatchAccount(words, bank, other)) break;
    }

    private bool MatchAccount(WordSplitter words, ulong bank, int other)
    {
        var digits = words.Folded.AsSpan(words.Starts[other], words.Starts[other + 1] - words.Starts[other]);
        if (digits[0] > '9') return false;
        if (digits.Length is >= BankAccount.FewestAccountDigits and <= BankAccount.MostAccountDigits && DigitRun.TryRead(digits, out var account) && account > 0)
            MatchReading(BankAccount.Join(bank, account), DigitNumber.LeastInNumbers, isWritten: true, OriginalForm.Itself);
        return true;
    }
}
