namespace CiAnon.Recognition.Numbers;

/// <summary>
/// Numbers as people of one country write them: (212) 555-2368, 212-555-2368, 030 1234567, 0171/1234567, 06 12 34 56 78.
/// Bare integers, dates and decimals are none; a word for phone makes less regular writings count.
/// </summary>
internal sealed class NationalPhoneRecognizer : NumberRecognizer
{
    private const int Fewest = 9;
    private const int Longest = 12;

    public override bool TakesAnyStart => false;

    public override bool CanStart(int letters, int digits, BehindDigits behind) =>
        letters == 0 && digits <= 11 && PhoneDigits.MayGoOn(behind, isEnough: digits >= Fewest);

    public override NumberMatch Match(ReadOnlySpan<byte> text, int start)
    {
        if (start > 0 && text[start - 1] == '+' || !Bytes.StartsNumber(text, start)) return NumberMatch.None;
        // A group of a longer row of numbers.
        if (start > 1 && text[start - 1] == ' ' && Bytes.IsDigit(text[start - 2])) return NumberMatch.None;
        Span<byte> digits = stackalloc byte[Longest];
        var end = PhoneDigits.Read(text, start, digits, out var count, out var groups);
        if (end == 0 || count is < Fewest or > Longest) return NumberMatch.None;
        digits = digits[..count];

        if (IsDateLike(text, start)) return NumberMatch.None;
        if (digits[0] == '0')
        {
            // A trunk prefix; 00 goes abroad.
            var passes = digits[1] != '0' && count is >= Fewest and <= Longest && !CheckDigits.AllSame(digits[1..]);
            return new NumberMatch(end, passes, NeedsContext: groups == 1 || !IsTrunk(text, start, groups));
        }
        var american = count == 10 && groups == 3 && IsAmericanGrouping(text, start, end);
        return american ? new NumberMatch(end, PhoneDigits.IsAmerican(digits), NeedsContext: false)
            : new NumberMatch(end, count >= 10 && PhoneDigits.IsAmerican(digits), NeedsContext: true);
    }

    protected override int WholeStart(ReadOnlySpan<byte> value) => value[0] == '(' ? 1 : 0;

    // 030 1234567, 0171/1234567, 06 12 34 56 78: an area code of two to five digits, then one group of four or more, or all in pairs or more.
    private static bool IsTrunk(ReadOnlySpan<byte> text, int start, int groups)
    {
        var first = Run(text, start);
        if (first is < 2 or > 6) return false;
        var separator = text[start + first];
        return groups == 2 ? separator is (byte)' ' or (byte)'/' or (byte)'-' or (byte)')' : groups <= 6 && separator is not (byte)',';
    }

    private static bool IsAmericanGrouping(ReadOnlySpan<byte> text, int start, int end)
    {
        if (Run(text, start) != 3 || Run(text, end - 4) != 4 || end - start is < 12 or > 14) return false;
        var separator = text[end - 5];
        return separator is (byte)'-' or (byte)'.' or (byte)' ' && Bytes.IsDigit(text[end - 6]) && Bytes.IsDigit(text[end - 8]) && !Bytes.IsDigit(text[end - 9])
            && (text[start + 3] == separator || text[start + 3] == ')');
    }

    // 20240102
    private static bool IsDay(ReadOnlySpan<byte> digits) =>
        digits[..2] is [(byte)'1', (byte)'9'] or [(byte)'2', (byte)'0'] && CheckDigits.Number(digits[4..6]) is >= 1 and <= 12 && CheckDigits.Number(digits[6..]) is >= 1 and <= 31;

    // 01.02.2024 10:15, 2024-01-02 09, 20240102-7
    private static bool IsDateLike(ReadOnlySpan<byte> text, int start)
    {
        var first = Run(text, start);
        if (first == 8 && IsDay(text.Slice(start, first))) return true;
        if (start + first >= text.Length || first is not (2 or 4)) return false;
        var separator = text[start + first];
        if (separator is not ((byte)'-' or (byte)'.' or (byte)'/')) return false;
        var second = Run(text, start + first + 1);
        var next = start + first + 1 + second;
        return second == 2 && next < text.Length && text[next] == separator && Run(text, next + 1) == (first == 2 ? 4 : 2);
    }

    private static int Run(ReadOnlySpan<byte> text, int start)
    {
        var end = start;
        while (end < text.Length && Bytes.IsDigit(text[end])) end++;
        return end - start;
    }
}
