namespace CiAnon.Tests.Strategies.Numbers;

public class DateStrategyTests
{
    [Theory]
    [InlineData("1984-05-17", "year", "1984-01-01")]
    [InlineData("1984-05-17", "month", "1984-05-01")]
    [InlineData("0044-03-15 BC", "year", "0044-01-01 BC")]
    [InlineData("12024-12-31", "month", "12024-12-01")]
    [InlineData("4714-12-01 BC", "year", "4714-11-24 BC")]
    public void Dates_become_the_first_of_their_year_or_month(string value, string unit, string expected) =>
        Assert.Equal(expected, StrategyRun.Mask("date", StrategyRun.Date, "truncate=" + unit).Of(value));

    [Theory]
    [InlineData("1984-05-17 13:45:10.25+02", "year", "1984-01-01 00:00:00+02")]
    [InlineData("1984-05-17 13:45:10", "month", "1984-05-01 00:00:00")]
    [InlineData("0044-03-15 12:00:00 BC", "month", "0044-03-01 00:00:00 BC")]
    public void Timestamps_become_its_midnight(string value, string unit, string expected) =>
        Assert.Equal(expected, StrategyRun.Mask("date", StrategyRun.Timestamp, "truncate=" + unit).Of(value));

    [Fact]
    public void Drawn_dates_fill_the_interval_bounds_included_and_never_stay()
    {
        var mask = StrategyRun.Mask("date", StrategyRun.Date, "from=1969-12-28;to=1970-01-04");
        var results = Enumerable.Range(1, 2000).Select(year => mask.Of($"{year:0000}-06-01")).Distinct().Order();
        Assert.Equal(
            ["1969-12-28", "1969-12-29", "1969-12-30", "1969-12-31", "1970-01-01", "1970-01-02", "1970-01-03", "1970-01-04"],
            results);
        for (byte key = 1; key < 50; key++)
            Assert.NotEqual("1970-01-01", StrategyRun.Mask("date", StrategyRun.Date, "from=1969-12-28;to=1970-01-04", key: key).Of("1970-01-01"));
    }

    [Fact]
    public void Drawn_timestamps_lie_within_the_days()
    {
        var mask = StrategyRun.Mask("date", StrategyRun.Timestamp, "from=1969-12-31;to=1970-01-01");
        Assert.All(Enumerable.Range(1, 2000), year =>
            Assert.Matches(@"^(1969-12-31|1970-01-01) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d\+01$", mask.Of($"{year:0000}-06-01 10:00:00.5+01")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("from=2000-01-01")]
    [InlineData("to=2000-01-01")]
    [InlineData("truncate=year;from=2000-01-01")]
    [InlineData("truncate=year;from=2000-01-01;to=2001-01-01")]
    [InlineData("from=2001-01-01;to=2000-01-01")]
    [InlineData("from=2000-01-01;to=2000-01-01")]
    [InlineData("ages=[\"0\",\"18\"]")]
    [InlineData("on=2026-01-01")]
    [InlineData("ages=[\"18\",\"18\"];on=2026-01-01")]
    [InlineData("ages=[\"18\",\"x\"];on=2026-01-01")]
    [InlineData("ages=[\"-1\",\"18\"];on=2026-01-01")]
    [InlineData("ages=[\"18\",\"121\"];on=2026-01-01")]
    [InlineData("ages=[\"18\"];on=2026-01-01;truncate=year")]
    public void Half_a_choice_and_both_choices_are_refused(string options) =>
        Assert.NotEqual("", StrategyRun.Problem("date", StrategyRun.Date, options));

    // The judge counts birthdays as people do.
    [Theory]
    [InlineData("2026-01-01")]
    [InlineData("2024-02-29")]
    [InlineData("2023-02-28")]
    [InlineData("2025-12-31")]
    public void A_date_of_birth_keeps_its_band_of_ages(string on)
    {
        int[] ages = [0, 18, 30, 65];
        var day = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture);
        var mask = StrategyRun.Mask("date", StrategyRun.Date, $"ages=[\"0\",\"18\",\"30\",\"65\"];on={on}");
        var seen = new HashSet<int>();
        for (var born = day.AddYears(-100); born <= day; born = born.AddDays(born.AddDays(40) < day ? 7 : 1))
        {
            var original = born.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            var result = DateOnly.ParseExact(mask.Of(original), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            Assert.NotEqual(born, result);
            Assert.InRange(Age(result), 0, 90);
            Assert.Equal(Band(born), Band(result));
            seen.Add(Age(result));
        }
        Assert.True(seen.Count > 80, $"{seen.Count}");

        int Age(DateOnly birth) => day.Year - birth.Year - ((day.Month, day.Day).CompareTo((birth.Month, birth.Day)) < 0 ? 1 : 0);
        int Band(DateOnly birth) => ages.Last(age => Age(birth) >= age);
    }

    [Theory]
    [InlineData("2026-01-01", "2007-12-31", "2008-01-01", "2008-01-02")]
    [InlineData("2022-02-28", "2004-02-28", "2004-02-29", "2004-03-01")]
    public void Who_is_not_yet_of_age_is_of_the_younger_band(string on, string old, string born, string young)
    {
        var mask = StrategyRun.Mask("date", StrategyRun.Date, $"ages=[\"18\"];on={on}");
        var limit = string.CompareOrdinal(on[5..], born[5..]) < 0 ? old : born;
        foreach (var value in new[] { old, born, young, "1931-05-06", on, "2040-01-01" })
            Assert.Equal(string.CompareOrdinal(value, limit) <= 0, string.CompareOrdinal(mask.Of(value), limit) <= 0);
    }
}
