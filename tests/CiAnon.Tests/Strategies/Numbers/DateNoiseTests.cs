using System.Globalization;
using CiAnon.Strategies;
using CiAnon.Strategies.Time;

namespace CiAnon.Tests.Strategies.Numbers;

public class DateNoiseTests
{
    private const int Seed = 17;

    [Fact]
    public void Dates_move_by_1_to_n_days_both_ways()
    {
        var random = new Random(Seed);
        var mask = StrategyRun.Mask("noise", StrategyRun.Date, "range=2 weeks");
        var offsets = new HashSet<int>();
        for (var i = 0; i < 5000; i++)
        {
            var original = DateOnly.FromDayNumber(random.Next(1, DateOnly.MaxValue.DayNumber - 20));
            var result = DateOnly.ParseExact(mask.Of(original.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            offsets.Add(result.DayNumber - original.DayNumber);
        }
        Assert.Equal(Enumerable.Range(-14, 29).Where(offset => offset != 0), offsets.Order());
    }

    [Fact]
    public void Timestamps_move_by_seconds_and_keep_fraction_and_zone()
    {
        var random = new Random(Seed);
        var mask = StrategyRun.Mask("noise", StrategyRun.Timestamp, "range=36 hours");
        for (var i = 0; i < 5000; i++)
        {
            var original = new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(random.NextInt64(-5_000_000_000, 5_000_000_000));
            var result = mask.Of(original.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + ".123456+05:30");
            Assert.EndsWith(".123456+05:30", result);
            var moved = Math.Abs((DateTime.ParseExact(result[..19], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) - original).TotalSeconds);
            Assert.True(moved is >= 1 and <= 129_600, $"seed {Seed}, value {i}: {moved}");
        }
    }

    [Fact]
    public void A_day_that_stands_for_no_end_stays_and_no_other_gets_beyond_it()
    {
        Assert.Equal("9999-12-31", StrategyRun.Mask("noise", StrategyRun.Date, "range=30 days").Of("9999-12-31"));
        Assert.Equal("9999-12-31 23:59:59", StrategyRun.Mask("noise", StrategyRun.Timestamp, "range=30 days").Of("9999-12-31 23:59:59"));
        for (byte key = 1; key < 20; key++)
        {
            Assert.StartsWith("9999-", StrategyRun.Mask("noise", StrategyRun.Date, "range=30 days", key: key).Of("9999-12-30"), StringComparison.Ordinal);
            Assert.StartsWith("9999-", StrategyRun.Mask("noise", StrategyRun.Timestamp, "range=30 days", key: key).Of("9999-12-30 12:00:00"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("0001-01-01", "^(0001-\\d\\d-\\d\\d|0001-\\d\\d-\\d\\d BC)$")]
    [InlineData("0044-03-15 BC", "^0044-\\d\\d-\\d\\d BC$")]
    [InlineData("12024-02-29", "^1202[34]-\\d\\d-\\d\\d$")]
    [InlineData("4714-11-24 BC", "^471[34]-\\d\\d-\\d\\d BC$")]
    [InlineData("5874897-12-31", "^5874897-\\d\\d-\\d\\d$")]
    public void Far_dates_are_moved_too(string value, string pattern)
    {
        for (byte key = 1; key < 20; key++)
        {
            var result = StrategyRun.Mask("noise", StrategyRun.Date, "range=50 days", key: key).Of(value);
            Assert.Matches(pattern, result);
            Assert.NotEqual(value, result);
            Assert.True(TimestampText.TryParse(System.Text.Encoding.ASCII.GetBytes(result), out var parsed) && parsed.InRange(timestamp: false));
        }
    }

    [Theory]
    [InlineData("0044-03-15 12:00:00 BC", "^0044-03-1\\d \\d\\d:\\d\\d:\\d\\d BC$")]
    [InlineData("0044-03-15 12:00:00.5+00:53:28 BC", "^0044-03-1\\d \\d\\d:\\d\\d:\\d\\d\\.5\\+00:53:28 BC$")]
    [InlineData("294276-12-31 23:59:59.999999", "^294276-12-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.999999$")]
    [InlineData("2024-02-29 00:00:00-08", "^2024-(02-2|03-0)\\d \\d\\d:\\d\\d:\\d\\d-08$")]
    public void Far_timestamps_are_moved_too(string value, string pattern)
    {
        for (byte key = 1; key < 20; key++)
        {
            var result = StrategyRun.Mask("noise", StrategyRun.Timestamp, "range=2 days", key: key).Of(value);
            Assert.Matches(pattern, result);
            Assert.NotEqual(value, result);
        }
    }

    [Theory]
    [InlineData("infinity")]
    [InlineData("-infinity")]
    public void Infinity_stays(string value)
    {
        Assert.Equal(value, StrategyRun.Mask("noise", StrategyRun.Date, "range=9 days").Of(value));
        Assert.Equal(value, StrategyRun.Mask("noise", StrategyRun.Timestamp, "range=9 days").Of(value));
        Assert.Equal(value, StrategyRun.Mask("date", StrategyRun.Date, "truncate=year").Of(value));
        Assert.Equal(value, StrategyRun.Mask("date", StrategyRun.Timestamp, "from=2000-01-01;to=2001-01-01").Of(value));
    }

    [Theory]
    [InlineData("2024-02-30")]
    [InlineData("2023-02-29")]
    [InlineData("2024-13-01")]
    [InlineData("0000-01-01")]
    [InlineData("24-01-01")]
    [InlineData("2024-01-01 00:00:00")]
    [InlineData("2024-01-01x")]
    [InlineData("2024/01/01")]
    [InlineData("")]
    public void What_is_no_date_is_refused(string value) =>
        Assert.Throws<MaskException>(() => StrategyRun.Mask("noise", StrategyRun.Date, "range=9 days").Of(value));

    [Theory]
    [InlineData("2024-01-01")]
    [InlineData("2024-01-01 24:00:00")]
    [InlineData("2024-01-01 10:60:00")]
    [InlineData("2024-01-01 10:00:00.")]
    [InlineData("2024-01-01 10:00:00.1234567")]
    [InlineData("2024-01-01 10:00:00 PST")]
    [InlineData("2024-01-01T10:00:00")]
    public void What_is_no_timestamp_is_refused(string value) =>
        Assert.Throws<MaskException>(() => StrategyRun.Mask("noise", StrategyRun.Timestamp, "range=9 days").Of(value));

    [Fact]
    public void The_calendar_agrees_with_dotnets()
    {
        for (var day = DateOnly.MinValue; day < DateOnly.MaxValue.AddDays(-400); day = day.AddDays(97))
        {
            var days = CivilDate.ToDays(day.Year, day.Month, day.Day);
            Assert.Equal(day.DayNumber - new DateOnly(1970, 1, 1).DayNumber, days);
            Assert.Equal((day.Year, day.Month, day.Day), CivilDate.FromDays(days));
        }
        Assert.Equal(CivilDate.First, CivilDate.ToDays(-4713, 11, 24));
        for (var days = CivilDate.First; days < 0; days += 91)
        {
            var (year, month, day) = CivilDate.FromDays(days);
            Assert.Equal(days, CivilDate.ToDays(year, month, day));
        }
    }
}
