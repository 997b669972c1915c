using CiAnon.Strategies;

namespace CiAnon.Tests.Strategies.People;

public class PhoneStrategyTests
{
    [Theory]
    [InlineData("en", @"^\+1 [2-9][0-8]\d-555-01\d\d$")]
    [InlineData("es", @"^\+1 [2-9][0-8]\d-555-01\d\d$")]
    [InlineData("de", @"^\+49 (30 23125|69 90009|40 66969|221 4710|89 99998)\d{3}$")]
    [InlineData("fr", @"^\+33 (1 99 00|2 61 91|3 53 01|4 65 71|5 36 49|6 39 98) \d\d \d\d$")]
    [InlineData("en_GB", @"^\+44 (20 7946 0|1[1-9]\d 49[68] 0|1632 960|7700 900)\d{3}$")]
    [InlineData("en_AU", @"^\+61 [2378] (5550|7010) \d{4}$")]
    public void Local_numbers_are_reserved_for_fiction(string locale, string pattern)
    {
        var mask = StrategyRun.Mask("phone", locale: locale);
        var results = Enumerable.Range(0, 2000).Select(number => mask.Of("0301234" + number)).ToList();
        Assert.All(results, result => Assert.Matches(pattern, result));
        Assert.True(results.Distinct().Count() > 1000);
    }

    [Theory]
    [InlineData("+49 151 2345678", @"^\+49 [1-9]\d\d \d{7}$")]
    [InlineData("+1 (212) 555-0187", @"^\+1 \([1-9]\d\d\) \d{3}-\d{4}$")]
    [InlineData("+44 (0)20 7946 0018", @"^\+44 \(0\)\d\d \d{4} \d{4}$")]
    [InlineData("+352 26 12 34", @"^\+352 [1-9]\d \d\d \d\d$")]
    [InlineData("0049/30/1234567", @"^0049/[1-9]\d/\d{7}$")]
    [InlineData("030 1234567", @"^0[1-9]\d \d{7}$")]
    [InlineData("555-0187", @"^[1-9]\d\d-\d{4}$")]
    [InlineData("Anna: 030/12", "^xxxx: 0[1-9]\\d/\\d\\d$")]
    [InlineData("tel. 030/12 ext. 5", @"^tel\. 0[1-9]\d/\d\d ext\. \d$")]
    public void Kept_formats_keep_country_code_leading_zero_and_separators(string value, string pattern)
    {
        for (byte key = 1; key < 30; key++)
        {
            var result = StrategyRun.Mask("phone", options: "format=keep", key: key).Of(value);
            Assert.Matches(pattern, result);
            Assert.NotEqual(value, result);
        }
    }

    [Theory]
    [InlineData("##")]
    [InlineData("####")]
    [InlineData("+##")]
    [InlineData("+####")]
    [InlineData("+1##")]
    [InlineData("0##")]
    [InlineData("00###")]
    public void All_numbers_of_a_shape_stay_apart(string shape)
    {
        var mask = StrategyRun.Mask("phone", options: "format=keep");
        var digits = shape.Count(one => one == '#');
        var images = new HashSet<string>();
        var masked = 0;
        for (var number = 0; number < (int)Math.Pow(10, digits); number++)
        {
            var value = shape[..^digits] + number.ToString("D" + digits);
            try
            {
                Assert.True(images.Add(mask.Of(value)), value);
                Assert.NotEqual(value, mask.Of(value));
                masked++;
            }
            catch (MaskException problem)
            {
                Assert.Equal("has no digit to permute behind the country code", problem.Message);
            }
        }
        Assert.True(masked > 10);
    }

    [Theory]
    [InlineData("n/a")]
    [InlineData("+49")]
    [InlineData("0")]
    [InlineData("+")]
    public void Nothing_behind_the_prefix_is_refused(string value) =>
        Assert.Throws<MaskException>(() => StrategyRun.Mask("phone", options: "format=keep").Of(value));

    [Fact]
    public void Local_numbers_are_refused_where_they_cannot_do()
    {
        Assert.Contains("use 'format: keep'", StrategyRun.Problem("phone", StrategyRun.Bigint));
        Assert.Contains("has room for 12; use 'format: keep'", StrategyRun.Problem("phone", StrategyRun.Varchar(12)));
        Assert.Equal("has 5000 fictional numbers for locale 'de', too few to keep up to 100 values (estimated) apart; use 'format: keep'",
            StrategyRun.Problem("phone", distinct: 100, locale: "de"));
    }
}
