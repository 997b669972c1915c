using CiAnon.Strategies;
using CiAnon.Strategies.Options;

namespace CiAnon.Tests.Strategies.People;

public class AddressStrategyTests
{
    private static readonly string[] Parts = ["line", "street", "number", "secondary", "postal_code", "city", "region", "country", "full"];

    [Theory]
    [InlineData("en", "^[1-9][0-9]{4}$", "United States")]
    [InlineData("de", "^[1-9][0-9]{4}$", "Deutschland")]
    [InlineData("de_CH", "^[1-9][0-9]{3}$", "Schweiz")]
    [InlineData("en_GB", "^[A-Z]{2}[0-9] [0-9][A-Z]{2}$", "United Kingdom")]
    [InlineData("fr", "^[1-9][0-9]{4}$", "France")]
    [InlineData("nl", "^[1-9][0-9]{3} [A-Z]{2}$", "Nederland")]
    [InlineData("pl", "^[1-9][0-9]-[0-9]{3}$", "Polska")]
    [InlineData("pt_BR", "^[1-9][0-9]{4}-[0-9]{3}$", "Brasil")]
    [InlineData("ja", "^[1-9][0-9]{2}-[0-9]{4}$", "日本")]
    [InlineData("zh_CN", "^[1-9][0-9]{5}$", "中国")]
    public void All_that_columns_say_of_an_address_belongs_together(string locale, string postalCode, string country)
    {
        var regionOf = new Dictionary<string, string>();
        var distinct = new HashSet<string>();
        for (var id = 0; id < 200; id++)
        {
            var row = RowRun.Of([("id", $"{id}", null), .. Parts.Select(part => (part, "??", (Mask?)Part(part, "id", locale)))]);
            var (line, street, number, city, region, full) = (row[1], row[2], row[3], row[6], row[7], row[9]);
            Assert.Contains(line, new[] { $"{number} {street}", $"{street} {number}" });
            Assert.Matches(postalCode, row[5]);
            Assert.Equal(country, row[8]);
            Assert.StartsWith(line + ", ", full);
            Assert.EndsWith(", " + country, full);
            Assert.Contains(row[5], full);
            Assert.Contains(city, full);
            // A city lies in one region.
            Assert.Equal(region, regionOf.TryGetValue(city, out var known) ? known : regionOf[city] = region);
            distinct.Add(full);
            // Another table knows the same address by its own column.
            Assert.Equal(city, RowRun.Of(("user_id", $"{id}", null), ("town", "ANYWHERE", Part("city", "user_id", locale)))[1]);
        }
        Assert.True(distinct.Count > 190);
    }

    [Fact]
    public void Codes_of_a_city_begin_alike()
    {
        var codes = Enumerable.Range(0, 3000).Select(id => RowRun.Of(("id", $"{id}", null), ("city", "?", Part("city", "id")), ("code", "?", Part("postal_code", "id")))).ToList();
        Assert.All(codes.GroupBy(row => row[1]), city => Assert.Single(city.Select(row => row[2][..2]).Distinct()));
    }

    [Theory]
    [InlineData("street", "id")]
    [InlineData("secondary", "id")]
    [InlineData("full", "id")]
    [InlineData("line", "id")]
    [InlineData("number", "")]
    [InlineData("postal_code", "")]
    [InlineData("city", "")]
    [InlineData("region", "")]
    public void What_names_a_house_and_what_stands_alone_never_stays(string part, string by)
    {
        var mask = by.Length > 0 ? Part(part, by) : StrategyRun.Mask("address", options: $"part={part}");
        if (by.Length == 0)
        {
            Assert.All(Enumerable.Range(1, 1000), value => Assert.NotEqual($"{value}", mask.Of($"{value}")));
            Assert.False(mask.MayStay);
            return;
        }
        for (var id = 0; id < 1000; id++)
        {
            var drawn = RowRun.Of(("id", $"{id}", null), ("a", "??", mask))[1];
            Assert.NotEqual(drawn, RowRun.Of(("id", $"{id}", null), ("a", drawn, mask))[1]);
        }
        Assert.False(mask.MayStay);
        Assert.True(Part("country", "id").MayStay);
    }

    [Theory]
    [InlineData("number")]
    [InlineData("postal_code")]
    [InlineData("city")]
    [InlineData("region")]
    public void A_part_that_happens_to_be_the_original_stays_with_the_rest_of_its_address(string part)
    {
        var mask = Part(part, "id");
        for (var id = 0; id < 300; id++)
        {
            var row = RowRun.Of(("id", $"{id}", null), ("a", "??", mask), ("full", "??", Part("full", "id")));
            var again = RowRun.Of(("id", $"{id}", null), ("a", row[1], mask), ("full", "??", Part("full", "id")));
            Assert.Equal((row[1], row[2]), (again[1], again[2]));
            Assert.Contains(again[1], again[2]);
        }
        Assert.True(mask.MayStay);
    }

    [Theory]
    [InlineData("Germany", "United States")]
    [InlineData("DE", "US")]
    [InlineData("DEU", "USA")]
    public void A_code_becomes_a_code(string value, string result) => Assert.Equal(result, RowRun.Of(("id", "1", null), ("country", value, Part("country", "id")))[1]);

    [Fact]
    public void Short_columns_get_what_fits_or_are_refused()
    {
        Assert.Equal(2, StrategyRun.Mask("address", StrategyRun.Varchar(2), "part=region;by=id").Of("TX").Length);
        Assert.Equal("US", StrategyRun.Mask("address", StrategyRun.Varchar(2), "part=country").Of("Germany"));
        Assert.True(StrategyRun.Mask("address", StrategyRun.Varchar(30), "part=full").Of("12 Chapel Lane").Length <= 30);
        Assert.Contains("room", StrategyRun.Problem("address", StrategyRun.Varchar(4), "part=postal_code"));
        Assert.Contains("room", StrategyRun.Problem("address", StrategyRun.Varchar(12), "part=full"));
    }

    [Theory]
    [InlineData("line", PersonalKind.Address)]
    [InlineData("full", PersonalKind.Address)]
    [InlineData("city", PersonalKind.City)]
    [InlineData("postal_code", PersonalKind.PostalCode)]
    public void Only_what_names_a_house_is_hunted(string part, PersonalKind kind) =>
        Assert.Equal(kind, StrategyRegistry.Find("address")!.Hides(new OptionValues(new Dictionary<string, string> { ["part"] = part })));

    [Fact]
    public void Every_locale_has_every_part()
    {
        foreach (var locale in Locales.All.Select(name => Locales.Find(name)!).Distinct())
            foreach (var part in Parts)
                Assert.NotEmpty(Part(part, "id", locale).Of("x"));
    }

    private static Mask Part(string part, string by, string locale = "en") => StrategyRun.Mask("address", options: $"part={part};by={by}", locale: locale);
}
