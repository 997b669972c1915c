using System.Buffers;
using CiAnon.Residual.Words;

namespace CiAnon.Residual.Dates;

/// <summary>
/// Reads dates as people and programs write them. Each has a word that begins with a digit, which is where it is looked for:
/// <c>1987-03-14T00:00</c>, <c>14.03.1987</c>, <c>19870314</c>, <c>14th of March 1987</c>, <c>March 14, 1987</c>.
/// </summary>
internal readonly ref struct DateText
{
    private const int MostGap = 3;
    private const int YearDigits = 4;
    private const int CompactDigits = 8;

    // 14pazdziernika1987, 14 de marzo de 1987.
    private const int LongestJoined = 18;
    private const int MostToYear = 4;

    private static readonly SearchValues<byte> Loose = SearchValues.Create(" -./,_'"u8);
    private static readonly SearchValues<byte> Separators = SearchValues.Create("-./_"u8);

    private readonly ReadOnlySpan<byte> _text;
    private readonly ReadOnlySpan<byte> _folded;
    private readonly ReadOnlySpan<int> _starts;
    private readonly ReadOnlySpan<int> _positions;
    private readonly int _first;
    private readonly int _count;

    /// <param name="text">That positions count in.</param>
    /// <param name="first">Words before it aren't whole.</param>
    /// <param name="count">As are those from here.</param>
    public DateText(ReadOnlySpan<byte> text, WordSplitter words, int first, int count)
    {
        _text = text;
        _folded = words.Folded;
        _starts = words.Starts;
        _positions = words.Positions;
        _first = first;
        _count = count;
    }

    /// <param name="at">A word that begins with a digit.</param>
    public DateReading At(int at)
    {
        var word = Word(at);
        if (!MayBe(at, word)) return DateReading.None;
        var digits = word.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 0) digits = word.Length;
        var isNumber = digits == word.Length;
        switch (digits)
        {
            case 1 or 2:
                var number = Number(word[..digits]);
                if (!isNumber) return IsOrdinal(word[digits..]) ? Named(at, number) : Joined(word[digits..], number);
                var reading = DayFirst(at, number);
                return reading.IsNone ? Named(at, number) : reading;
            case YearDigits when isNumber:
                return YearFirst(at, Number(word));
            case CompactDigits when isNumber || IsTime(word[digits..]):
                return new(Day.Of(Number(word[..4]), Number(word[4..6]), Number(word[6..8])));
            default:
                return DateReading.None;
        }
    }

    // Most numbers are no dates: no year stands near.
    private bool MayBe(int at, ReadOnlySpan<byte> word)
    {
        if (word.Length > YearDigits) return word.Length is >= CompactDigits and <= LongestJoined;
        if (word.Length == YearDigits && word[0] is (byte)'1' or (byte)'2') return true;
        var last = Math.Min(_count - 1, at + MostToYear);
        for (var behind = at + 1; behind <= last; behind++)
        {
            if (_starts[behind + 1] - _starts[behind] == YearDigits && _folded[_starts[behind]] is (byte)'1' or (byte)'2') return true;
        }
        return false;
    }

    // 14.03.1987, 3/14/1987
    private DateReading DayFirst(int at, int one)
    {
        if (at + 2 >= _count || Year(at + 2) is not (> 0 and var year) || Short(at + 1) is not (> 0 and var other) || !IsSeparated(at)) return DateReading.None;
        return new(Day.Of(year, other, one), one == other ? -1 : Day.Of(year, one, other));
    }

    // 1987-03-14, 1987/3/14, 1987-03-14T00:00:00, 1987-Mar-14
    private DateReading YearFirst(int at, int year)
    {
        if (at + 2 >= _count || year is < Day.FirstYear or > Day.LastYear) return DateReading.None;
        var last = Word(at + 2);
        if (last.Length > 3 && IsTime(last[2..])) last = last[..2];
        if (Short(at + 1) is > 0 and var month) return IsSeparated(at) ? new(Day.Of(year, month, Short(last))) : DateReading.None;
        var name = IsLoose(at) && IsLoose(at + 1) ? MonthNames.NumberOf(Word(at + 1)) : 0;
        return name > 0 ? new(Day.Of(year, name, DayOf(last)), IsNamed: true) : DateReading.None;
    }

    // 14. März 1987, 14th of March 1987, 14 de marzo de 1987; March 14, 1987
    private DateReading Named(int at, int day)
    {
        if (at + 1 >= _count || !IsLoose(at)) return DateReading.None;
        if (Year(at + 1) is > 0 and var year)
            return at > _first && IsLoose(at - 1) && MonthNames.NumberOf(Word(at - 1)) is > 0 and var before ? new(Day.Of(year, before, day), IsNamed: true) : DateReading.None;
        var name = Over(at + 1);
        if (name + 1 >= _count || !IsLoose(name)) return DateReading.None;
        var last = Over(name + 1);
        return last < _count && Year(last) is > 0 and var behind && MonthNames.NumberOf(Word(name)) is > 0 and var month
            ? new(Day.Of(behind, month, day), IsNamed: true)
            : DateReading.None;
    }

    // 14MAR1987
    private static DateReading Joined(ReadOnlySpan<byte> rest, int day) =>
        rest.Length > YearDigits && YearIn(rest[^YearDigits..]) is > 0 and var year && MonthNames.NumberOf(rest[..^YearDigits]) is > 0 and var month
            ? new(Day.Of(year, month, day), IsNamed: true)
            : DateReading.None;

    // The word behind one that only joins.
    private int Over(int at)
    {
        var word = Word(at);
        return at + 1 < _count && IsLoose(at) && (word.SequenceEqual("of"u8) || word.SequenceEqual("de"u8) || word.SequenceEqual("del"u8)) ? at + 1 : at;
    }

    private ReadOnlySpan<byte> Word(int at) => _folded[_starts[at].._starts[at + 1]];

    private ReadOnlySpan<byte> Gap(int at) => _text[(_positions[at] + _starts[at + 1] - _starts[at]).._positions[at + 1]];

    private bool IsLoose(int at)
    {
        var gap = Gap(at);
        return gap.Length is > 0 and <= MostGap && !gap.ContainsAnyExcept(Loose);
    }

    // The same between both, spaces aside.
    private bool IsSeparated(int at)
    {
        var one = Gap(at);
        var other = Gap(at + 1);
        if (one.Length is 0 or > MostGap || other.Length is 0 or > MostGap) return false;
        one = one.Trim((byte)' ');
        return other.Trim((byte)' ').SequenceEqual(one) && (one.IsEmpty || (one.Length == 1 && Separators.Contains(one[0])));
    }

    // 0 for other words.
    private int Year(int at) => YearIn(Word(at));

    private static int YearIn(ReadOnlySpan<byte> word) =>
        word.Length == YearDigits && word[0] is (byte)'1' or (byte)'2' && !word.ContainsAnyExceptInRange((byte)'0', (byte)'9') ? Number(word) : 0;

    private int Short(int at) => Short(Word(at));

    private static int Short(ReadOnlySpan<byte> word) => word.Length is 1 or 2 && !word.ContainsAnyExceptInRange((byte)'0', (byte)'9') ? Number(word) : 0;

    private static int DayOf(ReadOnlySpan<byte> word)
    {
        var letter = word.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return letter < 0 || IsOrdinal(word[letter..]) ? Short(letter < 0 ? word : word[..letter]) : 0;
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits) number = number * 10 + digit - '0';
        return number;
    }

    private static bool IsTime(ReadOnlySpan<byte> rest) => rest.Length > 1 && rest[0] == 't' && char.IsAsciiDigit((char)rest[1]);

    private static bool IsOrdinal(ReadOnlySpan<byte> rest) => rest.Length switch
    {
        1 => rest[0] is (byte)'e' or (byte)'o' or (byte)'a',
        2 => rest.SequenceEqual("th"u8) || rest.SequenceEqual("st"u8) || rest.SequenceEqual("nd"u8) || rest.SequenceEqual("rd"u8) || rest.SequenceEqual("er"u8),
        _ => false,
    };
}
