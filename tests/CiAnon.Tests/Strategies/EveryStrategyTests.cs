using System.Text;
using CiAnon.Catalogs;
using CiAnon.Strategies;

namespace CiAnon.Tests.Strategies;

/// <summary>What holds for all strategies, checked against the guarantees of their definitions.</summary>
public class EveryStrategyTests
{
    private const int Seed = 20261120;

    /// <summary>A strategy with options and a type that it can be applied to.</summary>
    public static TheoryData<string, string, string> Uses => new()
    {
        { "empty", "", "text" },
        { "constant", "value=7", "text" },
        { "redact", "", "text" },
        { "hash", "", "text" },
        { "hash", "length=64", "text" },
        { "hash", "", "uuid" },
        { "email", "", "text" },
        { "email", "fold_case=true", "text" },
        { "phone", "", "text" },
        { "phone", "format=keep", "phone" },
        { "phone", "format=keep", "bigint" },
        { "first_name", "", "text" },
        { "last_name", "", "text" },
        { "name", "", "text" },
        { "address", "", "text" },
        { "city", "", "text" },
        { "company", "", "text" },
        { "text", "", "text" },
        { "noise", "range=90 days", "date" },
        { "noise", "range=36 hours", "timestamp" },
        { "noise", "range=10%", "integer" },
        { "noise", "range=500", "bigint" },
        { "noise", "range=10%", "numeric" },
        { "noise", "range=10%", "double" },
        { "date", "truncate=month", "date" },
        { "date", "truncate=year", "timestamp" },
        { "date", "from=1950-01-01;to=2000-12-31", "date" },
        { "date", "from=1950-01-01;to=2000-12-31", "timestamp" },
        { "digits", "", "phone" },
        { "digits", "", "integer" },
    };

    [Fact]
    public void Every_strategy_has_a_use_here() =>
        Assert.Equal(StrategyRegistry.All.Select(one => one.Name).Except(["keep", "null"]).Order(), Uses.Select(row => row.Data.Item1).Distinct().Order());

    [Theory]
    [MemberData(nameof(Uses))]
    public void Values_never_stay_and_pseudonyms_are_the_same_every_time(string strategy, string options, string type)
    {
        var guarantees = StrategyRegistry.Find(strategy)!.Guarantees;
        var (mask, again) = (StrategyRun.Mask(strategy, TypeOf(type), options), StrategyRun.Mask(strategy, TypeOf(type), options));
        var random = new Random(Seed);
        for (var i = 0; i < 5000; i++)
        {
            var value = Encoding.UTF8.GetBytes(AnyValue(random, type));
            var result = mask.Of(value);
            var where = $"seed {Seed}, value {i}";
            Assert.True(!guarantees.AlwaysChanges || !result.AsSpan().SequenceEqual(value), where);
            Assert.True(result.AsSpan().SequenceEqual(again.Of(value)), where);
            Assert.True(!guarantees.PreservesLength || result.Length == value.Length, where);
        }
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public void Another_key_gives_other_pseudonyms(string strategy, string options, string type)
    {
        if (StrategyRegistry.Find(strategy)!.Options.All(option => option.Name != "seed") || options.StartsWith("truncate", StringComparison.Ordinal))
            return;
        var (mask, other) = (StrategyRun.Mask(strategy, TypeOf(type), options), StrategyRun.Mask(strategy, TypeOf(type), options, key: 2));
        var random = new Random(Seed);
        var values = Enumerable.Range(0, 200).Select(_ => AnyValue(random, type)).ToList();
        var equal = values.Count(value => mask.Of(value) == other.Of(value));
        Assert.True(equal < values.Count / 2, $"seed {Seed}: {equal} of {values.Count} are equal under both keys");
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public void No_value_allocates(string strategy, string options, string type)
    {
        var mask = StrategyRun.Mask(strategy, TypeOf(type), options);
        var random = new Random(Seed);
        var values = Enumerable.Range(0, 100).Select(_ => Encoding.UTF8.GetBytes(AnyValue(random, type))).ToArray();
        var output = new MaskOutput();
        Apply(3);
        // The runtime itself allocates now and then, when it compiles a method anew; a mask that allocates does so in every round.
        Assert.Equal(0, Enumerable.Range(0, 20).Min(_ => Allocated()));

        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Apply(10);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        void Apply(int rounds)
        {
            for (var round = 0; round < rounds; round++)
            {
                foreach (var value in values)
                {
                    output.Clear();
                    mask.Apply(value, output);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public void Threads_share_a_mask(string strategy, string options, string type)
    {
        var mask = StrategyRun.Mask(strategy, TypeOf(type), options);
        var random = new Random(Seed);
        var values = Enumerable.Range(0, 500).Select(_ => AnyValue(random, type)).ToArray();
        var expected = values.Select(mask.Of).ToArray();
        Parallel.For(0, 4, _ => Assert.Equal(expected, values.Select(mask.Of)));
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public void Bytes_that_are_no_text_are_masked_or_refused_but_never_crash(string strategy, string options, string type)
    {
        var mask = StrategyRun.Mask(strategy, TypeOf(type), options);
        var random = new Random(Seed);
        for (var i = 0; i < 2000; i++)
        {
            var value = new byte[random.Next(1, 40)];
            random.NextBytes(value);
            try
            {
                mask.Of(value);
            }
            catch (MaskException problem)
            {
                Assert.True(value.Length < 8 || !problem.Message.Contains(Encoding.Latin1.GetString(value), StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public void Results_are_appended_to_what_is_written_already(string strategy, string options, string type)
    {
        var mask = StrategyRun.Mask(strategy, TypeOf(type), options);
        var value = Encoding.UTF8.GetBytes(AnyValue(new Random(Seed), type));
        var output = new MaskOutput();
        output.Append("before:"u8);
        mask.Apply(value, output);
        Assert.Equal([.. "before:"u8, .. mask.Of(value)], output.Written.ToArray());
    }

    [Theory]
    [InlineData("hash", "", "text")]
    [InlineData("hash", "", "uuid")]
    [InlineData("email", "", "text")]
    [InlineData("phone", "format=keep", "phone")]
    [InlineData("phone", "format=keep", "bigint")]
    [InlineData("digits", "", "phone")]
    [InlineData("digits", "", "bigint")]
    public void Distinct_values_stay_distinct(string strategy, string options, string type)
    {
        const int Count = 200_000;
        var mask = StrategyRun.Mask(strategy, TypeOf(type), options, distinct: Count);
        var random = new Random(Seed);
        var originals = new HashSet<string>();
        while (originals.Count < Count)
            originals.Add(AnyValue(random, type));
        Assert.Equal(Count, originals.Select(mask.Of).Distinct().Count());
    }

    private static ColumnType TypeOf(string type) => type switch
    {
        "integer" => StrategyRun.Integer,
        "bigint" => StrategyRun.Bigint,
        "numeric" => StrategyRun.Numeric,
        "double" => StrategyRun.Double,
        "date" => StrategyRun.Date,
        "timestamp" => StrategyRun.Timestamp,
        "uuid" => StrategyRun.Uuid,
        _ => StrategyRun.Text,
    };

    private static string AnyValue(Random random, string type) => type switch
    {
        "integer" => random.Next(int.MinValue, int.MaxValue).ToString(),
        "bigint" => (random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(60)).ToString(),
        "numeric" => (random.Next(-1_000_000, 1_000_000) / 100m).ToString("0.00"),
        "double" => (random.NextDouble() * Math.Pow(10, random.Next(-30, 30))).ToString("R"),
        "date" => AnyDay(random).ToString("yyyy-MM-dd"),
        "timestamp" => AnyDay(random).AddSeconds(random.Next(86400)).ToString("yyyy-MM-dd HH:mm:ss") + ".25+02",
        "uuid" => AnyUuid(random).ToString(),
        "phone" => random.Next(4) switch
        {
            0 => $"+{random.NextInt64(10_000, 999_999_999_999)}",
            1 => $"0{random.Next(10, 99_999_999)}",
            2 => $"0049 {random.Next(0, 999)}/{random.Next(10_000, 99_999)}",
            _ => $"({random.Next(200, 999)}) {random.Next(100, 999)}-{random.Next(1000, 9999)}",
        },
        _ => StrategyRun.AnyText(random, 60),
    };

    private static DateTime AnyDay(Random random) => new DateTime(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(random.Next(45_000));

    private static Guid AnyUuid(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
