using System.Net.Mail;
using CiAnon.Strategies;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Tests.Strategies.People;

public class EmailStrategyTests
{
    [Theory]
    [InlineData(0, 12)]
    [InlineData(700, 12)]
    [InlineData(1_000, 13)]
    [InlineData(530_000, 17)]
    [InlineData(1_000_000, 18)]
    [InlineData(10_000_000, 19)]
    [InlineData(4_000_000_000, 24)]
    public void Digits_grow_with_the_values_that_must_stay_apart(long distinct, int digits)
    {
        Assert.Matches($"^user_[0-9a-f]{{{digits}}}@anon\\.example$", StrategyRun.Mask("email", distinct: distinct).Of("anna@example.org"));
        Assert.True(distinct == 0 || Capacity.CollisionProbability(distinct, digits) < 1e-9);
        Assert.True(digits == 12 || Capacity.CollisionProbability(distinct, digits - 1) >= 1e-9);
    }

    [Fact]
    public void A_unique_column_that_is_too_short_is_refused_with_the_numbers()
    {
        var problem = StrategyRun.Problem("email", StrategyRun.Varchar(30), distinct: 1_000_000);
        Assert.Contains("needs 18 hexadecimal digits to keep up to 1000000 values (estimated) apart, 36 characters in all", problem);
        Assert.Contains("character varying(30) has room for 30 (12 digits, probability of a collision 1.8e-3)", problem);
    }

    [Theory]
    [InlineData(30, 12)]
    [InlineData(25, 7)]
    [InlineData(24, 6)]
    public void A_short_column_that_is_not_unique_gets_as_many_digits_as_fit(int room, int digits)
    {
        var result = StrategyRun.Mask("email", StrategyRun.Varchar(room)).Of("anna@example.org");
        Assert.Matches($"^user_[0-9a-f]{{{digits}}}@anon\\.example$", result);
        Assert.True(result.Length <= room);
    }

    [Fact]
    public void Less_than_six_digits_are_refused() =>
        Assert.Contains("needs 24 characters at least, but character varying(23) has room for 23",
            StrategyRun.Problem("email", StrategyRun.Varchar(23)));

    [Fact]
    public void Spellings_are_different_addresses_unless_case_is_folded()
    {
        var exact = StrategyRun.Mask("email");
        Assert.NotEqual(exact.Of("Anna@x.example"), exact.Of("anna@x.example"));
        var folded = StrategyRun.Mask("email", options: "fold_case=true");
        Assert.Equal(folded.Of("ANNA@X.example"), folded.Of("anna@x.EXAMPLE"));
        Assert.Equal(folded.Of("anna@x.example"), exact.Of("anna@x.example"));
    }

    [Theory]
    [InlineData("mail.test", true)]
    [InlineData("localhost", true)]
    [InlineData("a b", false)]
    [InlineData("-x.example", false)]
    [InlineData("x..example", false)]
    [InlineData("ünïcode.example", false)]
    [InlineData("", false)]
    public void The_domain_must_be_a_host_name(string domain, bool valid)
    {
        var compilation = StrategyRun.Compile("email", options: "domain=" + domain);
        Assert.Equal(valid, compilation.Problem is null);
        if (valid)
            Assert.EndsWith("@" + domain, compilation.Mask!.Of("anna@example.org"));
        else
            Assert.Contains("not a host name", compilation.Problem);
    }

    public static TheoryData<string> AllLocales => [.. Locales.All.Select(name => Locales.Find(name)!).Distinct()];

    // RFC 5321 gives the local part 64 characters, and the whole 254.
    [Theory]
    [MemberData(nameof(AllLocales))]
    public void An_address_is_one_to_those_who_send_mail(string locale)
    {
        Mask[] masks = [StrategyRun.Mask("email", locale: locale), StrategyRun.Mask("email", StrategyRun.Varchar(24), locale: locale), StrategyRun.Mask("person", options: "part=email", locale: locale), StrategyRun.Mask("person", StrategyRun.Varchar(30), "part=email;digits=4", locale: locale)];
        for (var number = 0; number < 500; number++)
        {
            foreach (var result in masks.Select(mask => mask.Of($"anna.{number}@example.org")))
            {
                Assert.True(MailAddress.TryCreate(result, out var address), result);
                Assert.Equal((result, "anon.example"), (address.Address, address.Host));
                Assert.Matches("^[a-z0-9_]+([.-][a-z0-9_]+)*$", address.User);
                Assert.InRange(address.User.Length, 1, 64);
            }
        }
    }
}
