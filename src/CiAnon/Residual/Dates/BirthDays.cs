using CiAnon.Residual.Numbers;

namespace CiAnon.Residual.Dates;

/// <summary>
/// The days that people of the dump are born on. Any date equals one of them by chance often: how often, say the days around it.
/// Filled by several threads, then frozen.
/// </summary>
internal sealed class BirthDays
{
    /// <summary>When so many of the days around them are somebody's, dates tell a leak from chance hardly or not at all.</summary>
    public const double Crowded = 0.5;

    // Years are where dates are made up or cut to, firsts of a month as well: they crowd.
    private const int Classes = 3;

    // From so many months before to so many behind. A generation ends at one side or the other: where it is densest counts.
    private static readonly (int Before, int Behind)[] Windows = [(60, 60), (24, 24), (12, 0), (0, 12)];

    private readonly DaySet _days = new();
    private readonly int[][] _born = Sums();
    private readonly int[][] _all = Sums();

    public bool Any => !_days.IsEmpty;

    /// <summary>The part of the days around those that are somebody's.</summary>
    public double Filled { get; private set; }

    /// <summary>False when it was there already.</summary>
    public bool Add(int day) => _days.Add(day);

    /// <summary>Adds those of another set.</summary>
    public void Add(BirthDays other) => _days.Add(other._days);

    public bool Contains(int day) => _days.Contains(day);

    /// <summary>Call once, when all were added.</summary>
    public void Freeze()
    {
        for (var day = 0; day < Day.Count; day++)
        {
            var (month, inMonth) = Day.Parts(day);
            var of = ClassOf(month, inMonth);
            _all[of][month + 1]++;
            if (_days.Contains(day)) _born[of][month + 1]++;
        }
        foreach (var sums in _born.Concat(_all))
        {
            for (var month = 0; month < Day.Months; month++) sums[month + 1] += sums[month];
        }
        Filled = _days.Days().Select(Chance).DefaultIfEmpty().Average();
    }

    /// <summary>The probability that a day like this one is somebody's by chance.</summary>
    public double Chance(int day)
    {
        var (month, inMonth) = Day.Parts(day);
        var of = ClassOf(month, inMonth);
        var most = 0.0;
        foreach (var (before, behind) in Windows)
        {
            var (from, to) = (Math.Max(0, month - before), Math.Min(Day.Months, month + behind + 1));
            var all = _all[of][to] - _all[of][from];
            if (all > 0) most = Math.Max(most, (_born[of][to] - _born[of][from]) / (double)all);
        }
        return most;
    }

    /// <summary>Whether so many of these days are somebody's by chance. Each counts once, however often it was read.</summary>
    public bool Explain(DaySet read)
    {
        var (found, tried, expected) = (0L, 0L, 0.0);
        foreach (var day in read.Days())
        {
            var chance = Chance(day);
            if (chance == 0) continue;
            tried++;
            expected += chance;
            if (_days.Contains(day)) found++;
        }
        return ChanceMatches.Explains(found, tried, expected);
    }

    private static int ClassOf(int month, int inMonth) => inMonth > 1 ? 0 : month % 12 > 0 ? 1 : 2;

    private static int[][] Sums() => [.. Enumerable.Range(0, Classes).Select(_ => new int[Day.Months + 1])];
}
