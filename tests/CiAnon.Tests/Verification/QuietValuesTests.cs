using System.Text;
using CiAnon.Verification.Search;

namespace CiAnon.Tests.Verification;

/// <summary>Values in which nothing was found are known again, byte for byte; no others are.</summary>
public class QuietValuesTests
{
    [Fact]
    public void A_value_is_known_again_with_what_chance_gave()
    {
        var values = Begun();
        Assert.False(values.TryFind("delivered"u8, out _, out _));
        values.Add("delivered"u8, 0.25, 0.5);
        Assert.True(values.TryFind("delivered"u8, out var bare, out var written));
        Assert.Equal((0.25, 0.5), (bare, written));
    }

    [Fact]
    public void Only_the_same_bytes_are_known()
    {
        // Far more values than there are slots: most share one.
        var (values, random, seen) = (Begun(), new Random(11), new HashSet<string>());
        for (var i = 0; i < 20_000; i++)
        {
            var text = random.Next(2) == 0 ? $"{random.Next(40)}" : $"a long beginning {random.Next(3000)} and a long end";
            var bytes = Encoding.ASCII.GetBytes(text);
            if (values.TryFind(bytes, out _, out _)) Assert.Contains(text, seen);
            else values.Add(bytes, 0, 0);
            seen.Add(text);
        }
    }

    [Fact]
    public void A_long_value_is_looked_at_each_time()
    {
        var values = Begun();
        var text = Encoding.ASCII.GetBytes(new string('x', 128));
        values.Add(text, 0, 0);
        Assert.False(values.TryFind(text, out _, out _));
        values.Add(text.AsSpan(1), 0, 0);
        Assert.True(values.TryFind(text.AsSpan(1), out _, out _));
    }

    [Fact]
    public void A_column_that_repeats_nothing_gives_up()
    {
        var values = Begun();
        for (var i = 0; i < 3000; i++)
        {
            var bytes = Encoding.ASCII.GetBytes($"value {i}");
            Assert.False(values.TryFind(bytes, out _, out _));
            values.Add(bytes, 0, 0);
        }
        values.Add("again"u8, 0, 0);
        Assert.False(values.TryFind("again"u8, out _, out _));
    }

    [Fact]
    public void A_small_table_keeps_nothing()
    {
        var values = new QuietValues();
        for (var i = 0; i < 100; i++)
        {
            Assert.False(values.TryFind("again"u8, out _, out _));
            values.Add("again"u8, 0, 0);
        }
    }

    private static QuietValues Begun()
    {
        var values = new QuietValues();
        for (var i = 0; i < 128; i++) values.TryFind("first"u8, out _, out _);
        return values;
    }
}
