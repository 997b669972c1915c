using System.Text;
using CiAnon.Audits.Proposals;
using CiAnon.Strategies;

namespace CiAnon.Tests.Audits;

public class CountryTests
{
    [Fact]
    public void Every_country_has_a_locale_and_no_two_share_a_calling_code()
    {
        Assert.All(Country.All, country => Assert.Equal(country.Locale, Locales.Find(country.Locale)));
        Assert.All(Country.All, country => Assert.Same(country, Country.OfPhone(Encoding.ASCII.GetBytes($"+{country.Calling}123456789"))));
        Assert.All(Country.All, country => Assert.Same(country, Country.OfAccount(Encoding.ASCII.GetBytes($"{country.Code}00123456789"))));
    }

    [Theory]
    [InlineData("+49 30 1234567", "DE")]
    [InlineData("0041 22 1234567", "CH")]
    [InlineData("+1 212 555 0100", "US")]
    [InlineData("030 1234567", null)]
    [InlineData("+999 1", null)]
    [InlineData("", null)]
    public void A_phone_number_tells_its_country_only_with_its_calling_code(string number, string? country) =>
        Assert.Equal(country, Country.OfPhone(Encoding.ASCII.GetBytes(number))?.Code);
}
