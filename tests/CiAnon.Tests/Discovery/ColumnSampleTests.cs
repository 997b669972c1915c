using System.Text;
using CiAnon.Discovery;

namespace CiAnon.Tests.Discovery;

public class ColumnSampleTests
{
    [Fact]
    public void The_same_values_give_the_same_sample()
    {
        var (one, two) = (Sample(5000, i => $"value {i}"), Sample(5000, i => $"value {i}"));
        Assert.Equal(one.Values, two.Values);
        Assert.Equal(one.Distinct, two.Distinct);
    }

    [Fact]
    public void Memory_is_bounded_whatever_passes()
    {
        var sample = Sample(2000, i => new string((char)('a' + i % 26), 10_000));
        Assert.Equal(ColumnSample.Capacity, sample.Values.Count);
        Assert.All(sample.Values, value => Assert.Equal(ColumnSample.LongestValue, value.Length));
        Assert.Equal(10_000, sample.MaxLength);
        Assert.Equal(2000, sample.Count);
    }

    [Fact]
    public void Late_values_have_the_same_chance()
    {
        var sample = Sample(20_000, i => i < 10_000 ? "early" : "late");
        Assert.InRange(sample.Share(value => Encoding.UTF8.GetString(value) == "late"), 0.35, 0.65);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(900)]
    [InlineData(20_000)]
    public void Different_values_are_counted_closely(int distinct) =>
        Assert.InRange(Sample(Math.Max(3000, distinct), i => $"v{i % distinct}").Distinct, distinct * 0.97, distinct * 1.03);

    [Fact]
    public void Nothing_is_allocated_once_the_sample_is_full_and_no_value_stays()
    {
        var sample = Sample(200_000, i => $"{i}");
        var value = "x"u8.ToArray();
        var best = long.MaxValue;
        for (var round = 0; round < 20; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++) sample.Add(value);
            best = Math.Min(best, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        Assert.Equal(0, best);
    }

    private static ColumnSample Sample(int count, Func<int, string> value)
    {
        var sample = new ColumnSample();
        for (var i = 0; i < count; i++) sample.Add(Encoding.UTF8.GetBytes(value(i)));
        return sample;
    }
}
