using System.Buffers.Text;

namespace CiAnon.Strategies.Time;

/// <summary>
/// A date or timestamp as PostgreSQL writes it in ISO style: <c>2024-02-29</c>, <c>2024-02-29 13:45:10.25+05:30</c>,
/// <c>0044-03-15 BC</c>, <c>12024-01-01 00:00:00</c>.
/// </summary>
internal readonly ref struct TimestampText
{
    private TimestampText(long days, int seconds, bool hasTime, ReadOnlySpan<byte> fraction, ReadOnlySpan<byte> zone)
    {
        Days = days;
        Seconds = seconds;
        HasTime = hasTime;
        Fraction = fraction;
        Zone = zone;
    }

    /// <summary>From 1970-01-01, local.</summary>
    public long Days { get; }

    /// <summary>Of the day, local, 0 to 86399.</summary>
    public int Seconds { get; }

    public bool HasTime { get; }

    /// <summary>With its point, or empty.</summary>
    public ReadOnlySpan<byte> Fraction { get; }

    /// <summary>Offset from UTC as written, or empty.</summary>
    public ReadOnlySpan<byte> Zone { get; }

    /// <summary>Open-ended dates have no day; they identify nobody and stay.</summary>
    public static bool IsInfinite(ReadOnlySpan<byte> text) => text.SequenceEqual("infinity"u8) || text.SequenceEqual("-infinity"u8);

    /// <summary>9999-12-31 and 0001-01-01 say that something has no end or no beginning; in another time zone they are a day off.</summary>
    public bool IsOpen => IsNear(CivilDate.FirstOfFourDigits) || IsNear(CivilDate.LastOfFourDigits);

    public static bool TryParse(ReadOnlySpan<byte> text, out TimestampText result)
    {
        result = default;
        var beforeChrist = text.EndsWith(" BC"u8);
        if (beforeChrist)
            text = text[..^3];
        if (!Number(ref text, 4, 7, out var year) || !Skip(ref text, '-')
            || !Number(ref text, 2, 2, out var month) || !Skip(ref text, '-') || !Number(ref text, 2, 2, out var day))
            return false;
        var astronomical = beforeChrist ? 1L - year : year;
        if (year == 0 || month is < 1 or > 12 || day < 1 || day > CivilDate.DaysInMonth(astronomical, month))
            return false;
        var days = CivilDate.ToDays(astronomical, month, day);
        if (text.IsEmpty)
        {
            result = new TimestampText(days, 0, hasTime: false, [], []);
            return true;
        }

        if (!Skip(ref text, ' ') || !Number(ref text, 2, 2, out var hour) || !Skip(ref text, ':') || !Number(ref text, 2, 2, out var minute)
            || !Skip(ref text, ':') || !Number(ref text, 2, 2, out var second) || hour > 23 || minute > 59 || second > 59)
            return false;
        var fraction = text.StartsWith("."u8) ? text[..(1 + CountDigits(text[1..]))] : [];
        var zone = text[fraction.Length..];
        if (fraction.Length is 1 or > 7 || !IsZone(zone))
            return false;
        result = new TimestampText(days, (hour * 60 + minute) * 60 + second, hasTime: true, fraction, zone);
        return true;
    }

    /// <summary>Whether PostgreSQL's timestamp, or else its date, has the day.</summary>
    public bool InRange(bool timestamp) => Days >= CivilDate.First && Days <= (timestamp ? CivilDate.LastOfTimestamp : CivilDate.LastOfDate);

    /// <summary>Appends a date, and a time of day if <paramref name="seconds"/> is given.</summary>
    public static void Append(MaskOutput output, long days, int? seconds, ReadOnlySpan<byte> fraction, ReadOnlySpan<byte> zone)
    {
        var (year, month, day) = CivilDate.FromDays(days);
        Append(output, year > 0 ? year : 1 - year, 4);
        output.Append((byte)'-');
        Append(output, month, 2);
        output.Append((byte)'-');
        Append(output, day, 2);
        if (seconds is { } time)
        {
            output.Append((byte)' ');
            Append(output, time / 3600, 2);
            output.Append((byte)':');
            Append(output, time / 60 % 60, 2);
            output.Append((byte)':');
            Append(output, time % 60, 2);
            output.Append(fraction);
            output.Append(zone);
        }
        if (year <= 0)
            output.Append(" BC"u8);
    }

    private static void Append(MaskOutput output, long number, byte digits)
    {
        _ = Utf8Formatter.TryFormat(number, output.Reserve(20), out var written, new('D', digits));
        output.Advance(written);
    }

    private static bool Number(ref ReadOnlySpan<byte> text, int fewest, int most, out int number)
    {
        number = 0;
        var digits = CountDigits(text);
        if (digits < fewest || digits > most)
            return false;
        foreach (var digit in text[..digits])
            number = number * 10 + digit - '0';
        text = text[digits..];
        return true;
    }

    private static bool Skip(ref ReadOnlySpan<byte> text, char expected)
    {
        if (text.IsEmpty || text[0] != expected)
            return false;
        text = text[1..];
        return true;
    }

    private static int CountDigits(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? text.Length : end;
    }

    private static bool IsZone(ReadOnlySpan<byte> zone) =>
        zone.IsEmpty
        || (zone.Length is >= 3 and <= 9 && zone[0] is (byte)'+' or (byte)'-' && !zone[1..].ContainsAnyExceptInRange((byte)'0', (byte)':'));

    private bool IsNear(long day) => Math.Abs(Days - day) <= (Zone.IsEmpty ? 0 : 1);
}
