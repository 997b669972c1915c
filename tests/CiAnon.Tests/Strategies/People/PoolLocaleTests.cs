using System.Text;
using System.Text.RegularExpressions;
using CiAnon.Recognition;
using CiAnon.Strategies;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Tests.Strategies.People;

/// <summary>A locale that is offered is that country's.</summary>
public class PoolLocaleTests
{
    private static readonly (string Kind, Func<string, IReadOnlyList<string>> Of)[] Kinds =
        [("first names", Pools.FirstNames), ("women's names", Pools.WomensNames), ("men's names", Pools.MensNames), ("last names", Pools.LastNames), ("cities", Pools.Cities), ("streets", Pools.Streets)];

    [Theory]
    [InlineData("en_GB", "^[A-Z][A-Za-z ]+$")]
    [InlineData("de_CH", "^[\\p{L} -]+$")]
    [InlineData("ja", "^[\\p{IsCJKUnifiedIdeographs}\\p{IsHiragana}\\p{IsKatakana}ー]+$")]
    [InlineData("zh_TW", "^[\\p{IsCJKUnifiedIdeographs}]+$")]
    [InlineData("pt_BR", "^[\\p{L} -]+$")]
    [InlineData("pl", "^[\\p{L} ]+$")]
    public void Jobs_are_of_the_locale_s_language_and_called_like_nobody(string locale, string form)
    {
        var jobs = Pools.Jobs(locale);
        Assert.True(jobs.Count >= 35);
        Assert.All(jobs, job => Assert.Matches(form, job));
        Assert.DoesNotContain(jobs, job => Recognizers.All.Any(recognizer => recognizer.Count(Encoding.UTF8.GetBytes(job)) > 0));
        Assert.Contains(StrategyRun.Mask("job", locale: locale).Of("Baker"), jobs);
    }

    [Fact]
    public void A_language_without_jobs_says_what_to_do() => Assert.Contains("choice", StrategyRun.Problem("job", locale: "ar"));

    [Fact]
    public void No_country_has_English_names_for_its_own()
    {
        var problems = new List<string>();
        foreach (var locale in Locales.All.Select(name => Locales.Find(name)!).Distinct().Where(locale => !locale.StartsWith("en", StringComparison.Ordinal)))
            foreach (var (kind, of) in Kinds)
            {
                var own = of(locale);
                var english = own.Intersect(of("en")).Count();
                if (own.Count < 20) problems.Add($"{locale} has {own.Count} {kind}");
                if (english * 5 >= own.Count * 3) problems.Add($"{locale}: {english} of {own.Count} {kind} are English");
            }
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("ja", @"^[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}々ヶ]+$", 250, 500)]
    [InlineData("ko", @"^[\p{IsHangulSyllables}]+$", 450, 100)]
    [InlineData("zh_CN", @"^[\p{IsCJKUnifiedIdeographs}]+$", 140, 160)]
    [InlineData("vi", @"^\p{L}+$", 200, 20)]
    [InlineData("nl", @"^[\p{L}' -]+$", 900, 130)]
    [InlineData("pt_BR", @"^[\p{L}' ]+$", 140, 400)]
    [InlineData("fr_CA", @"^[\p{L}' -]+$", 800, 140)]
    [InlineData("fr_CH", @"^[\p{L}' -]+$", 800, 190)]
    public void A_locale_has_names_in_its_script_and_enough_of_them(string locale, string script, int first, int last)
    {
        Assert.True(Pools.FirstNames(locale).Count >= first, $"{Pools.FirstNames(locale).Count} first names");
        Assert.True(Pools.LastNames(locale).Count >= last, $"{Pools.LastNames(locale).Count} last names");
        Assert.All(Pools.FirstNames(locale).Concat(Pools.WomensNames(locale)).Concat(Pools.LastNames(locale)), name => Assert.Matches(script, name));
    }

    [Theory]
    [InlineData("de_CH", "strasse|gasse|weg|str\\.|platz|allee|ring", "ß")]
    [InlineData("fr_CH", "^(Rue|Place|Avenue|Allée|Passage|Quai|Impasse|Boulevard|Voie)", "Street")]
    [InlineData("fr_CA", "^(Rue|Place|Avenue|Allée|Passage|Quai|Impasse|Boulevard|Voie)", "Street")]
    public void Streets_are_called_as_in_the_country(string locale, string usual, string never)
    {
        var streets = Pools.Streets(locale);
        Assert.True(streets.Count(street => Regex.IsMatch(street, usual, RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1))) * 2 > streets.Count, string.Join(", ", streets.Take(20)));
        Assert.DoesNotContain(streets, street => street.Contains(never, StringComparison.Ordinal));
    }
}
