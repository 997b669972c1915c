using CiAnon.Strategies;

namespace CiAnon.Tests.Strategies.Numbers;

public class DigitsStrategyTests
{
    [Theory]
    [InlineData("123-45-6789", @"^\d{3}-\d\d-\d{4}$")]
    [InlineData("DE89 3704 0044 0532 0130 00", @"^DE\d\d \d{4} \d{4} \d{4} \d{4} \d\d$")]
    [InlineData("№ 7 中", "^№ [0-9] 中$")]
    public void Everything_but_the_digits_stays(string value, string pattern)
    {
        var result = StrategyRun.Mask("digits").Of(value);
        Assert.Matches(pattern, result);
        Assert.NotEqual(value, result);
    }

    [Fact]
    public void All_four_digit_strings_are_permuted()
    {
        var mask = StrategyRun.Mask("digits");
        var originals = Enumerable.Range(0, 10_000).Select(number => number.ToString("D4")).ToList();
        Assert.All(originals, value => Assert.NotEqual(value, mask.Of(value)));
        Assert.Equal(originals, originals.Select(mask.Of).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_same_digits_get_the_same_digits_in_every_format()
    {
        var mask = StrategyRun.Mask("digits");
        Assert.Equal(mask.Of("123456789"), mask.Of("123-45-6789").Replace("-", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("int2")]
    [InlineData("int4")]
    [InlineData("int8")]
    public void Integer_types_agree_with_one_another(string type)
    {
        var column = new CiAnon.Catalogs.ColumnType(type, CiAnon.Catalogs.TypeKind.Integer, type);
        for (var number = -32_768; number <= 32_767; number += 401)
        {
            var result = StrategyRun.Mask("digits", StrategyRun.Bigint).Of(number.ToString());
            Assert.Equal(result, StrategyRun.Mask("digits", column).Of(number.ToString()));
            Assert.InRange(long.Parse(result), short.MinValue, short.MaxValue);
        }
    }

    [Theory]
    [InlineData("-9223372036854775808")]
    [InlineData("9223372036854775807")]
    [InlineData("-1")]
    [InlineData("0")]
    public void Integers_keep_sign_and_number_of_digits(string value)
    {
        for (byte key = 1; key < 30; key++)
        {
            var result = StrategyRun.Mask("digits", StrategyRun.Bigint, key: key).Of(value);
            Assert.NotEqual(value, result);
            Assert.Equal(value.Length, result.Length);
            Assert.Equal(value[0] == '-', long.Parse(result) < 0);
        }
    }

    [Theory]
    [InlineData("12a")]
    [InlineData("-")]
    [InlineData("-0")]
    [InlineData("1.5")]
    public void What_is_no_integer_is_refused(string value) =>
        Assert.Throws<MaskException>(() => StrategyRun.Mask("digits", StrategyRun.Integer).Of(value));

    [Fact]
    public void A_text_without_digits_is_refused() =>
        Assert.Equal("has no digit to permute", Assert.Throws<MaskException>(() => StrategyRun.Mask("digits").Of("unknown")).Message);

    [Theory]
    [InlineData(1UL)]
    [InlineData(7UL)]
    [InlineData(10UL)]
    [InlineData(100_000UL)]
    [InlineData(3UL, 50UL, 1_234UL)]
    public void Integers_stay_below_the_sequences_that_feed_them(params ulong[] sequences)
    {
        var mask = StrategyRun.Compile("digits", StrategyRun.Integer, sequences: sequences).Mask!;
        ulong low = 0;
        foreach (var high in sequences)
        {
            var images = new HashSet<ulong>();
            for (var number = low; number <= high; number++)
            {
                var image = ulong.Parse(mask.Of(number.ToString()));
                Assert.InRange(image, low, high);
                Assert.NotEqual(number, image);
                Assert.True(images.Add(image));
            }
            low = high + 1;
        }
        Assert.All(Enumerable.Range(0, 1_000).Select(i => sequences[^1] + 11 + (ulong)i), number => Assert.True(ulong.Parse(mask.Of(number.ToString())) > sequences[^1]));
    }

    [Fact]
    public void Sequences_that_leave_a_number_nowhere_to_go_are_refused() =>
        Assert.Equal("can't serve columns of sequences at 5 and 6 alike, as one value would stay itself: give their rules different seeds",
            StrategyRun.Compile("digits", StrategyRun.Integer, sequences: [5, 6]).Problem);
}
