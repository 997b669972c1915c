namespace CiAnon.Tests.Strategies;

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
    public void Half_a_choice_and_both_choices_are_refused(string options) =>
        Assert.NotEqual("", StrategyRun.Problem("date", StrategyRun.Date, options));
}
