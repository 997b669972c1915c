namespace CiAnon.Strategies.Time;

/// <summary>
/// The proleptic Gregorian calendar without .NET's limits, days counted from 1970-01-01, years astronomical (0 is 1 BC).
/// Howard Hinnant, "chrono-compatible low-level date algorithms".
/// </summary>
internal static class CivilDate
{
    /// <summary>4714-11-24 BC, the first day of PostgreSQL's date and timestamp.</summary>
    public const long First = -2440588;

    /// <summary>The first day with a year of four digits: where programs write that something has no beginning.</summary>
    public static readonly long FirstOfFourDigits = ToDays(1, 1, 1);

    /// <summary>The last one: where they write that it has no end.</summary>
    public static readonly long LastOfFourDigits = ToDays(9999, 12, 31);

    /// <summary>5874897-12-31, the last day of date.</summary>
    public static readonly long LastOfDate = ToDays(5874897, 12, 31);

    /// <summary>294276-12-31, the last day of timestamp.</summary>
    public static readonly long LastOfTimestamp = ToDays(294276, 12, 31);

    public static long ToDays(long year, int month, int day)
    {
        year -= month <= 2 ? 1 : 0;
        var era = (year >= 0 ? year : year - 399) / 400;
        var yearOfEra = year - era * 400;
        var dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
    }

    public static (long Year, int Month, int Day) FromDays(long days)
    {
        days += 719468;
        var era = (days >= 0 ? days : days - 146096) / 146097;
        var dayOfEra = days - era * 146097;
        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
        var dayOfYear = (int)(dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100));
        var shifted = (5 * dayOfYear + 2) / 153;
        var month = shifted + (shifted < 10 ? 3 : -9);
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1);
    }

    public static int DaysInMonth(long year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}
