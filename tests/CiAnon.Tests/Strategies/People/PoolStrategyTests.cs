using System.Text;
using CiAnon.Strategies;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Tests.Strategies.People;

/// <summary>Names, cities, companies, addresses.</summary>
public class PoolStrategyTests
{
    public static TheoryData<string> Strategies => ["first_name", "last_name", "name", "address", "city", "company"];

    [Theory]
    [MemberData(nameof(Strategies))]
    public void Results_fit_the_column(string strategy)
    {
        var mask = StrategyRun.Mask(strategy, StrategyRun.Varchar(14), locale: "de");
        Assert.All(Enumerable.Range(0, 2000), number => Assert.InRange(mask.Of("Anna " + number).Length, 2, 14));
    }

    [Theory]
    [MemberData(nameof(Strategies))]
    public void Results_are_ASCII_where_the_encoding_asks_for_it(string strategy)
    {
        var mask = StrategyRun.Mask(strategy, locale: "de", ascii: true);
        Assert.All(Enumerable.Range(0, 2000), number => Assert.True(Ascii.IsValid(mask.Of("Anna " + number))));
    }

    [Theory]
    [MemberData(nameof(Strategies))]
    public void A_pool_of_which_nearly_nothing_fits_is_refused(string strategy)
    {
        Assert.Matches("has only [0-9]+ values for locale 'en' that fit character varying\\(2\\); 20 are needed", StrategyRun.Problem(strategy, StrategyRun.Varchar(2)));
        Assert.Matches("has only [0-9]+ values for locale 'ru'.*ASCII", StrategyRun.Problem(strategy, locale: "ru", ascii: true));
    }

    [Theory]
    [InlineData("first_name")]
    [InlineData("last_name")]
    [InlineData("city")]
    [InlineData("company")]
    public void A_value_of_the_pool_is_never_its_own_pseudonym_in_any_case_or_padding(string strategy)
    {
        IReadOnlyList<string> pool = strategy switch
        {
            "first_name" => Pools.FirstNames("de"),
            "last_name" => Pools.LastNames("de"),
            "city" => Pools.Cities("de"),
            _ => Pools.Companies("de"),
        };
        for (byte key = 1; key < 10; key++)
        {
            var mask = StrategyRun.Mask(strategy, locale: "de", key: key);
            var shortOnes = StrategyRun.Mask(strategy, StrategyRun.Varchar(11), locale: "de", key: key);
            Assert.All(pool, value => Assert.NotEqual(value, mask.Of(value)));
            Assert.All(pool, value => Assert.NotEqual(value, shortOnes.Of(value)));
            Assert.All(pool, value => Assert.NotEqual(value.ToUpperInvariant(), mask.Of(value.ToUpperInvariant()).ToUpperInvariant()));
            Assert.All(pool, value => Assert.NotEqual(value, mask.Of(value + "   ")));
        }
    }

    [Fact]
    public void A_whole_name_has_a_first_and_a_last_name()
    {
        var mask = StrategyRun.Mask("name", locale: "de");
        var (first, last) = (Pools.FirstNames("de").ToHashSet(), Pools.LastNames("de").ToHashSet());
        Assert.All(Enumerable.Range(0, 500), number =>
        {
            var name = mask.Of("Anna Müller " + number);
            Assert.Contains(Enumerable.Range(0, name.Length), at => name[at] == ' ' && first.Contains(name[..at]) && last.Contains(name[(at + 1)..]));
        });
    }

    [Theory]
    [InlineData("en", @"^\d{1,3} \D")]
    [InlineData("fr", @"^\d{1,3} \D")]
    [InlineData("de", @"\D \d{1,3}$")]
    [InlineData("nl", @"\D \d{1,3}$")]
    public void The_number_stands_where_the_locale_has_it(string locale, string pattern)
    {
        var mask = StrategyRun.Mask("address", locale: locale);
        Assert.All(Enumerable.Range(0, 500), number => Assert.Matches(pattern, mask.Of("Hauptstraße " + number)));
    }

    [Fact]
    public void Pools_do_not_depend_on_what_Bogus_did_before()
    {
        var first = Draw("pl");
        _ = new Bogus.Faker("pl").Name.FirstName();
        Assert.Equal(first, Draw("pl"));
        Assert.Equal(first, Pools.FirstNames("pl"));

        static IEnumerable<string> Draw(string locale)
        {
            var set = new Bogus.DataSets.Name(locale) { Random = new Bogus.Randomizer(20240229) };
            return Enumerable.Range(0, 12_000).Select(_ => set.FirstName()).Distinct().Order(StringComparer.Ordinal).ToList();
        }
    }

    [Theory]
    [InlineData("first_name")]
    [InlineData("last_name")]
    [InlineData("name")]
    [InlineData("address")]
    [InlineData("city")]
    [InlineData("company")]
    public void Every_locale_has_values(string strategy)
    {
        foreach (var locale in Locales.All.Select(name => Locales.Find(name)!).Distinct())
        {
            var compilation = StrategyRun.Compile(strategy, locale: locale);
            Assert.True(compilation.Problem is null, $"{locale}: {compilation.Problem}");
            Assert.NotEqual("", compilation.Mask!.Of("Anna"));
        }
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("de-DE", "de")]
    [InlineData("DE", "de")]
    [InlineData("pt", "pt_PT")]
    [InlineData("no", "nb_NO")]
    [InlineData("en-GB", "en_GB")]
    [InlineData("klingon", null)]
    public void Locales_are_found_by_their_usual_names(string name, string? expected) => Assert.Equal(expected, Locales.Find(name));

    [Fact]
    public void An_unknown_locale_gets_a_suggestion()
    {
        Assert.StartsWith("unknown locale 'xn_GB', did you mean 'en_GB'?", Locales.Problem("xn_GB"));
        Assert.Null(Locales.Problem("de"));
    }
}
