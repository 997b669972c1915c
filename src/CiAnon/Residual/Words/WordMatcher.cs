using CiAnon.Residual.Dates;
using CiAnon.Residual.Forms;
using CiAnon.Residual.Numbers;
using CiAnon.Strategies;

namespace CiAnon.Residual.Words;

/// <summary>
/// Looks every run of words of a text up among the originals. A word costs one look at the filter; only what begins like an original
/// and is as long as one is hashed.
/// </summary>
internal sealed class WordMatcher(Originals originals, ValueMatches matches, OriginalForm without)
{
    private readonly InitialMatcher? _initials = originals.HasInitials && without != OriginalForm.Initial ? new(originals, matches) : null;
    private readonly SpelledOutMatcher? _spelledOut = originals.HasTexts && without != OriginalForm.SpelledOut ? new(originals, matches) : null;
    private readonly DateMatcher? _dates = originals.HasBirthDays ? new(originals, matches, without) : null;
    private readonly FormMatcher _forms = new(originals, matches, without);
    private readonly NumberMatcher? _numbers = originals.HasNumbers ? new(originals, matches) : null;
    private readonly GluedMatcher? _glued = without != OriginalForm.Glued ? new(originals, matches) : null;
    private readonly AddressMatcher? _addresses = originals.HasAddresses ? new(originals, matches, without) : null;
    private readonly WordSplitter _words = new();
    private readonly bool _hasTexts = originals.HasTexts;
    private readonly bool _hasShortTexts = originals.HasShortTexts;
    private int[] _chosen = [];
    private int[] _markers = [];

    /// <summary>Bytes of the longest word of the last text.</summary>
    public int LongestWord { get; private set; }

    /// <param name="leastDigits">Numbers of fewer digits are not looked for.</param>
    /// <param name="isFirst">False: the text was cut before, its first word may be half a word.</param>
    /// <param name="isLast">False: the text is cut behind.</param>
    public void Match(ReadOnlySpan<byte> text, int leastDigits, bool isFirst, bool isLast)
    {
        text = _words.Split(text);
        var first = isFirst ? 0 : 1;
        var count = isLast ? _words.Count : _words.Count - 1;
        if (_markers.Length <= _words.Count) _markers = new int[2 * _words.Count + 1];
        var (longest, letters, markers) = Measure();
        LongestWord = isFirst && isLast ? longest : int.MaxValue;
        if (_chosen.Length < count) _chosen = new int[2 * count];
        if (_hasTexts) MatchTexts(text, first, count);
        if (_forms.MayHoldHashes(longest)) _forms.MatchHashes(_words, first, count);
        if (letters > 0) _initials?.MatchLetters(text, _words, first, count);
        _initials?.MatchJoined(text, _words, first, count);
        if (markers > 0) _spelledOut?.Match(text, _words, first, count, _markers.AsSpan(0, markers));
        if (_numbers is not null || _addresses is not null || _dates is not null) MatchDigits(text, first, count, leastDigits);
        if (longest >= GluedMatcher.FewestBytes) _glued?.Match(_words, first, count);
        if (_addresses is not null && text.Contains((byte)':'))
        {
            for (var word = first; word < count; word++) _addresses.MatchSix(text, _words, word);
        }
    }

    /// <param name="digits">The hexadecimal digits of bytes.</param>
    public void MatchHash(ReadOnlySpan<byte> digits)
    {
        if (_forms.MayHoldHashes(digits.Length)) _forms.MatchHash(digits);
    }

    // How long the longest word is, how many are a single letter, and how many may stand for a sign.
    private (int Longest, int Letters, int Markers) Measure()
    {
        var starts = _words.Starts;
        var (longest, letters, markers) = (0, 0, 0);
        for (var word = 1; word < starts.Length; word++)
        {
            var length = starts[word] - starts[word - 1];
            longest = Math.Max(longest, length);
            letters += length == 1 || (length == 2 && _words.IsBeyondLatin(word - 1)) ? 1 : 0;
            _markers[markers] = word - 1;
            markers += MarkerWords.May(KeyAt(starts[word - 1]), length);
        }
        return (longest, letters, markers);
    }

    private void MatchTexts(ReadOnlySpan<byte> text, int first, int count)
    {
        foreach (var word in ChooseTexts(first, count))
        {
            var key = KeyAt(_words.Starts[word]);
            var slot = originals.Filter.Look(key, out var mixed);
            if (slot != 0) MatchLong(text, word, count, slot, mixed);
            if (_hasShortTexts) MatchShort(text, word, count, key);
        }
    }

    // No branch waits for the filter's memory, so that many of its lines are on their way at a time.
    private ReadOnlySpan<int> ChooseTexts(int first, int count)
    {
        var starts = _words.Starts;
        var chosen = 0;
        for (var word = first; word < count; word++)
        {
            var start = starts[word];
            var key = KeyAt(start);
            var may = originals.Filter.May(key);
            for (var end = word + 1; _hasShortTexts && end <= count; end++)
            {
                var length = starts[end] - start;
                if (length >= PrefixFilter.Prefix) break;
                if (length >= Specificity.FewestBytes) may |= originals.Filter.May(PrefixFilter.Cut(key, length));
            }
            _chosen[chosen] = word;
            chosen += may;
        }
        return _chosen.AsSpan(0, chosen);
    }

    private void MatchDigits(ReadOnlySpan<byte> text, int first, int count, int leastDigits)
    {
        var starts = _words.Starts;
        var folded = _words.Folded;
        var chosen = 0;
        for (var word = first; word < count; word++)
        {
            _chosen[chosen] = word;
            chosen += folded[starts[word]] <= '9' ? 1 : 0;
        }
        if (chosen == 0) return;
        if (leastDigits < DigitNumber.LeastInNumbers) _dates?.Match(text, _words, first, count, _chosen.AsSpan(0, chosen));
        foreach (var word in _chosen.AsSpan(0, chosen))
        {
            _numbers?.Match(text, _words, word, first, count, leastDigits);
            _addresses?.MatchFour(text, _words, word, count);
        }
    }

    private ulong KeyAt(int start) => _words.KeyAt(start);

    private void MatchLong(ReadOnlySpan<byte> text, int word, int count, ulong slot, ulong mixed)
    {
        var starts = _words.Starts;
        var start = starts[word];
        var last = Math.Min(count, word + Extent.WordsFrom(_words.Folded.AsSpan(start)));
        for (var end = word + 1; end <= last; end++)
        {
            var length = starts[end] - start;
            if (length < PrefixFilter.Prefix) continue;
            var isCut = length > Extent.MostBytes;
            if (isCut) length = Extent.MostBytes;
            if (PrefixFilter.MayHaveLength(slot, mixed, length)) MatchText(text, word, end, length);
            if (isCut) return;
        }
    }

    // Texts of fewer than eight bytes are in the filter with zeros behind them.
    private void MatchShort(ReadOnlySpan<byte> text, int word, int count, ulong key)
    {
        var starts = _words.Starts;
        var start = starts[word];
        for (var end = word + 1; end <= count; end++)
        {
            var length = starts[end] - start;
            if (length >= PrefixFilter.Prefix) return;
            if (length < Specificity.FewestBytes) continue;
            var slot = originals.Filter.Look(PrefixFilter.Cut(key, length), out var mixed);
            if (slot != 0 && PrefixFilter.MayHaveLength(slot, mixed, length)) MatchText(text, word, end, length);
        }
    }

    private void MatchText(ReadOnlySpan<byte> text, int word, int end, int length)
    {
        var folded = _words.Folded.AsSpan(_words.Starts[word], length);
        var hash = originals.Fingerprints.Of(folded);
        // Annalee is not Anna Lee.
        if (originals.TryFind(hash, out var kind) && (kind != PersonalKind.Name || (end - word > 1 && !IsPossessive(text, end - 1)))) matches.Add(hash, kind);
        _forms.MatchLocalPart(text, _words, word, end - 1);
        if (end - word < 2) return;
        var form = CommaOrder.IsIn(text, _words, word, end) ? OriginalForm.Itself : OriginalForm.LastNameFirst;
        if (form != OriginalForm.Itself)
        {
            if (!WrittenName.IsIn(text, _words, word, end)) return;
            _forms.MatchShortName(folded);
            if (form == without) return;
        }
        hash = originals.Fingerprints.OfReversed(folded);
        if (originals.TryFind(hash, out kind)) matches.Add(hash, kind, form: form);
    }

    // Kenji's is not Kenji S.
    private bool IsPossessive(ReadOnlySpan<byte> text, int word)
    {
        var start = _words.Positions[word];
        return _words.Starts[word + 1] - _words.Starts[word] == 1 && text[start] == 's' && start > 0 && text[start - 1] == '\'';
    }
}
