using System.Globalization;
using System.Text;
using CiAnon.Keys;

namespace CiAnon.Tests.Keys;

public class DigitPermutationTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(100, 16).Select(one => (byte)one)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void All_strings_of_a_length_are_permuted_in_one_cycle_without_fixed_point(int length)
    {
        var permutation = new DigitPermutation(Key);
        var text = Encoding.ASCII.GetBytes(new string('0', length));
        var seen = new HashSet<string>();
        var size = (int)Math.Pow(10, length);
        for (var i = 0; i < size; i++)
        {
            var before = Encoding.ASCII.GetString(text);
            permutation.Permute(text);
            Assert.NotEqual(before, Encoding.ASCII.GetString(text));
            Assert.True(seen.Add(Encoding.ASCII.GetString(text)), $"the cycle closes after {i} of {size} steps");
        }
        Assert.Equal(new string('0', length), Encoding.ASCII.GetString(text));
    }

    [Fact]
    public void A_first_digit_that_must_not_be_zero_never_is_and_the_rest_is_still_a_permutation()
    {
        var permutation = new DigitPermutation(Key);
        for (var length = 1; length <= 4; length++)
        {
            var low = (int)Math.Pow(10, length - 1);
            var images = new HashSet<string>();
            for (var number = low; number < low * 10; number++)
            {
                var text = Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));
                permutation.Permute(text, keepNonZero: true);
                Assert.NotEqual((byte)'0', text[0]);
                Assert.True(images.Add(Encoding.ASCII.GetString(text)));
            }
        }
    }

    [Theory]
    [InlineData(36)]
    [InlineData(37)]
    [InlineData(72)]
    [InlineData(73)]
    [InlineData(1000)]
    public void Long_strings_change_and_stay_apart(int length)
    {
        const int Seed = 4711;
        var random = new Random(Seed);
        var permutation = new DigitPermutation(Key);
        var images = new HashSet<string>();
        var originals = new HashSet<string>();
        for (var i = 0; i < 200; i++)
        {
            var text = new byte[length];
            for (var k = 0; k < length; k++)
                text[k] = (byte)('0' + random.Next(10));
            var original = Encoding.ASCII.GetString(text);
            originals.Add(original);
            permutation.Permute(text);
            var image = Encoding.ASCII.GetString(text);
            Assert.True(image != original && image.All(char.IsAsciiDigit), $"seed {Seed}, value {i}");
            images.Add(image);
        }
        Assert.Equal(originals.Count, images.Count);
    }

    [Fact]
    public void All_small_integers_are_permuted_within_their_number_of_digits()
    {
        var permutation = new DigitPermutation(Key);
        foreach (var negative in new[] { false, true })
        {
            var images = new HashSet<ulong>();
            for (var magnitude = negative ? 1UL : 0UL; magnitude <= 100_000; magnitude++)
            {
                var image = permutation.Permute(magnitude, negative);
                Assert.NotEqual(magnitude, image);
                Assert.Equal(magnitude.ToString(CultureInfo.InvariantCulture).Length, image.ToString(CultureInfo.InvariantCulture).Length);
                Assert.Equal(magnitude <= (negative ? 32768UL : 32767UL), image <= (negative ? 32768UL : 32767UL));
                Assert.False(negative && image == 0);
                Assert.True(images.Add(image));
            }
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(7, 12)]
    [InlineData(0, 999)]
    [InlineData(2_000_000_000, 2_000_003_000)]
    [InlineData(ulong.MaxValue - 5, ulong.MaxValue)]
    public void All_numbers_of_a_range_are_permuted_in_one_cycle_and_back_wherever_it_lies(ulong low, ulong high)
    {
        var permutation = new DigitPermutation(Key);
        var number = low;
        for (var i = low; ; i++)
        {
            var image = permutation.PermuteWithin(number, low, high);
            Assert.InRange(image, low, high);
            Assert.Equal(number, permutation.RestoreWithin(image, low, high));
            Assert.Equal(i == high, image == low);
            number = image;
            if (i == high) break;
        }
    }

    [Fact]
    public void A_range_of_one_number_has_no_other() => Assert.Equal(4711UL, new DigitPermutation(Key).PermuteWithin(4711, 4711, 4711));

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(long.MaxValue)]
    [InlineData(ulong.MaxValue)]
    public void Numbers_of_a_wide_range_stay_apart_and_come_back(ulong high)
    {
        var permutation = new DigitPermutation(Key);
        var images = new HashSet<ulong>();
        for (ulong i = 0; i < 1000; i++)
        {
            var number = i % 2 == 0 ? i : high - i;
            var image = permutation.PermuteWithin(number, 0, high);
            Assert.True(image <= high && image != number && images.Add(image));
            Assert.Equal(number, permutation.RestoreWithin(image, 0, high));
        }
    }

    [Theory]
    [InlineData(32767, false, 32767)]
    [InlineData(32768, true, 32768)]
    [InlineData(2147483647, false, 2147483647)]
    [InlineData(2147483648, true, 2147483648)]
    [InlineData(1000000000, false, 2147483647)]
    [InlineData(9223372036854775807, false, 9223372036854775807)]
    [InlineData(9223372036854775808, true, 9223372036854775808)]
    [InlineData(1000000000000000000, false, 9223372036854775807)]
    public void Integers_stay_within_the_smallest_type_that_holds_them(ulong magnitude, bool negative, ulong limit)
    {
        for (byte i = 0; i < 50; i++)
        {
            var permutation = new DigitPermutation([.. Key[..15], i]);
            var image = permutation.Permute(magnitude, negative);
            Assert.NotEqual(magnitude, image);
            Assert.True(image <= limit);
            Assert.Equal(magnitude.ToString(CultureInfo.InvariantCulture).Length, image.ToString(CultureInfo.InvariantCulture).Length);
        }
    }

    [Fact]
    public void Another_key_gives_another_permutation()
    {
        var one = new DigitPermutation(Key);
        var other = new DigitPermutation([.. Key.Reverse()]);
        var same = Enumerable.Range(100_000, 1000).Count(number => one.Permute((ulong)number, false) == other.Permute((ulong)number, false));
        Assert.True(same < 5, $"{same} of 1000 agree");
    }

    [Fact]
    public void Both_paths_of_AES_give_the_same_permutation()
    {
        var one = new DigitPermutation(Key);
        var other = new DigitPermutation(new AesBlock(Key, useInstructions: false));
        for (ulong number = 0; number < 2_000_000_000; number += 9_999_991)
            Assert.Equal(other.Permute(number, false), one.Permute(number, false));
    }
}
