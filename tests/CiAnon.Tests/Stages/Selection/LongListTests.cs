using CiAnon.Stages.Selection;

namespace CiAnon.Tests.Stages.Selection;

public class LongListTests(ITestOutputHelper output)
{
    // More than one piece.
    private const int Count = 200_000;

    [Theory]
    [InlineData(0UL, 40_000)]
    [InlineData(1UL << 63, 60_000)]
    [InlineData(1UL << 63, 100_000_000)]
    [InlineData(ulong.MaxValue - 65_000, 65_000)]
    [InlineData(0UL, 0)]
    public void Numbers_come_back_whether_they_lie_close_together_or_not(ulong least, int spread)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var numbers = Enumerable.Range(0, Count).Select(i => random.Next(10) == 0 ? 0 : least + (ulong)random.Next(spread + 1)).ToList();
        // The last piece but one has some of any size.
        for (var i = 70_000; i < 70_100; i++) numbers[i] = (ulong)random.NextInt64(long.MinValue, long.MaxValue);

        var list = new LongList();
        foreach (var number in numbers) list.Add(number);
        Assert.Equal(numbers, Enumerable.Range(0, list.Count).Select(i => list[i]));
        Assert.Equal((numbers.Where(number => number > 0).DefaultIfEmpty(ulong.MaxValue).Min(), numbers.Max()), (list.Least, list.Most));
    }

    [Fact]
    public void What_is_cleared_begins_anew()
    {
        var list = new LongList();
        for (var i = 0; i < 100_000; i++) list.Add(7);
        list.Clear();
        list.Add(9);
        Assert.Equal((1, 9UL, 9UL, 9UL), (list.Count, list[0], list.Least, list.Most));
    }
}
