using System.Globalization;
using System.Numerics;
using CiAnon.Catalogs;
using CiAnon.Strategies;

namespace CiAnon.Tests.Strategies.Numbers;

public class NumberNoiseTests
{
    private const int Seed = 31;

    public static TheoryData<string, string, long> Limits => new()
    {
        { "int2", "0", short.MaxValue },
        { "int2", "32767", short.MaxValue },
        { "int2", "-32768", short.MaxValue },
        { "int4", "2147483647", int.MaxValue },
        { "int4", "-2147483648", int.MaxValue },
        { "int8", "9223372036854775807", long.MaxValue },
        { "int8", "-9223372036854775808", long.MaxValue },
        { "int8", "-1", long.MaxValue },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Integers_stay_within_their_type_and_on_their_side_of_zero(string type, string value, long limit)
    {
        foreach (var range in new[] { "1", "100000", "1000%", "1000000000000000000" })
        {
            for (byte key = 1; key < 20; key++)
            {
                var mask = StrategyRun.Mask("noise", new ColumnType(type, TypeKind.Integer, type), "range=" + range, key: key);
                var result = BigInteger.Parse(mask.Of(value), CultureInfo.InvariantCulture);
                Assert.NotEqual(value, result.ToString(CultureInfo.InvariantCulture));
                Assert.InRange(result, value[0] == '-' ? -(BigInteger)limit - 1 : 0, value[0] == '-' ? 0 : limit);
            }
        }
    }

    [Theory]
    [InlineData("10%")]
    [InlineData("500")]
    [InlineData("0.25")]
    public void Numerics_move_within_the_range_and_keep_their_decimals(string range)
    {
        var random = new Random(Seed);
        var mask = StrategyRun.Mask("noise", StrategyRun.Numeric, "range=" + range);
        for (var i = 0; i < 5000; i++)
        {
            var original = random.Next(-10_000_000, 10_000_000) / 100m;
            var text = original.ToString("0.00", CultureInfo.InvariantCulture);
            var result = mask.Of(text);
            var moved = Math.Abs(decimal.Parse(result, CultureInfo.InvariantCulture) - original);
            var reach = range.EndsWith('%') ? Math.Abs(original) / 10 : decimal.Parse(range, CultureInfo.InvariantCulture);
            Assert.True(moved >= 0.01m && moved <= Math.Max(reach, 0.01m), $"seed {Seed}, value {i}");
            Assert.Equal(2, result.Length - 1 - result.IndexOf('.', StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("99999.99")]
    [InlineData("-99999.99")]
    [InlineData("99999")]
    [InlineData("-99990.5")]
    [InlineData("0.00")]
    public void Numerics_stay_within_their_precision(string value)
    {
        for (byte key = 1; key < 50; key++)
        {
            var result = StrategyRun.Mask("noise", StrategyRun.NumericOf(7, 2), "range=1000%", key: key).Of(value);
            Assert.NotEqual(value, result);
            Assert.InRange(decimal.Parse(result, CultureInfo.InvariantCulture), -99999.99m, 99999.99m);
        }
    }

    [Fact]
    public void A_numeric_of_hundreds_moves_by_hundreds()
    {
        for (byte key = 1; key < 50; key++)
        {
            var result = int.Parse(StrategyRun.Mask("noise", StrategyRun.NumericOf(3, -2), "range=10%", key: key).Of("99900"), CultureInfo.InvariantCulture);
            Assert.NotEqual(99900, result);
            Assert.Equal(0, result % 100);
            Assert.InRange(result, 0, 99900);
        }
    }

    [Theory]
    [InlineData("1e+20")]
    [InlineData("-5.4e-05")]
    [InlineData("1.7976931348623157e+308")]
    [InlineData("48.137154")]
    [InlineData("1")]
    [InlineData("0.5")]
    [InlineData("-2.5")]
    public void Floats_move_within_the_range(string value)
    {
        var original = double.Parse(value, CultureInfo.InvariantCulture);
        for (byte key = 1; key < 100; key++)
        {
            var result = double.Parse(StrategyRun.Mask("noise", StrategyRun.Double, "range=10%", key: key).Of(value), CultureInfo.InvariantCulture);
            Assert.True(double.IsFinite(result));
            Assert.NotEqual(original, result);
            Assert.InRange(Math.Abs(result / original - 1), 0, 0.1000001);
        }
    }

    [Theory]
    [InlineData("3.4028235e+38", "10%")]
    [InlineData("1e+20", "1")]
    public void Reals_change_in_their_own_precision_and_stay_finite(string value, string range)
    {
        var real = new ColumnType("real", TypeKind.Decimal, "float4");
        for (byte key = 1; key < 50; key++)
        {
            var result = (float)double.Parse(StrategyRun.Mask("noise", real, "range=" + range, key: key).Of(value), CultureInfo.InvariantCulture);
            Assert.True(float.IsFinite(result));
            Assert.NotEqual(float.Parse(value, CultureInfo.InvariantCulture), result);
        }
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    public void What_is_no_number_stays(string value) => Assert.Equal(value, StrategyRun.Mask("noise", StrategyRun.Numeric, "range=10%").Of(value));

    [Theory]
    [InlineData("")]
    [InlineData("12a")]
    [InlineData("1.2.3")]
    [InlineData("-")]
    [InlineData("1e5")]
    [InlineData("1234567890123456789012345678901234567")]
    public void Other_texts_are_refused(string value) =>
        Assert.Throws<MaskException>(() => StrategyRun.Mask("noise", StrategyRun.Numeric, "range=10%").Of(value));

    [Fact]
    public void Ranges_that_do_not_fit_the_type_are_refused()
    {
        Assert.Contains("range in time", StrategyRun.Problem("noise", StrategyRun.Integer, "range=90 days"));
        Assert.Contains("range in numbers", StrategyRun.Problem("noise", StrategyRun.Date, "range=10%"));
        Assert.Contains("below one day", StrategyRun.Problem("noise", StrategyRun.Date, "range=5 hours"));
        Assert.Contains("below one second", StrategyRun.Problem("noise", StrategyRun.Timestamp, "range=0.5 seconds"));
        Assert.Contains("below 1", StrategyRun.Problem("noise", StrategyRun.Integer, "range=0.5"));
        Assert.Contains("money", StrategyRun.Problem("noise", new ColumnType("money", TypeKind.Decimal, "money"), "range=10%"));
    }

    // Mean 0, and as far away on average as its scale is; half of all within scale * ln 2.
    [Theory]
    [InlineData("epsilon=0.5;sensitivity=100", 200)]
    [InlineData("epsilon=1;sensitivity=1000", 1000)]
    public void Laplace_noise_has_its_distribution(string options, double scale)
    {
        var mask = StrategyRun.Mask("noise", StrategyRun.Bigint, options);
        var moved = Enumerable.Range(0, 20_000).Select(number => double.Parse(mask.Of((1_000_000L + number).ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture) - 1_000_000 - number).ToList();
        Assert.DoesNotContain(0, moved);
        Assert.InRange(moved.Average(), -scale * 0.05, scale * 0.05);
        Assert.InRange(moved.Average(Math.Abs), scale * 0.95, scale * 1.05);
        Assert.InRange(moved.Count(one => Math.Abs(one) < scale * Math.Log(2)) / 20_000.0, 0.48, 0.52);
    }

    [Theory]
    [InlineData("int2", "32767")]
    [InlineData("int2", "-32768")]
    [InlineData("int4", "0")]
    [InlineData("int8", "9223372036854775807")]
    [InlineData("numeric(7,2)", "99999.99")]
    [InlineData("numeric(7,2)", "-0.01")]
    [InlineData("numeric(3,-2)", "99900")]
    [InlineData("numeric", "-12345678901234567890123.4567")]
    [InlineData("float4", "1e+20")]
    [InlineData("float4", "-3.5")]
    [InlineData("float8", "0")]
    [InlineData("float8", "1.7976931348623157e+308")]
    public void Laplace_noise_stays_within_its_type_and_on_its_side_of_zero(string type, string value)
    {
        foreach (var options in new[] { "epsilon=1;sensitivity=1", "epsilon=0.001;sensitivity=1000000000", "epsilon=100;sensitivity=0.001" })
        {
            for (byte key = 1; key < 20; key++)
            {
                var result = StrategyRun.Mask("noise", TypeOf(type), options, key: key).Of(value);
                Assert.NotEqual(value, result);
                var (before, after) = (double.Parse(value, CultureInfo.InvariantCulture), double.Parse(result, CultureInfo.InvariantCulture));
                Assert.True(double.IsFinite(after));
                Assert.True(value[0] == '-' ? after <= 0 : after >= 0, $"{before} {after}");
                if (type == "int2") Assert.InRange(after, short.MinValue, short.MaxValue);
                if (type == "int8") Assert.True(long.TryParse(result, CultureInfo.InvariantCulture, out _));
                if (type == "numeric(7,2)") Assert.Matches(@"^-?[0-9]{1,5}\.[0-9]{2}$", result);
                if (type == "numeric(3,-2)") Assert.Matches("^[0-9]{0,3}00$|^0$", result);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("epsilon=1")]
    [InlineData("sensitivity=1")]
    [InlineData("epsilon=0;sensitivity=1")]
    [InlineData("epsilon=x;sensitivity=1")]
    [InlineData("range=5;epsilon=1;sensitivity=1")]
    public void Half_of_a_distribution_and_both_kinds_of_noise_are_refused(string options)
    {
        Assert.NotEmpty(StrategyRun.Problem("noise", StrategyRun.Bigint, options));
        Assert.NotEmpty(StrategyRun.Problem("noise", StrategyRun.Date, "epsilon=1;sensitivity=1"));
    }

    private static ColumnType TypeOf(string type) => type switch
    {
        "numeric(7,2)" => StrategyRun.NumericOf(7, 2),
        "numeric(3,-2)" => StrategyRun.NumericOf(3, -2),
        "numeric" => StrategyRun.Numeric,
        "float4" or "float8" => new ColumnType(type, TypeKind.Decimal, type),
        _ => new ColumnType(type, TypeKind.Integer, type),
    };
}
