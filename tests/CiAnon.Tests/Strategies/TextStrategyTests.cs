using System.Text;
using CiAnon.Strategies.Text;

namespace CiAnon.Tests.Strategies;

public class TextStrategyTests
{
    private const int Seed = 99;

    [Fact]
    public void Results_are_about_as_long_as_the_value_and_never_longer()
    {
        var random = new Random(Seed);
        var mask = StrategyRun.Mask("text");
        for (var i = 0; i < 5000; i++)
        {
            var value = StrategyRun.AnyText(random, 400);
            var length = value.EnumerateRunes().Count();
            var result = mask.Of(value);
            Assert.True(result.Length <= length && result.Length >= length - Lorem.LongestWord && result.Length > 0, $"seed {Seed}, value {i}");
            Assert.Matches("^[A-Z][A-Za-z. ]*[A-Za-z.]?$", result);
        }
    }

    [Fact]
    public void Every_single_character_changes()
    {
        for (byte key = 1; key < 20; key++)
        {
            var mask = StrategyRun.Mask("text", key: key);
            for (var one = 1; one < 256; one++)
            {
                var result = mask.Of([(byte)one]);
                Assert.Single(result);
                Assert.NotEqual((byte)one, result[0]);
            }
        }
    }

    [Fact]
    public void Lorem_ipsum_itself_changes()
    {
        var mask = StrategyRun.Mask("text");
        var value = "Customer called";
        for (var i = 0; i < 1000; i++)
        {
            var result = mask.Of(value);
            Assert.NotEqual(value, result);
            value = result.Length > 6 ? result : "Customer called " + i;
        }
    }

    [Fact]
    public void Results_fit_a_column_shorter_than_the_value() =>
        Assert.InRange(StrategyRun.Mask("text", StrategyRun.Varchar(10)).Of(new string('x', 500)).Length, 1, 10);

    [Fact]
    public void Long_texts_go_round_the_supply()
    {
        var result = StrategyRun.Mask("text").Of(new string('x', 100_000));
        Assert.InRange(result.Length, 100_000 - Lorem.LongestWord, 100_000);
        Assert.DoesNotContain("  ", result);
    }

    [Fact]
    public void Bytes_count_as_characters_in_other_encodings()
    {
        var latin1 = Encoding.Latin1.GetBytes("éééééééééé");
        Assert.InRange(StrategyRun.Mask("text", ascii: true).Of(latin1).Length, 1, 10);
        Assert.True(StrategyRun.Mask("text", ascii: true).Of(Encoding.Latin1.GetBytes(new string('é', 50))).Length > 30);
    }
}
