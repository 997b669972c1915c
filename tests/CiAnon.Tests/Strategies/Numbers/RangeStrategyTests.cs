namespace CiAnon.Tests.Strategies.Numbers;

/// <summary>random, bucket and shift.</summary>
public class RangeStrategyTests
{
    [Fact]
    public void Random_numbers_lie_between_their_bounds_and_are_never_the_original()
    {
        var mask = StrategyRun.Mask("random", StrategyRun.Integer, "between=[\"-2\",\"2\"]");
        var results = Enumerable.Range(-5, 2000).Select(i => (Value: $"{i}", Result: int.Parse(mask.Of($"{i}")))).ToList();
        Assert.All(results, pair => Assert.InRange(pair.Result, -2, 2));
        Assert.All(results, pair => Assert.NotEqual(pair.Value, $"{pair.Result}"));
        Assert.Equal(5, results.Select(pair => pair.Result).Distinct().Count());
    }

    [Theory]
    [InlineData("between=[\"1\",\"2.50\"]", @"^[12]\.\d\d$")]
    [InlineData("between=[\"-0.001\",\"0.001\"]", @"^-?0\.00[01]$")]
    public void Random_decimals_have_the_decimals_of_their_bounds(string options, string expected)
    {
        var mask = StrategyRun.Mask("random", StrategyRun.Numeric, options);
        for (var i = 0; i < 300; i++) Assert.Matches(expected, mask.Of($"{i}.5"));
    }

    [Theory]
    [InlineData("between=[\"1\"]")]
    [InlineData("between=[\"2\",\"1\"]")]
    [InlineData("between=[\"1\",\"many\"]")]
    public void Bounds_that_make_no_range_are_refused(string options) => Assert.NotEmpty(StrategyRun.Problem("random", StrategyRun.Integer, options));

    [Theory]
    [InlineData("integer", "size=10", "37", "30")]
    [InlineData("integer", "size=10", "-1", "-10")]
    [InlineData("numeric", "size=0.5", "2.75", "2.5")]
    [InlineData("numeric", "size=100", "12345.67", "12300")]
    [InlineData("numeric", "size=10", "NaN", "NaN")]
    [InlineData("integer", "bounds=[\"0\",\"18\",\"65\"]", "40", "18")]
    [InlineData("integer", "bounds=[\"0\",\"18\",\"65\"]", "-3", "0")]
    [InlineData("text", "size=10", "37", "30-39")]
    [InlineData("text", "size=0.5", "0.2", "0-0.5")]
    [InlineData("text", "bounds=[\"0\",\"18\",\"65\"]", "17", "0-17")]
    [InlineData("text", "bounds=[\"0\",\"18\",\"65\"]", "70", "65+")]
    [InlineData("text", "bounds=[\"0\",\"18\"];labels=[\"child\",\"adult\"]", "44", "adult")]
    [InlineData("date", "size=week", "2026-11-28", "2026-11-23")]
    [InlineData("date", "size=quarter", "2026-11-28", "2026-10-01")]
    [InlineData("date", "size=decade", "1984-05-17", "1980-01-01")]
    [InlineData("timestamp", "size=month", "2026-11-28 17:20:00.5+01", "2026-11-01 00:00:00+01")]
    public void A_bucket_is_the_range_that_a_value_falls_into(string type, string options, string value, string result) =>
        Assert.Equal(result, StrategyRun.Mask("bucket", Type(type), options).Of(value));

    [Theory]
    [InlineData("integer", "")]
    [InlineData("integer", "size=10;bounds=[\"1\"]")]
    [InlineData("integer", "size=0.5")]
    [InlineData("integer", "size=0")]
    [InlineData("integer", "size=week")]
    [InlineData("numeric", "size=1234567890.123456789")]
    [InlineData("date", "size=10")]
    [InlineData("date", "size=3")]
    [InlineData("integer", "bounds=[\"3\",\"1\"]")]
    [InlineData("integer", "bounds=[\"1\",\"3\"];labels=[\"a\",\"b\"]")]
    [InlineData("text", "bounds=[\"1\",\"3\"];labels=[\"a\"]")]
    public void Ranges_that_make_no_sense_are_refused(string type, string options) => Assert.NotEmpty(StrategyRun.Problem("bucket", Type(type), options));

    [Fact]
    public void Dates_of_one_subject_move_together_and_those_of_others_otherwise()
    {
        var shift = StrategyRun.Mask("shift", StrategyRun.Date, "range=2 years;by=customer");
        var moment = StrategyRun.Mask("shift", StrategyRun.Timestamp, "range=2 years;by=customer");
        var distances = new HashSet<int>();
        for (var customer = 0; customer < 200; customer++)
        {
            var row = RowRun.Of(("customer", $"{customer}", StrategyRun.Mask("digits", StrategyRun.Integer)), ("from", "2020-02-28", shift), ("to", "2020-03-01", shift), ("seen", "2020-03-01 12:30:00.25+02", moment));
            var (from, to) = (DateOnly.Parse(row[1]), DateOnly.Parse(row[2]));
            Assert.Equal(2, to.DayNumber - from.DayNumber);
            Assert.Equal($"{row[2]} 12:30:00.25+02", row[3]);
            var distance = from.DayNumber - new DateOnly(2020, 2, 28).DayNumber;
            Assert.True(distance is not 0 and >= -730 and <= 730);
            distances.Add(distance);
        }
        Assert.True(distances.Count > 150);
    }

    [Fact]
    public void Dates_without_a_subject_move_alike_and_infinity_stays()
    {
        var shift = StrategyRun.Mask("shift", StrategyRun.Date, "range=90 days");
        Assert.Equal(31, DateOnly.Parse(shift.Of("2000-01-01")).DayNumber - DateOnly.Parse(shift.Of("1999-12-01")).DayNumber);
        Assert.Equal("infinity", shift.Of("infinity"));
        Assert.NotEmpty(StrategyRun.Problem("shift", StrategyRun.Date, "range=2 hours"));
        Assert.NotEmpty(StrategyRun.Problem("shift", StrategyRun.Date, "range=500"));
    }

    [Theory]
    [InlineData("9999-12-31", "date")]
    [InlineData("0001-01-01", "date")]
    [InlineData("9999-12-31 23:59:59.999", "timestamp")]
    [InlineData("9999-12-30 23:00:00+00", "timestamp")]
    [InlineData("10000-01-01 00:59:59+02", "timestamp")]
    public void A_day_that_is_no_day_stays_as_it_would_tell_how_far_all_dates_of_its_subject_moved(string value, string type)
    {
        Assert.Equal(value, StrategyRun.Mask("shift", Type(type), "range=90 days").Of(value));
        Assert.Equal(value, RowRun.Of(("customer", "7", StrategyRun.Mask("digits", StrategyRun.Integer)), ("until", value, StrategyRun.Mask("shift", Type(type), "range=2 years;by=customer")))[1]);
    }

    private static CiAnon.Catalogs.ColumnType Type(string type) => type switch
    {
        "integer" => StrategyRun.Integer,
        "numeric" => StrategyRun.Numeric,
        "date" => StrategyRun.Date,
        "timestamp" => StrategyRun.Timestamp,
        _ => StrategyRun.Text,
    };
}
