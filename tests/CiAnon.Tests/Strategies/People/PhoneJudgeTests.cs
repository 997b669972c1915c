using CiAnon.Strategies;
using PhoneNumbers;

namespace CiAnon.Tests.Strategies.People;

/// <summary>What the strategy makes is a telephone number to Google's libphonenumber too, which systems that take the dump may ask.</summary>
public class PhoneJudgeTests
{
    private static readonly PhoneNumberUtil Judge = PhoneNumberUtil.GetInstance();

    public static TheoryData<string> AllLocales => [.. Locales.All.Select(name => Locales.Find(name)!).Distinct()];

    public static TheoryData<string, string> Homes => new() { { "en", "US" }, { "de", "DE" }, { "fr", "FR" }, { "en_GB", "GB" }, { "en_AU", "AU" } };

    public static TheoryData<string> Regions => [.. Judge.GetSupportedRegions().Where(region => Judge.GetExampleNumber(region) is not null).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(AllLocales))]
    public void Fictional_numbers_are_possible_ones_of_a_country(string locale)
    {
        var mask = StrategyRun.Mask("phone", locale: locale);
        var numbers = Enumerable.Range(0, 300).Select(number => Judge.Parse(mask.Of("0301234" + number), null)).ToList();
        Assert.All(numbers, number => Assert.True(Judge.IsPossibleNumber(number), $"+{number.CountryCode} {number.NationalNumber}"));
        Assert.Single(numbers.Select(number => number.CountryCode).Distinct());
    }

    [Theory]
    [MemberData(nameof(Homes))]
    public void Fictional_numbers_have_the_country_of_their_locale(string locale, string region) =>
        Assert.Equal(Judge.GetCountryCodeForRegion(region), Judge.Parse(StrategyRun.Mask("phone", locale: locale).Of("030123456"), null).CountryCode);

    [Theory]
    [MemberData(nameof(Homes))]
    public void Fictional_numbers_are_written_as_asked(string locale, string region)
    {
        var (local, plain, national) = (StrategyRun.Mask("phone", locale: locale), StrategyRun.Mask("phone", locale: locale, options: "format=e164"), StrategyRun.Mask("phone", locale: locale, options: "format=national"));
        for (var number = 0; number < 300; number++)
        {
            var value = "0301234" + number;
            var judged = Judge.Parse(local.Of(value), null);
            Assert.Equal(Judge.Format(judged, PhoneNumberFormat.E164), plain.Of(value));
            Assert.Matches(@"^\+[1-9][0-9]{6,14}$", plain.Of(value));
            Assert.DoesNotContain("+", national.Of(value));
            Assert.Equal(judged, Judge.Parse(national.Of(value), region));
        }
    }

    [Theory]
    [InlineData("+44 20 7946 1234", 44)]
    [InlineData("0049 151 2345678", 49)]
    [InlineData("+33151234567", 33)]
    [InlineData("(+61) 2 1234 5678", 61)]
    [InlineData("+1 212 555 7890", 1)]
    [InlineData("+39 06 1234567", 49)]
    [InlineData("+4", 49)]
    [InlineData("030 1234567", 49)]
    [InlineData("00", 49)]
    public void A_country_is_kept_where_it_keeps_numbers_for_fiction(string value, int code) =>
        Assert.Equal(code, Judge.Parse(StrategyRun.Mask("phone", locale: "de", options: "country=keep;format=e164").Of(value), null).CountryCode);

    [Theory]
    [MemberData(nameof(Regions))]
    public void Numbers_of_every_region_keep_their_country_and_their_length(string region)
    {
        var example = Judge.GetExampleNumber(region);
        foreach (var format in new[] { PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL })
        {
            var original = Judge.Format(example, format);
            for (byte key = 1; key < 6; key++)
            {
                var masked = StrategyRun.Mask("phone", options: "format=keep", key: key).Of(original);
                Assert.NotEqual(original, masked);
                Assert.Equal(original.Length, masked.Length);
                var number = Judge.Parse(masked, null);
                Assert.Equal(example.CountryCode, number.CountryCode);
                Assert.True(Judge.IsPossibleNumber(number), region);
            }
        }
    }
}
