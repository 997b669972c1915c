using System.Text;
using CiAnon.Catalogs;
using CiAnon.Strategies;
using CiAnon.Strategies.Encryption;

namespace CiAnon.Tests.Strategies;

public class EncryptStrategyTests
{
    private const int Seed = 20261129;

    [Theory]
    [InlineData("123456")]
    [InlineData("000000")]
    [InlineData("4111111111111111")]
    [InlineData("123456789012345678901234567890123456")]
    public void Strings_of_digits_stay_strings_of_as_many_digits(string value)
    {
        var result = StrategyRun.Mask("encrypt").Of(value);
        Assert.Matches($"^[0-9]{{{value.Length}}}$", result);
        Assert.Equal(value, Restored("", StrategyRun.Text, result));
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("enc_")]
    [InlineData("1234567890123456789012345678901234567")]
    [InlineData("Zoë\tQuillfeather\n")]
    public void Everything_else_becomes_a_token(string value)
    {
        var result = StrategyRun.Mask("encrypt").Of(value);
        Assert.Matches("^enc_[A-Za-z0-9_-]+$", result);
        Assert.Equal(value, Restored("", StrategyRun.Text, result));
    }

    [Theory]
    [InlineData("")]
    [InlineData("alphabet=digits")]
    [InlineData("alphabet=alphanumeric")]
    public void Any_text_comes_back(string options)
    {
        var random = new Random(Seed);
        var mask = StrategyRun.Mask("encrypt", StrategyRun.Text, options);
        for (var i = 0; i < 3000; i++)
        {
            var value = StrategyRun.AnyText(random, 40) + (options.Length > 0 ? $"{random.Next(100_000, int.MaxValue)}{random.NextInt64()}" : "");
            var result = mask.Of(value);
            Assert.Equal(value, Restored(options, StrategyRun.Text, result));
            if (options.Length > 0) Assert.Equal(value.Length, result.Length);
        }
    }

    [Fact]
    public void Any_integer_comes_back_and_integer_and_bigint_agree()
    {
        var random = new Random(Seed);
        var (integer, bigint) = (StrategyRun.Mask("encrypt", StrategyRun.Integer), StrategyRun.Mask("encrypt", StrategyRun.Bigint));
        foreach (var value in new[] { 0, 1, -1, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue, int.MaxValue + 1L }.Concat(Enumerable.Range(0, 2000).Select(_ => random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(63))))
        {
            var result = bigint.Of(value.ToString());
            Assert.Equal(value.ToString(), Restored("", StrategyRun.Bigint, result));
            Assert.Equal(value is >= int.MinValue and <= int.MaxValue, long.Parse(result) is >= int.MinValue and <= int.MaxValue);
            if (value is >= int.MinValue and <= int.MaxValue) Assert.Equal(result, integer.Of(value.ToString()));
        }
    }

    [Fact]
    public void Bytes_come_back()
    {
        var bytea = new ColumnType("bytea", TypeKind.Binary, "bytea");
        foreach (var value in new[] { "\\x", "\\x00", "\\x" + new string('a', 2000) })
            Assert.Equal(value, Restored("", bytea, StrategyRun.Mask("encrypt", bytea).Of(value)));
    }

    [Theory]
    [InlineData("alphabet=digits", "12-345")]
    [InlineData("alphabet=alphanumeric", "Bo Ä")]
    [InlineData("longest=4", "Jonas")]
    public void What_is_too_short_for_FF1_or_longer_than_promised_is_refused(string options, string value)
    {
        var refusal = Assert.Throws<MaskException>(() => StrategyRun.Mask("encrypt", StrategyRun.Varchar(60), options).Of(value));
        Assert.DoesNotContain(value, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_of_another_key_or_a_changed_one_is_refused_without_being_repeated()
    {
        var token = StrategyRun.Mask("encrypt", key: 2).Of("Quillfeather");
        foreach (var wrong in new[] { token, token[..^1], token + "A", "enc_", "enc_*", "Quill", "12345", token + "=" })
        {
            var refusal = Assert.Throws<MaskException>(() => Restored("", StrategyRun.Text, wrong));
            Assert.DoesNotContain(wrong.Length > 4 ? wrong : "*", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_plan_knows_what_fits_a_varchar()
    {
        Assert.Contains("alphabet", StrategyRun.Problem("encrypt", StrategyRun.Varchar(255)), StringComparison.Ordinal);
        Assert.Contains("longest: 172", StrategyRun.Problem("encrypt", StrategyRun.Varchar(255)), StringComparison.Ordinal);
        Assert.Equal(255, StrategyRun.Mask("encrypt", StrategyRun.Varchar(255), "longest=172").Of(new string('x', 172)).Length);
        Assert.Contains("longest", StrategyRun.Problem("encrypt", StrategyRun.Varchar(255), "longest=173"), StringComparison.Ordinal);
        Assert.DoesNotContain("longest", StrategyRun.Problem("encrypt", StrategyRun.Varchar(20)), StringComparison.Ordinal);
        Assert.Null(StrategyRun.Compile("encrypt", StrategyRun.Varchar(20), "alphabet=alphanumeric").Problem);
        Assert.NotNull(StrategyRun.Compile("encrypt", StrategyRun.Smallint).Problem);
        Assert.NotNull(StrategyRun.Compile("encrypt", StrategyRun.Integer, sequences: [500]).Problem);
    }

    private static string Restored(string options, ColumnType type, string pseudonym)
    {
        var output = new MaskOutput();
        ((Cipher)StrategyRun.Mask("encrypt", type, options)).Restore(Encoding.UTF8.GetBytes(pseudonym), output);
        return Encoding.UTF8.GetString(output.Written);
    }
}
