using System.Text;
using CiAnon.Strategies;

namespace CiAnon.Tests.Strategies;

/// <summary>What holds for all strategies while they run: they share nothing, allocate nothing and never crash.</summary>
public class EveryStrategyTests
{
    [Fact]
    public void Every_strategy_has_a_use_here() =>
        // What answers for many rows at once has no mask that could be applied; plug-ins have tests of their own.
        Assert.Equal(StrategyRegistry.All.Select(one => one.Name).Except(["keep", "null", "shuffle", "sql", "command", "plugin"]).Order(), StrategyUses.All.Select(row => row.Data.Item1).Distinct().Order());

    [Theory]
    [MemberData(nameof(StrategyUses.All), MemberType = typeof(StrategyUses))]
    public void No_value_allocates(string strategy, string options, string type)
    {
        // XmlReader and XmlWriter allocate.
        if (strategy is "xml") return;
        var mask = StrategyRun.Mask(strategy, StrategyUses.TypeOf(type), options);
        var random = new Random(StrategyUses.Seed);
        var values = Enumerable.Range(0, 100).Select(_ => Encoding.UTF8.GetBytes(StrategyUses.AnyValue(random, type))).ToArray();
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
    [MemberData(nameof(StrategyUses.All), MemberType = typeof(StrategyUses))]
    public void Threads_share_a_mask(string strategy, string options, string type)
    {
        var mask = StrategyRun.Mask(strategy, StrategyUses.TypeOf(type), options);
        var random = new Random(StrategyUses.Seed);
        var values = Enumerable.Range(0, 500).Select(_ => StrategyUses.AnyValue(random, type)).ToArray();
        var expected = values.Select(mask.Of).ToArray();
        Parallel.For(0, 4, _ => Assert.Equal(expected, values.Select(mask.Of)));
    }

    [Theory]
    [MemberData(nameof(StrategyUses.All), MemberType = typeof(StrategyUses))]
    public void Bytes_that_are_no_text_are_masked_or_refused_but_never_crash(string strategy, string options, string type)
    {
        var mask = StrategyRun.Mask(strategy, StrategyUses.TypeOf(type), options);
        var random = new Random(StrategyUses.Seed);
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
    [MemberData(nameof(StrategyUses.All), MemberType = typeof(StrategyUses))]
    public void Results_are_appended_to_what_is_written_already(string strategy, string options, string type)
    {
        var mask = StrategyRun.Mask(strategy, StrategyUses.TypeOf(type), options);
        var value = Encoding.UTF8.GetBytes(StrategyUses.AnyValue(new Random(StrategyUses.Seed), type));
        var output = new MaskOutput();
        output.Append("before:"u8);
        mask.Apply(value, output);
        Assert.Equal([.. "before:"u8, .. mask.Of(value)], output.Written.ToArray());
    }
}
