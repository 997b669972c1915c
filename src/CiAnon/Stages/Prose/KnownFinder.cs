using CiAnon.Residual;
using CiAnon.Residual.Dates;
using CiAnon.Residual.Forms;
using CiAnon.Residual.Numbers;
using CiAnon.Residual.Words;
using CiAnon.Strategies;
using CiAnon.Strategies.Text;

namespace CiAnon.Stages.Prose;

/// <summary>
/// Finds the run's originals in a text, and where they stand: as <see cref="WordMatcher"/> does, which only says that they are there. Of
/// several that begin at a word, the longest counts. One per thread.
/// </summary>
/// <param name="words">Those of the text that was searched last.</param>
internal sealed class KnownFinder(Originals originals, Pseudonyms pseudonyms, ProseWords words)
{
    private readonly WordSplitter _words = words.Folded;
    private int[] _may = [];

    public void Find(ReadOnlySpan<byte> value, ProseSpans spans)
    {
        var text = words.Split(value);
        var count = _words.Count;
        if (originals.HasTexts) ChooseTexts(count);
        for (var word = 0; word < count; word++)
        {
            var next = originals.HasTexts && _may[word] != 0 ? Text(text, word, count, spans) : word;
            if (next == word && _words.Folded[_words.Starts[word]] <= '9') next = Digits(text, word, count, spans);
            if (next == word && originals.HasAddresses) next = Six(text, word, spans);
            if (next > word) word = next - 1;
        }
    }

    // The word behind the longest text; the word itself when none begins here.
    private int Text(ReadOnlySpan<byte> text, int word, int count, ProseSpans spans)
    {
        var start = _words.Starts[word];
        var key = _words.KeyAt(start);
        var slot = originals.Filter.Look(key, out var mixed);
        for (var end = slot == 0 ? word : Math.Min(count, word + Extent.WordsFrom(_words.Folded.AsSpan(start))); end > word; end--)
        {
            var length = _words.Starts[end] - start;
            if (length < PrefixFilter.Prefix) break;
            // Of a longer original its beginning was kept: it ends with the word that the beginning ends in.
            if (length > Extent.MostBytes && _words.Starts[end - 1] - start >= Extent.MostBytes) continue;
            length = Math.Min(length, Extent.MostBytes);
            if (PrefixFilter.MayHaveLength(slot, mixed, length) && IsKnown(text, word, end, length, spans)) return end;
        }
        return originals.HasShortTexts ? Short(text, word, count, key, spans) : word;
    }

    // Nearly every word ends here. No branch waits for the filter's memory, so that many of its lines are on their way at a time.
    private void ChooseTexts(int count)
    {
        if (_may.Length < count) _may = new int[2 * count];
        var starts = _words.Starts;
        for (var word = 0; word < count; word++)
        {
            var start = starts[word];
            var key = _words.KeyAt(start);
            var may = originals.Filter.May(key);
            for (var end = word + 1; originals.HasShortTexts && end <= count; end++)
            {
                var length = starts[end] - start;
                if (length >= PrefixFilter.Prefix) break;
                if (length >= Specificity.FewestBytes) may |= originals.Filter.May(PrefixFilter.Cut(key, length));
            }
            _may[word] = may;
        }
    }

    // Texts of fewer than eight bytes are in the filter with zeros behind them.
    private int Short(ReadOnlySpan<byte> text, int word, int count, ulong key, ProseSpans spans)
    {
        var start = _words.Starts[word];
        var last = word + 1;
        while (last < count && _words.Starts[last + 1] - start < PrefixFilter.Prefix) last++;
        for (var end = last; end > word; end--)
        {
            var length = _words.Starts[end] - start;
            if (length >= PrefixFilter.Prefix) continue;
            if (length < Specificity.FewestBytes) break;
            var slot = originals.Filter.Look(PrefixFilter.Cut(key, length), out var mixed);
            if (slot != 0 && PrefixFilter.MayHaveLength(slot, mixed, length) && IsKnown(text, word, end, length, spans)) return end;
        }
        return word;
    }

    private bool IsKnown(ReadOnlySpan<byte> text, int word, int end, int length, ProseSpans spans)
    {
        var folded = _words.Folded.AsSpan(_words.Starts[word], length);
        var hash = originals.Fingerprints.Of(folded);
        if (originals.TryFind(hash, out var kind) && (kind != PersonalKind.Name || end - word > 1)) return AddWords(text, word, end, kind, hash, spans);
        if (end - word < 2) return false;
        if (originals.HasCompanies && IsCompany(text, word, end, folded, out hash)) return AddWords(text, word, end, PersonalKind.Company, hash, spans);
        if (!CommaOrder.IsIn(text, _words, word, end) && !WrittenName.IsIn(text, _words, word, end)) return false;
        hash = originals.Fingerprints.OfReversed(folded);
        return originals.TryFind(hash, out kind) && AddWords(text, word, end, kind, hash, spans);
    }

    // As a company is written: the good food that was delivered is none.
    private bool IsCompany(ReadOnlySpan<byte> text, int word, int end, ReadOnlySpan<byte> folded, out UInt128 hash)
    {
        hash = originals.Fingerprints.OfCompany(folded);
        if (folded.Length < CompanyNames.Fewest || pseudonyms.Find(hash).IsEmpty) return false;
        for (var one = word; one < end; one++)
        {
            if (IsSmall(text, one) && EndOf(one) - _words.Positions[one] > CompanyNames.LongestParticle) return false;
        }
        return !IsSmall(text, word);
    }

    private bool IsSmall(ReadOnlySpan<byte> text, int word) => _words.Folded[_words.Starts[word]] is >= (byte)'a' and <= (byte)'z' && !_words.IsCapitalized(text, word);

    private int Digits(ReadOnlySpan<byte> text, int word, int count, ProseSpans spans)
    {
        if (originals.HasBirthDays && Date(text, word, count, spans) is var behind && behind > word) return behind;
        if (originals.HasAddresses && Four(text, word, count, spans)) return word + 4;
        return originals.HasNumbers ? Number(text, word, count, spans) : word;
    }

    // The word behind a date that somebody is born on; the word itself when there is none.
    private int Date(ReadOnlySpan<byte> text, int word, int count, ProseSpans spans)
    {
        var reading = new DateText(text, _words, 0, count).At(word);
        var day = BirthDay(reading.Day) ?? BirthDay(reading.Other);
        if (day is null) return word;
        // March 14, 1987 begins a word before its day.
        var first = word > 0 && new DateText(text, _words, word, count).At(word).IsNone ? word - 1 : word;
        var last = word;
        while (new DateText(text, _words, first, last + 1).At(word) != reading) last++;
        // 1987-03-14T10:30: the time stays.
        var (start, end) = (_words.Positions[last], EndOf(last));
        if (_words.Folded.AsSpan(_words.Starts[last], end - start).IndexOf((byte)'t') is var time and (2 or 8) && time + 1 < end - start && char.IsAsciiDigit((char)_words.Folded[_words.Starts[last] + time + 1]))
            end = start + time;
        Add(_words.Positions[first], end, PersonalKind.BirthDate, originals.Fingerprints.OfDay(day.Value), spans);
        return last + 1;
    }

    private int? BirthDay(int day) => day >= 0 && originals.BirthDays.Contains(day) ? day : null;

    private int Number(ReadOnlySpan<byte> text, int word, int count, ProseSpans spans)
    {
        var starts = _words.Starts;
        var positions = _words.Positions;
        var isInternational = DigitRun.IsInternational(text[..positions[word]], _words.Folded.AsSpan(starts[word], starts[word + 1] - starts[word]));
        var (digits, longest) = (0, word);
        ulong value = 0;
        PersonalKind kindOfLongest = default;
        UInt128 hashOfLongest = default;
        for (var end = word; end < Math.Min(count, word + DigitRun.MostWords); end++)
        {
            var length = starts[end + 1] - starts[end];
            digits += length;
            if (digits > DigitNumber.Most || !DigitRun.TryRead(_words.Folded.AsSpan(starts[end], length), out var part)) break;
            value = value * DigitNumber.Powers[length] + part;
            if (digits >= DigitNumber.Least && IsKnown(DigitNumber.Of(value), isInternational, out var kind, out var hash)) (longest, kindOfLongest, hashOfLongest) = (end + 1, kind, hash);
            if (end + 1 < count && !DigitRun.Joins(text[(positions[end] + length)..positions[end + 1]])) break;
        }
        if (longest > word) Add(PhoneStart.Of(text, positions[word], EndOf(longest - 1)), EndOf(longest - 1), kindOfLongest, hashOfLongest, spans);
        return longest;
    }

    private bool IsKnown(DigitNumber number, bool isInternational, out PersonalKind kind, out UInt128 hash)
    {
        if (IsKnown(number, out kind, out hash)) return true;
        var national = number.National(isInternational);
        return national.Length > 0 && IsKnown(national, out kind, out hash);
    }

    private bool IsKnown(DigitNumber number, out PersonalKind kind, out UInt128 hash)
    {
        (kind, hash) = (default, default);
        if (number.Length < DigitNumber.Least || !originals.Numbers.HasLength(number.Length)) return false;
        var slot = originals.Filter.Look(Fingerprints.FilterKey(number), out var mixed);
        if (slot == 0 || !PrefixFilter.MayHaveLength(slot, mixed, number.Length)) return false;
        hash = originals.Fingerprints.Of(number);
        return originals.TryFind(hash, out kind);
    }

    private bool Four(ReadOnlySpan<byte> text, int word, int count, ProseSpans spans)
    {
        var positions = _words.Positions;
        var start = positions[word];
        if (word + 3 >= count || positions[word + 3] - start > 12 || (start > 0 && text[start - 1] == '.')) return false;
        var length = _words.Starts[word + 4] - _words.Starts[word] + 3;
        return length <= text.Length - start && IpText.TryRead(text.Slice(start, length), out var address) && IsKnown(address, out var hash) && AddWords(text, word, word + 4, PersonalKind.Ip, hash, spans);
    }

    private int Six(ReadOnlySpan<byte> text, int word, ProseSpans spans)
    {
        var start = _words.Positions[word];
        var end = EndOf(word);
        if (end - start > 4 || end >= text.Length || text[end] != ':' || (start > 0 && IpText.Characters.Contains(text[start - 1]))) return word;
        var rest = text[start..];
        var length = rest.IndexOfAnyExcept(IpText.Characters);
        if (length < 0) length = rest.Length;
        if (length > 45) return word;
        rest = rest[..length].TrimEnd((byte)'.');
        if (rest.EndsWith(":"u8) && !rest.EndsWith("::"u8)) rest = rest[..^1];
        if (!IpText.TryRead(rest, out var address) || !IsKnown(address, out var hash)) return word;
        var last = word + 1;
        while (last < _words.Count && _words.Positions[last] < start + rest.Length) last++;
        AddWords(text, word, last, PersonalKind.Ip, hash, spans);
        return last;
    }

    private bool IsKnown(UInt128 address, out UInt128 hash)
    {
        hash = default;
        var slot = originals.Filter.Look(Fingerprints.FilterKey(address), out var mixed);
        if (slot == 0 || !PrefixFilter.MayHaveLength(slot, mixed, 0)) return false;
        hash = originals.Fingerprints.Of(address);
        return originals.TryFind(hash, out _);
    }

    private bool AddWords(ReadOnlySpan<byte> text, int word, int end, PersonalKind kind, UInt128 hash, ProseSpans spans)
    {
        var (from, to) = (_words.Positions[word], EndOf(end - 1));
        // Anna Lindqvist <anna@mail.example>: what opens within closes within.
        if (to < text.Length && text[to] == '>' && text[from..to].Contains((byte)'<')) to++;
        return Add(from, to, kind, hash, spans);
    }

    private bool Add(int from, int to, PersonalKind kind, UInt128 hash, ProseSpans spans)
    {
        spans.Add(new ProseSpan(words.Place(from), words.PlaceBehind(to), kind, ProseRules.FormOf(kind), hash));
        return true;
    }

    private int EndOf(int word) => words.PositionBehind(word);
}
