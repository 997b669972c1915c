using CiAnon.Catalogs;
using CiAnon.Strategies;
using CiAnon.Strategies.Drawing;
using CiAnon.Strategies.Options;

namespace CiAnon.Tests.Strategies.People;

public class PersonGenderTests
{
    [Fact]
    public void Title_gender_and_first_name_belong_together_and_half_of_all_are_women()
    {
        var women = Pools.WomensNames("de").ToHashSet();
        var men = Pools.MensNames("de").ToHashSet();
        var counted = 0;
        for (var id = 0; id < 1000; id++)
        {
            var row = RowRun.Of(("id", $"{id}", null), ("anrede", "Herr", Part("title", "de")), ("sex", "M", Part("gender", "de")), ("word", "männlich", Part("gender", "de")), ("given", "Anna", Part("first_name", "de")));
            var isWoman = row[1] == "Frau";
            Assert.Equal(isWoman ? ("Frau", "W", "weiblich") : ("Herr", "M", "männlich"), (row[1], row[2], row[3]));
            Assert.Contains(row[4], isWoman ? women : men);
            if (isWoman) counted++;
        }
        Assert.InRange(counted, 440, 560);
    }

    [Fact]
    public void A_locale_that_tells_names_apart_has_hardly_any_in_both_pools()
    {
        foreach (var locale in new[] { "en", "de", "fr", "it", "es", "pl" })
        {
            var both = Pools.WomensNames(locale).Intersect(Pools.MensNames(locale)).Count();
            Assert.True(both * 10 < Pools.WomensNames(locale).Count, $"{locale}: {both} of {Pools.WomensNames(locale).Count} women's and {Pools.MensNames(locale).Count} men's");
        }
    }

    [Theory]
    [InlineData("gender", "Male", "Female", "en")]
    [InlineData("gender", "FEMALE", "MALE", "en")]
    [InlineData("gender", "other", "female", "en")]
    [InlineData("gender", "f", "m", "en")]
    [InlineData("gender", "Frau", "Mann", "de")]
    [InlineData("gender", "v", "m", "nl")]
    [InlineData("gender", "Kobieta", "Mężczyzna", "pl")]
    [InlineData("gender", "女", "男", "ja")]
    [InlineData("title", "Mr", "Ms", "en")]
    [InlineData("title", "Mr.", "Ms.", "en")]
    [InlineData("title", "MRS", "MR", "en")]
    [InlineData("title", "Dr. med.", "Mme", "fr")]
    public void A_value_is_written_as_its_column_writes(string part, string value, string other, string locale)
    {
        var results = Enumerable.Range(0, 60).Select(id => RowRun.Of(("id", $"{id}", null), ("x", value, Part(part, locale)))[1]).ToHashSet();
        Assert.Equal(2, results.Count);
        Assert.Contains(other, results);
        if (value is not ("other" or "MRS" or "Dr. med.")) Assert.Contains(value, results);
    }

    [Fact]
    public void Values_say_it_for_codes_and_switches_and_labels_say_it_themselves()
    {
        var mask = StrategyRun.Mask("person", StrategyRun.Integer, "part=gender;by=id;values=[\"2\",\"1\"]");
        var flag = StrategyRun.Mask("person", new ColumnType("boolean", TypeKind.Boolean, "bool"), "part=gender;by=id;values=[\"f\",\"t\"]");
        var title = StrategyRun.Mask("person", options: "part=title;by=id");
        for (var id = 0; id < 50; id++)
        {
            var row = RowRun.Of(("id", $"{id}", null), ("sex", "9", mask), ("is_male", "t", flag), ("title", "Mr", title));
            Assert.Equal((row[3] == "Ms" ? "2" : "1", row[3] == "Ms" ? "f" : "t"), (row[1], row[2]));
        }
        Assert.Equal(["FEMALE", "MALE"], Labels("gender", "MALE", "FEMALE", "UNKNOWN"));
        Assert.Equal(["M", "W"], Labels("gender", "M", "W", "D"));
        Assert.Equal(["Mr", "Mrs"], Labels("title", "Dr", "Mr", "Mrs"));
    }

    [Fact]
    public void What_a_column_means_is_never_guessed()
    {
        Assert.Contains("values: [f, m]", StrategyRun.Problem("person", StrategyRun.Integer, "part=gender;by=id"));
        Assert.Contains("two values", StrategyRun.Problem("person", options: "part=gender;by=id;values=[\"f\",\"m\",\"x\"]"));
        Assert.Contains("whole number", StrategyRun.Problem("person", StrategyRun.Integer, "part=gender;by=id;values=[\"f\",\"m\"]"));
        Assert.Contains("has room for 1", StrategyRun.Problem("person", StrategyRun.Varchar(1), "part=gender;by=id;values=[\"she\",\"he\"]"));
        Assert.Contains("no use for", StrategyRun.Problem("person", options: "part=name;by=id;values=[\"f\",\"m\"]"));
        Assert.Contains("writes a text", StrategyRun.Problem("person", StrategyRun.Integer, "part=name;by=id"));
        Assert.Contains("can't tell", Compile("gender", ["happy", "sad"]).Problem);
        // An English f isn't German, a number is nobody's, and what doesn't fit isn't cut.
        Assert.Throws<MaskException>(() => Part("gender", "de").Of("f"));
        Assert.Throws<MaskException>(() => Part("gender", "en").Of("1"));
        var narrow = StrategyRun.Mask("person", StrategyRun.Varchar(4), "part=gender;by=id");
        Assert.Contains(Enumerable.Range(0, 20), id => Throws(() => RowRun.Of(("id", $"{id}", null), ("sex", "male", narrow))));
    }

    private static Mask Part(string part, string locale) => StrategyRun.Mask("person", options: $"part={part};by=id", locale: locale);

    private static List<string> Labels(string part, params string[] allowed)
    {
        var mask = Compile(part, allowed).Mask!;
        return [.. Enumerable.Range(0, 60).Select(id => RowRun.Of(("id", $"{id}", null), ("x", allowed[0], mask))[1]).Distinct().Order(StringComparer.Ordinal)];
    }

    private static Compilation Compile(string part, string[] allowed)
    {
        var strategy = StrategyRegistry.Find("person")!;
        var options = new OptionValues(new Dictionary<string, string> { ["part"] = part, ["by"] = "id" });
        return strategy.Compile(StrategyDocs.ExampleContext(strategy) with { Options = options, Type = StrategyRun.Mood, Allowed = allowed });
    }

    private static bool Throws(Func<string[]> run)
    {
        try
        {
            run();
            return false;
        }
        catch (Exception problem) when (problem is MaskException || problem.InnerException is MaskException || problem.GetType().Name == "RowException")
        {
            return true;
        }
    }
}
