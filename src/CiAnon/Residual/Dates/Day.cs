using CiAnon.Strategies.Time;

namespace CiAnon.Residual.Dates;

/// <summary>Days that somebody may be born on, as numbers from 0.</summary>
internal static class Day
{
    public const int FirstYear = 1880;
    public const int LastYear = 2099;
    public const int Months = (LastYear - FirstYear + 1) * 12;

    private static readonly int Origin = (int)CivilDate.ToDays(FirstYear, 1, 1);

    public static readonly int Count = (int)CivilDate.ToDays(LastYear + 1, 1, 1) - Origin;

    /// <summary>The day's number, or -1 when there is no such day.</summary>
    public static int Of(int year, int month, int day) =>
        year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > CivilDate.DaysInMonth(year, month)
            ? -1
            : (int)CivilDate.ToDays(year, month, day) - Origin;

    /// <summary>The number of the day's month, and its day in that month.</summary>
    public static (int Month, int InMonth) Parts(int day)
    {
        var (year, month, inMonth) = CivilDate.FromDays(day + Origin);
        return ((int)(year - FirstYear) * 12 + month - 1, inMonth);
    }
}
