using CiAnon.Strategies;
using CiAnon.Strategies.Options;

namespace CiAnon.Tests.Strategies;

public class StrategyOptionsTests
{
    [Theory]
    [InlineData("email", "domian=x.example", "domian", "strategy 'email' has no option 'domian', did you mean 'domain'?")]
    [InlineData("email", "colour=red", "colour", "strategy 'email' has no option 'colour'; it has domain, fold_case, seed")]
    [InlineData("null", "x=1", "x", "strategy 'null' has no option 'x'; it has none")]
    [InlineData("email", "fold_case=yes", "fold_case", "option 'fold_case' takes true or false")]
    [InlineData("hash", "length=many", "length", "option 'length' takes a whole number")]
    [InlineData("hash", "length=65", "length", "option 'length' takes a whole number from 8 to 64")]
    [InlineData("hash", "length=7", "length", "option 'length' takes a whole number from 8 to 64")]
    [InlineData("phone", "format=kepe", "format", "option 'format' takes local or e164 or national or keep, not 'kepe', did you mean 'keep'?")]
    [InlineData("date", "truncate=day", "truncate", "option 'truncate' takes year or month, not 'day'")]
    [InlineData("date", "from=1.1.2000;to=2000-02-30", "from,to", "option 'from' takes a date written YYYY-MM-DD")]
    public void A_wrong_option_is_explained(string strategy, string options, string names, string problem)
    {
        var problems = Validate(strategy, options);
        Assert.Equal(names.Split(','), problems.Select(one => one.Option));
        Assert.Equal(problem, problems[0].Problem);
        Assert.False(problems[0].IsMissing);
    }

    [Theory]
    [InlineData("random", "between")]
    [InlineData("constant", "value")]
    public void A_missing_option_is_reported(string strategy, string option)
    {
        var problem = Assert.Single(Validate(strategy, ""));
        Assert.True(problem.IsMissing);
        Assert.StartsWith($"strategy '{strategy}' needs option '{option}': ", problem.Problem);
    }

    [Theory]
    [InlineData("90 days")]
    [InlineData("1 year")]
    [InlineData("1.5 hours")]
    [InlineData("10%")]
    [InlineData("0.5 %")]
    [InlineData("500")]
    [InlineData("0.05")]
    public void Ranges_are_accepted(string range) => Assert.Empty(Validate("noise", "range=" + range));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("90days ago")]
    [InlineData("ninety days")]
    [InlineData("5 fortnights")]
    [InlineData("1e9")]
    [InlineData("2000%")]
    [InlineData("%")]
    [InlineData("10 % of it")]
    public void Other_ranges_are_refused(string range) =>
        Assert.StartsWith("option 'range' takes a span such as '90 days'", Assert.Single(Validate("noise", "range=" + range)).Problem);

    private static IReadOnlyList<OptionProblem> Validate(string strategy, string options) =>
        StrategyOptions.Validate(
            StrategyRegistry.Find(strategy)!,
            options.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]));
}
