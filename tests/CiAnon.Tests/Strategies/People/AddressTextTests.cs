using CiAnon.Strategies;

namespace CiAnon.Tests.Strategies.People;

/// <summary><c>preserve_fields</c> of an address in one text.</summary>
public class AddressTextTests
{
    [Theory]
    [InlineData("en", "city,state,zip", "742 Evergreen Ter, Springfield, IL 62704", ", Springfield, IL 62704")]
    [InlineData("en", "city,country", "742 Evergreen Ter, Springfield, IL 62704, USA", ", Springfield, ?? #####, USA")]
    [InlineData("en", "region,postal_code", "742 Evergreen Ter, Apt 5, Springfield, IL 62704", ", *, IL 62704")]
    [InlineData("en", "city,region", "350 Fifth Ave 3, New York NY 10118", ", New York NY #####")]
    [InlineData("en_GB", "city,postal_code", "10 Downing Street, London SW1A 2AA, UK", ", London SW1A 2AA, GB")]
    [InlineData("en_GB", "city,postal_code", "10 Downing Street, London, SW1A 2AA", ", London, SW1A 2AA")]
    [InlineData("de", "city", "Hauptstraße 5, 12345 Bad Hönningen", ", ##### Bad Hönningen")]
    [InlineData("de", "postal_code,country", "c/o Anna Müller, Hauptstraße 5, 12345 Berlin, Deutschland", ", 12345 *, Deutschland")]
    [InlineData("en", "city,state,zip", "5 Palm Ave, San Diego, CA 92101", ", San Diego, CA 92101")]
    [InlineData("en", "city,state,zip", "5 Palm Ave, Virginia Beach, VA 23450", ", Virginia Beach, VA 23450")]
    [InlineData("de", "city,postal_code", "Hauptstraße 5, 60311 Frankfurt am Main", ", 60311 Frankfurt am Main")]
    [InlineData("nl", "city,postal_code", "Damrak 1, 1012 AB Amsterdam", ", 1012 AB Amsterdam")]
    [InlineData("fr", "city,country", "5 rue de Lille, 75007 Paris, France", ", ##### Paris, France")]
    [InlineData("en", "city,state", "742 Evergreen Ter\nSpringfield, IL 62704\nUSA", "\nSpringfield\nIL #####\nUSA")]
    public void What_is_to_stay_stays_and_nothing_else(string locale, string fields, string value, string end)
    {
        var mask = Preserving(locale, fields);
        for (var house = 0; house < 50; house++)
        {
            var original = value.Replace("5", "5" + house, StringComparison.Ordinal) is var changed && end.Contains('5', StringComparison.Ordinal) ? value : changed;
            var result = mask.Of(original);
            var pattern = System.Text.RegularExpressions.Regex.Escape(end).Replace("\\#", "[0-9]", StringComparison.Ordinal).Replace("\\*", "[^,]+", StringComparison.Ordinal).Replace("\\?", "[A-Z]", StringComparison.Ordinal);
            Assert.Matches(pattern + "$", result);
            var street = original[..original.IndexOfAny([',', '\n'])];
            Assert.DoesNotContain(street, result, StringComparison.Ordinal);
            Assert.DoesNotContain("Müller", result, StringComparison.Ordinal);
            Assert.DoesNotContain("Apt 5", result, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Springfield")]
    [InlineData("Homer Simpson, 62704")]
    [InlineData("Homer Simpson, IL 62704")]
    [InlineData("742 Evergreen Ter, Homer Simpson")]
    [InlineData("Rose Cottage, Homer Simpson, IL 62704")]
    [InlineData("742 Evergreen Ter, c/o Homer Simpson, IL 62704")]
    [InlineData("742 Evergreen Ter, homer@simpson.example, IL 62704")]
    [InlineData("Homer Simpson 742 Evergreen Ter Springfield IL 62704")]
    [InlineData("742 Evergreen Ter, Springfield, ask for Homer Simpson 62704")]
    [InlineData("742 Evergreen Ter, Homer Simpson 62704")]
    [InlineData("742 Evergreen Ter, Homer Simpson, 62704")]
    [InlineData("742 Evergreen Ter, IL 62704")]
    [InlineData("742 Evergreen Ter, Homer Simpson, IL 62704")]
    [InlineData("742 Evergreen Ter, Anna Zorblatt IL 62704")]
    [InlineData("Hauptstraße 5, 12345 Anna Müller")]
    [InlineData(",,,,")]
    [InlineData("USA")]
    public void What_is_not_recognized_for_certain_is_replaced(string value)
    {
        var result = Preserving("en", "city,state,zip,country").Of(value);
        Assert.Matches("^[0-9]+ .+, .+, [A-Z].+ [0-9]{5}(, United States)?$", result);
        foreach (var word in value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 3 && word != "USA"))
            Assert.DoesNotContain(word, result, StringComparison.Ordinal);
    }

    [Fact]
    public void The_street_never_stays_and_a_part_has_no_fields()
    {
        Assert.Contains("the street never stays", StrategyRun.Problem("address", options: "preserve_fields=[\"street\"]"));
        Assert.Contains("each once", StrategyRun.Problem("address", options: "preserve_fields=[\"zip\",\"postal_code\"]"));
        Assert.Contains("not of its line", StrategyRun.Problem("address", options: "part=line;preserve_fields=[\"city\"]"));
        Assert.Equal("publishes city, country where they are recognized", StrategyRun.Compile("address", options: "preserve_fields=[\"city\",\"country\"]").Publishes);
    }

    [Fact]
    public void Any_text_loses_all_but_what_may_be_a_town()
    {
        var random = new Random(20261129);
        var mask = Preserving("en", "city,state,zip,country");
        string[] pieces = ["Qwertinho", "742", "Main St", ",", ";", "\n", " ", "IL", "62704", "c/o", "USA", "SW1A 1AA", ".", "Ko-Ko", "\r\n", "12345 "];
        for (var i = 0; i < 20_000; i++)
        {
            var text = "Zorblatt " + string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var result = mask.Of(text);
            Assert.DoesNotContain("Zorblatt", result, StringComparison.Ordinal);
            Assert.DoesNotContain("c/o", result, StringComparison.Ordinal);
            Assert.NotEqual(text, result);
        }
    }

    private static Mask Preserving(string locale, string fields) =>
        StrategyRun.Mask("address", options: $"preserve_fields=[{string.Join(',', fields.Split(',').Select(field => $"\"{field}\""))}]", locale: locale);
}
