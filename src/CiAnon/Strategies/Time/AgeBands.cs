namespace CiAnon.Strategies.Time;

/// <summary>The days on which people of each band of ages are born.</summary>
internal static class AgeBands
{
    /// <summary>Years.</summary>
    public const int Oldest = 120;

    // How far the oldest band reaches, in years.
    private const int LastBand = 25;

    /// <param name="ages">In years, rising, where bands begin; who is younger than the first makes a band, too.</param>
    /// <param name="on">The day on which they are counted.</param>
    /// <returns>First and last days of birth, counted from 1970-01-01; the oldest band first.</returns>
    public static (long First, long Last)[] Of(IReadOnlyList<int> ages, DateOnly on)
    {
        var bands = new List<(long First, long Last)> { (LastOf(ages[^1] + LastBand, on) + 1, LastOf(ages[^1], on)) };
        for (var i = ages.Count - 2; i >= 0; i--) bands.Add((bands[^1].Last + 1, LastOf(ages[i], on)));
        if (ages[0] > 0) bands.Add((bands[^1].Last + 1, LastOf(0, on)));
        return [.. bands];
    }

    // Who is born then, or before, is so many years old. The birthday of the 29th of February is the 1st of March in other years.
    private static long LastOf(int age, DateOnly on)
    {
        var year = on.Year - age;
        return CivilDate.ToDays(year, on.Month, Math.Min(on.Day, CivilDate.DaysInMonth(year, on.Month)));
    }
}
