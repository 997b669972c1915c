using System.Globalization;
using System.Numerics;
using CiAnon.Strategies;

namespace CiAnon.Tests.Strategies.Numbers;

/// <summary>iban, card and coordinates, by judges of their own.</summary>
public class MoneyStrategyTests
{
    [Theory]
    [InlineData("DE89 3704 0044 0532 0130 00")]
    [InlineData("GB82WEST12345698765432")]
    [InlineData("FR1420041010050500013M02606")]
    [InlineData("mt84malt011000012345mtlcast001s")]
    [InlineData("NO93 8601 1117 947")]
    public void An_iban_keeps_country_and_form_and_has_right_check_digits(string iban)
    {
        var mask = StrategyRun.Mask("iban");
        var result = mask.Of(iban);
        Assert.Equal(iban[..2], result[..2]);
        Assert.Equal(Shape(iban), Shape(result));
        Assert.True(IsIban(result), result);
        Assert.Equal(result.Replace(" ", ""), mask.Of(iban.Replace(" ", "")));
    }

    [Theory]
    [InlineData("DEUTDEFF")]
    [InlineData("deutdeff500")]
    [InlineData("BARCGB22XXX")]
    public void A_bic_keeps_country_and_form_and_is_no_bank_s(string bic)
    {
        var result = StrategyRun.Mask("iban", options: "part=bic").Of(bic);
        Assert.Matches("^XX[A-Z]{2}[A-Z]{2}[A-Z]0([0-9]{3}|XXX)?$", result.ToUpperInvariant());
        Assert.Equal((bic.Length, bic[4..6], bic.EndsWith("XXX", StringComparison.Ordinal)), (result.Length, result[4..6], result.EndsWith("XXX", StringComparison.Ordinal)));
        Assert.Equal(result[..8], StrategyRun.Mask("iban", options: "part=bic").Of(bic[..8]));
    }

    [Fact]
    public void Iban_and_bic_of_the_same_value_belong_together()
    {
        var (iban, bic) = (StrategyRun.Mask("iban", options: "by=id"), StrategyRun.Mask("iban", options: "part=bic;by=id"));
        var seen = new HashSet<string>();
        for (var id = 0; id < 300; id++)
        {
            var row = RowRun.Of(("id", $"{id}", null), ("iban", "GB82WEST12345698765432", iban), ("bic", "WESTGB22", bic));
            Assert.True(IsIban(row[1]), row[1]);
            Assert.Equal(row[1][4..8], row[2][..4]);
            Assert.Equal(row[1], RowRun.Of(("id", $"{id}", null), ("iban", "GB33BUKB20201555555555", iban))[1]);
            Assert.NotEqual(row[1], RowRun.Of(("id", $"{id}", null), ("iban", row[1], iban))[1]);
            Assert.NotEqual(row[2], RowRun.Of(("id", $"{id}", null), ("bic", row[2], bic))[1]);
            seen.Add(row[1]);
        }
        Assert.Equal(300, seen.Count);
        Assert.NotEqual(RowRun.Of(("id", @"\N", null), ("iban", "GB82WEST12345698765432", iban))[1], RowRun.Of(("id", @"\N", null), ("iban", "GB33BUKB20201555555555", iban))[1]);
    }

    [Theory]
    [InlineData("nobody's bank")]
    [InlineData("DEUT12FF")]
    [InlineData("DEUTDE")]
    public void What_is_no_bic_is_refused_and_never_quoted(string value) =>
        Assert.DoesNotContain("nobody", Assert.Throws<MaskException>(() => StrategyRun.Mask("iban", options: "part=bic").Of(value)).Message);

    [Fact]
    public void Any_iban_gives_a_valid_one()
    {
        var mask = StrategyRun.Mask("iban");
        for (var i = 0; i < 20_000; i++) Assert.True(IsIban(mask.Of($"DE00{i:000000000000000000}")));
        Assert.Throws<MaskException>(() => mask.Of("none"));
        Assert.Throws<MaskException>(() => mask.Of("1234567890123456"));
    }

    [Theory]
    [InlineData("4111 1111 1111 1111", "", "41")]
    [InlineData("378282246310005", "keep_bin=true", "378282")]
    [InlineData("5555-5555-5555-4444", "keep_bin=true;keep_last=true", "5555-55")]
    public void A_card_keeps_its_brand_and_form_and_passes_Luhn(string card, string options, string start)
    {
        var mask = StrategyRun.Mask("card", options: options);
        var result = mask.Of(card);
        Assert.StartsWith(start, result);
        Assert.Equal(Shape(card), Shape(result));
        Assert.NotEqual(card, result);
        Assert.True(IsLuhn(result));
        if (options.Contains("keep_last")) Assert.Equal(card[^4..], result[^4..]);
        for (var i = 0; i < 10_000; i++) Assert.True(IsLuhn(mask.Of($"4{i:00000} 12345 67890")));
        Assert.Throws<MaskException>(() => mask.Of("4111"));
    }

    [Theory]
    [InlineData("51.2562, 7.1508", 5000)]
    [InlineData("-33.86,151.2", 500)]
    [InlineData("69.65, 18.95", 20_000)]
    public void A_place_moves_within_its_radius_and_not_by_less_than_a_tenth(string place, double metres)
    {
        var distances = Enumerable.Range(1, 500).Select(key => Distance(place, StrategyRun.Mask("coordinates", options: $"radius={metres} m", key: (byte)(key % 250 + 1)).Of(place))).ToList();
        Assert.All(distances, distance => Assert.InRange(distance, metres * 0.09, metres * 1.02));
    }

    [Fact]
    public void A_point_is_longitude_and_latitude()
    {
        var mask = StrategyRun.Mask("coordinates", new("point", CiAnon.Catalogs.TypeKind.Other, "point"), "radius=5 km");
        var result = mask.Of("(151.2,-33.86)");
        var numbers = result.Trim('(', ')').Split(',');
        Assert.InRange(Distance("-33.86,151.2", $"{numbers[1]},{numbers[0]}"), 450, 5100);
        Assert.Throws<MaskException>(() => mask.Of("(1,2),(3,4)"));
    }

    [Theory]
    [InlineData("radius=5 miles")]
    [InlineData("radius=1 m")]
    [InlineData("radius=0 km")]
    public void A_radius_that_hides_nothing_is_refused(string options) => Assert.NotEmpty(StrategyRun.Problem("coordinates", options: options));

    private static double Distance(string one, string other)
    {
        var (a, b) = (Place(one), Place(other));
        var x = (b.Longitude - a.Longitude) * Math.Cos((a.Latitude + b.Latitude) / 2);
        return Math.Sqrt((x * x) + Math.Pow(b.Latitude - a.Latitude, 2)) * 6_378_137;
    }

    private static (double Latitude, double Longitude) Place(string text)
    {
        var numbers = text.Split(',').Select(part => double.Parse(part, CultureInfo.InvariantCulture) * Math.PI / 180).ToArray();
        return (numbers[0], numbers[1]);
    }

    private static string Shape(string text) => string.Concat(text.Select(one => char.IsDigit(one) ? '9' : char.IsUpper(one) ? 'A' : char.IsLower(one) ? 'a' : one));

    private static bool IsIban(string iban)
    {
        var compact = iban.Replace(" ", "").ToUpperInvariant();
        var digits = string.Concat((compact[4..] + compact[..4]).Select(one => char.IsDigit(one) ? one.ToString() : (one - 'A' + 10).ToString()));
        return BigInteger.Parse(digits, CultureInfo.InvariantCulture) % 97 == 1;
    }

    private static bool IsLuhn(string card) => card.Where(char.IsDigit).Reverse()
        .Select((one, place) => place % 2 == 0 ? one - '0' : ((one - '0') * 2 / 10) + ((one - '0') * 2 % 10)).Sum() % 10 == 0;
}
