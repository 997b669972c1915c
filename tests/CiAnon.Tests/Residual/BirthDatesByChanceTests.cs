using System.Globalization;
using CiAnon.Catalogs;
using CiAnon.Residual;
using CiAnon.Residual.Numbers;
using CiAnon.Strategies;

namespace CiAnon.Tests.Residual;

/// <summary>Dates that are somebody's birthday by chance are told from leaked ones.</summary>
public class BirthDatesByChanceTests
{
    // Fixed: one of ten thousand columns is taken for a leak by design.
    private const int Seed = 20261128;

    private static readonly DateTime From = new(1940, 1, 1);
    private static readonly DateTime To = new(2010, 12, 31);

    [Theory]
    [InlineData(50)]
    [InlineData(500)]
    [InlineData(5_000)]
    [InlineData(100_000)]
    public void Random_dates_against_three_hundred_people_are_no_leak(int rows)
    {
        var random = new Random(Seed);
        using var originals = For(Dates(random, 300));
        var tally = originals.In(Dates(random, rows).Select(Iso));
        Assert.Empty(tally.Hits());
        if (rows >= 500) Assert.NotEmpty(tally.ByChance());
    }

    [Theory]
    [InlineData("yyyy-MM-dd")]
    [InlineData("dd.MM.yyyy")]
    [InlineData("M/d/yyyy")]
    [InlineData("d MMMM yyyy")]
    public void The_very_dates_are_a_leak(string format)
    {
        var random = new Random(Seed);
        var births = Dates(random, 300);
        using var originals = For(births);
        var hit = Assert.Single(originals.In(births.Select(date => date.ToString(format, CultureInfo.InvariantCulture))).Hits());
        Assert.True(hit.Count >= 300);
    }

    [Fact]
    public void A_few_dates_that_stand_alone_are_a_leak_and_a_single_one_is_not()
    {
        var births = Dates(new Random(Seed), 300).Where(date => date.Day > 1).ToArray();
        using var originals = For(births);
        Assert.NotEmpty(originals.In(births.Take(6).Select(Iso)).Hits());
        Assert.Empty(originals.In(births.Take(1).Select(Iso)).Hits());
    }

    [Fact]
    public void Leaked_dates_are_found_among_others_however_often_they_are_repeated()
    {
        var random = new Random(Seed);
        var births = Dates(random, 300);
        using var originals = For(births);
        var log = births.Take(200).SelectMany(date => Enumerable.Repeat($$"""{"at": "{{Iso(Dates(random, 1)[0])}}", "born": "{{Iso(date)}}"}""", 10)).ToList();
        Assert.Contains(originals.In(log, TypeKind.Json, "jsonb").Hits(), hit => hit.Path == "date in $.born");
    }

    [Fact]
    public void Dates_of_other_years_say_nothing_of_a_leak()
    {
        var births = Dates(new Random(Seed), 300);
        using var originals = For(births);
        var orders = Enumerable.Range(0, 1000).Select(day => Iso(new DateTime(2021, 1, 1).AddDays(day)));
        Assert.True(originals.In(orders).IsEmpty);
        Assert.NotEmpty(originals.In(orders.Concat(births.Take(30).Select(Iso))).Hits());
    }

    [Fact]
    public void Years_that_are_dates_by_their_first_day_are_no_leak()
    {
        using var originals = For([.. Enumerable.Range(1950, 40).Select(year => new DateTime(year, 1, 1)), .. Dates(new Random(Seed), 300)]);
        Assert.Empty(originals.In(Enumerable.Range(1940, 60).Select(year => $"{year}-01-01")).Hits());
    }

    // Children of a school that closes its rolls this year: beyond today nobody is born.
    [Fact]
    public void Recent_dates_are_no_leak_of_recent_births()
    {
        var random = new Random(Seed);
        using var originals = For([.. Enumerable.Range(0, 1500).Select(_ => new DateTime(2020, 1, 1).AddDays(random.Next(2190)))]);
        Assert.Empty(originals.In(Enumerable.Range(0, 720).Select(day => Iso(new DateTime(2025, 12, 29).AddDays(-day)))).Hits());
    }

    [Fact]
    public void Where_nearly_every_day_is_somebodys_dates_say_nothing_and_that_is_known()
    {
        var random = new Random(Seed);
        var births = Dates(random, 100_000);
        using var originals = For(births);
        Assert.InRange(originals.BirthDays.Filled, 0.95, 1);
        Assert.Empty(originals.In(births.Take(2000).Select(Iso)).Hits());

        using var few = For(Dates(random, 300));
        Assert.InRange(few.BirthDays.Filled, 0.005, 0.05);
    }

    [Fact]
    public void Scanners_of_one_table_count_a_date_once()
    {
        var births = Dates(new Random(Seed), 300);
        using var originals = For(births);
        var (one, other) = (originals.In(births.Take(100).Select(Iso)), originals.In(births.Take(100).Select(Iso)));
        one.Add(other);
        Assert.Equal(200, Assert.Single(one.Hits()).Count);
    }

    [Theory]
    [InlineData(0, 100, 0.5, true)]
    [InlineData(3, 3, 0.04, false)]
    [InlineData(1, 1, 0.01, true)]
    [InlineData(60, 100, 50, true)]
    [InlineData(1200, 2000, 1000, true)]
    [InlineData(100, 100, 98, true)]
    [InlineData(30, 30, 15, false)]
    public void A_leak_is_much_more_than_chance(long found, long tried, double expected, bool isExplained) =>
        Assert.Equal(isExplained, ChanceMatches.Explains(found, tried, expected));

    private static Originals For(DateTime[] births) => Searched.For([.. births.Select(date => (PersonalKind.BirthDate, Iso(date)))]);

    private static DateTime[] Dates(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => From.AddDays(random.Next((To - From).Days)))];

    private static string Iso(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
