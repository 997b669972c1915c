using CiAnon.Strategies;

namespace CiAnon.Tests.Strategies.Numbers;

public class PermuteStrategyTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(-5, 5)]
    [InlineData(1000, 9999)]
    [InlineData(-32768, -32000)]
    public void A_range_is_permuted_without_a_fixed_point(int low, int high)
    {
        var mask = StrategyRun.Mask("permute", StrategyRun.Smallint, $"between=[\"{low}\",\"{high}\"]");
        var numbers = Enumerable.Range(low, high - low + 1).ToList();
        var images = numbers.Select(number => int.Parse(mask.Of(number.ToString()))).ToList();
        Assert.All(numbers.Zip(images), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.Equal(numbers, images.Order());
    }

    [Fact]
    public void The_ends_of_bigint_are_numbers_like_others()
    {
        var mask = StrategyRun.Mask("permute", StrategyRun.Bigint, $"between=[\"{long.MinValue}\",\"{long.MaxValue}\"]");
        foreach (var number in new[] { long.MinValue, -1, 0, 1, long.MaxValue })
            Assert.NotEqual(number, long.Parse(mask.Of(number.ToString())));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("10")]
    [InlineData("9223372036854775808")]
    [InlineData("x")]
    public void A_value_outside_of_the_range_is_refused(string value) =>
        Assert.Throws<MaskException>(() => StrategyRun.Mask("permute", StrategyRun.Integer, "between=[\"1\",\"9\"]").Of(value));

    [Fact]
    public void Without_a_range_small_numbers_become_any_number_and_types_agree()
    {
        var (integer, bigint) = (StrategyRun.Mask("permute", StrategyRun.Integer), StrategyRun.Mask("permute", StrategyRun.Bigint));
        var images = Enumerable.Range(0, 2000).Select(number => integer.Of(number.ToString())).ToList();
        Assert.Equal(images, Enumerable.Range(0, 2000).Select(number => bigint.Of(number.ToString())));
        Assert.Equal(images.Count, images.Distinct().Count());
        Assert.All(images, image => Assert.InRange(long.Parse(image), 0, int.MaxValue));
        Assert.Contains(images, image => image.Length == 10);
        Assert.InRange(long.Parse(bigint.Of("3000000000")), 1L + int.MaxValue, long.MaxValue);
        Assert.InRange(int.Parse(StrategyRun.Mask("permute", StrategyRun.Smallint).Of("7")), 0, short.MaxValue);
        Assert.InRange(long.Parse(integer.Of("-17")), -99, -10);
    }

    [Fact]
    public void Below_a_sequence_numbers_stay_below_it()
    {
        var mask = StrategyRun.Compile("permute", StrategyRun.Integer, sequences: [500, 90_000]).Mask!;
        Assert.Equal(Enumerable.Range(0, 501), Enumerable.Range(0, 501).Select(number => int.Parse(mask.Of(number.ToString()))).Order());
        Assert.InRange(int.Parse(mask.Of("501")), 501, 90_000);
        Assert.InRange(int.Parse(mask.Of("90001")), 90_001, int.MaxValue);
        Assert.NotNull(StrategyRun.Compile("permute", StrategyRun.Integer, sequences: [500, 501]).Problem);
        Assert.Contains("500", StrategyRun.Compile("permute", StrategyRun.Integer, "between=[\"1\",\"999\"]", sequences: [500]).Problem, StringComparison.Ordinal);
        Assert.Null(StrategyRun.Compile("permute", StrategyRun.Integer, "between=[\"1\",\"500\"]", sequences: [500]).Problem);
        // The next value of the lower one would meet a pseudonym, too.
        Assert.NotNull(StrategyRun.Compile("permute", StrategyRun.Integer, "between=[\"1\",\"90000\"]", sequences: [500, 90_000]).Problem);
    }

    [Theory]
    [InlineData("[\"1\"]")]
    [InlineData("[\"1\",\"one\"]")]
    [InlineData("[\"9\",\"9\"]")]
    [InlineData("[\"1\",\"40000\"]")]
    public void A_range_that_is_none_is_a_problem(string between) =>
        Assert.NotEmpty(StrategyRun.Problem("permute", StrategyRun.Smallint, $"between={between}"));

    [Theory]
    [InlineData('4', "89ab")]
    [InlineData('7', "89ab")]
    [InlineData('1', "89ab")]
    public void A_uuid_becomes_another_of_its_version(char version, string variants)
    {
        var mask = StrategyRun.Mask("permute", StrategyRun.Uuid);
        var random = new Random(7);
        var images = new HashSet<string>();
        for (var i = 0; i < 20_000; i++)
        {
            var text = new Guid(Bytes(random)).ToString();
            var uuid = $"{text[..14]}{version}{text[15..19]}{variants[i % 4]}{text[20..]}";
            var image = mask.Of(uuid);
            Assert.NotEqual(uuid, image);
            Assert.Equal(version, image[14]);
            Assert.Contains(image[19], variants);
            Assert.True(images.Add(image));
            Assert.Equal(image, mask.Of(uuid));
        }
        Assert.Throws<MaskException>(() => mask.Of("0000"));

        static byte[] Bytes(Random random)
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            return bytes;
        }
    }

    [Fact]
    public void A_uuid_has_no_range() => Assert.NotEmpty(StrategyRun.Problem("permute", StrategyRun.Uuid, "between=[\"1\",\"9\"]"));
}
