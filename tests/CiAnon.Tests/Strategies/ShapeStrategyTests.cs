using System.Text.RegularExpressions;

namespace CiAnon.Tests.Strategies;

public class ShapeStrategyTests
{
    [Theory]
    [InlineData("last=4", "4111-1111-1111-1234", "****-****-****-1234")]
    [InlineData("first=2", "Müller, Anna", "Mü****, ****")]
    [InlineData("first=1;last=1;character=•", "Ann", "A•n")]
    [InlineData("first=4", "Anna", "****")]
    [InlineData("first=2;last=2", "Anna", "****")]
    [InlineData("delimiters=mask", "a-b", "***")]
    [InlineData("", "**-*", "****")]
    [InlineData("", "***", "xxx")]
    [InlineData("", "- -", "***")]
    [InlineData("redact_last=4", "+49 30 901820", "+49 30 90****")]
    [InlineData("redact_last=4", "(030) 90-18", "(030) **-**")]
    [InlineData("redact_last=4", "1234", "****")]
    [InlineData("redact_last=4;character=x", "030 12 xxxx", "030 12 ****")]
    [InlineData("first=2;last=2;character=x", "12xx34", "12**34")]
    public void A_mask_leaves_ends_and_delimiters_and_never_the_whole(string options, string value, string result)
    {
        Assert.Equal(result, StrategyRun.Mask("mask", options: options).Of(value));
        Assert.Equal(options.Contains("first") || options.Contains("last"), StrategyRun.Compile("mask", options: options).Publishes is not null);
    }

    [Fact]
    public void What_goes_and_what_stays_cannot_both_be_said() => Assert.Contains("redact_last", StrategyRun.Problem("mask", options: "first=2;redact_last=4"));

    [Theory]
    [InlineData(@"[A-Z]{3}-\d{4}", @"^[A-Z]{3}-[0-9]{4}\z")]
    [InlineData("[1,9] [10,20]", @"^[1-9] (1\d|20)\z")]
    [InlineData(@"\w{2,5}\[x\]", @"^[a-z0-9]{2,5}\[x\]\z")]
    [InlineData("[äöü]{8}", @"^[äöü]{8}\z")]
    [InlineData("{first_name}!", @"^\p{L}.+!\z")]
    public void A_pattern_gives_texts_of_its_form(string pattern, string expected)
    {
        var mask = StrategyRun.Mask("pattern", options: "pattern=" + pattern);
        var results = Enumerable.Range(0, 500).Select(i => mask.Of($"value {i}")).ToList();
        Assert.All(results, result => Assert.Matches(new Regex(expected), result));
        Assert.True(results.Distinct().Count() > 5);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{3}")]
    [InlineData("x{3}")]
    [InlineData("[9,1]")]
    [InlineData(@"\d{5,2}")]
    [InlineData("{keep}")]
    [InlineData("{nobody}")]
    [InlineData("{constant}")]
    [InlineData("{noise}")]
    public void A_pattern_that_says_nothing_is_refused(string pattern) => Assert.NotEmpty(StrategyRun.Problem("pattern", options: "pattern=" + pattern));

    [Fact]
    public void A_pattern_may_be_made_from_other_columns()
    {
        var mask = StrategyRun.Mask("pattern", options: "pattern={first_name:given}.{hash:code}@x.example");
        var given = StrategyRun.Mask("first_name");
        var row = RowRun.Of(("mail", "a@b.c", mask), ("given", "Anna", given), ("code", "7", null));
        Assert.Matches($@"^{row[1]}\.[0-9a-f]{{32}}@x\.example\z", row[0]);
        Assert.StartsWith(".", RowRun.Of(("mail", "a@b.c", mask), ("given", @"\N", given), ("code", "7", null))[0]);
    }

    [Fact]
    public void A_template_has_what_the_other_columns_become()
    {
        var template = StrategyRun.Mask("template", options: "text={first} {last} <{first|initial}{last|slug}@x.example> {{{tier|upper}}}");
        var row = RowRun.Of(("shown", "Anna", template), ("first", "Anna", StrategyRun.Mask("first_name")), ("last", "Müller", StrategyRun.Mask("last_name")), ("tier", "gold", null));
        Assert.Equal($"{row[1]} {row[2]} <{row[1][0]}{row[2].ToLowerInvariant().Replace("'", "")}@x.example> {{GOLD}}", row[0]);
        Assert.Equal("  <@x.example> {}", RowRun.Of(("shown", "x", template), ("first", @"\N", null), ("last", "", null), ("tier", @"\N", null))[0]);
        Assert.Equal(@"\N", RowRun.Of(("shown", @"\N", template), ("first", "a", null), ("last", "b", null), ("tier", "c", null))[0]);
    }

    [Fact]
    public void A_template_is_cut_to_its_column()
    {
        var template = StrategyRun.Mask("template", StrategyRun.Varchar(4), "text={a}{a}");
        Assert.Equal("äöüä", RowRun.Of(("t", "x", template), ("a", "äöü", null))[0]);
    }

    [Theory]
    [InlineData("{first|loud}")]
    [InlineData("{first")]
    [InlineData("a } b")]
    public void A_template_that_cannot_be_read_is_refused(string text) => Assert.NotEmpty(StrategyRun.Problem("template", options: "text=" + text));

    [Theory]
    [InlineData("", "abc 123", "^[a-z0-9]{7}$")]
    [InlineData("length=10;alphabet=hex", "x", "^[0-9a-f]{10}$")]
    [InlineData("length=5;alphabet=äöü", "x", "^[äöü]{5}$")]
    [InlineData("alphabet=01", "1", "^0$")]
    public void A_string_is_drawn_from_its_alphabet(string options, string value, string expected) =>
        Assert.Matches(expected, StrategyRun.Mask("string", options: options).Of(value));

    [Fact]
    public void A_string_says_how_long_it_must_be_to_stay_unique()
    {
        Assert.Contains("needs a length of 14 to keep up to 1000000 values", StrategyRun.Problem("string", distinct: 1_000_000));
        Assert.Contains("and 9 is given", StrategyRun.Problem("string", options: "length=9", distinct: 1_000_000));
    }

    [Fact]
    public void A_choice_follows_its_weights()
    {
        var mask = StrategyRun.Mask("choice", options: "values=[\"a\",\"b\",\"c\"];weights=[\"8\",\"2\",\"0\"]");
        var counts = Enumerable.Range(0, 10_000).Select(i => mask.Of($"{i}")).CountBy(one => one).ToDictionary();
        Assert.InRange(counts["a"], 7800, 8200);
        Assert.False(counts.ContainsKey("c"));
    }

    [Theory]
    [InlineData("values=[\"x\"]", "is not a whole number")]
    [InlineData("values=[\"1\",\"2\"];weights=[\"1\"]", "as many weights as values")]
    [InlineData("values=[\"1\"];weights=[\"0\"]", "as many weights as values")]
    public void A_choice_that_does_not_fit_is_refused(string options, string problem) =>
        Assert.Contains(problem, StrategyRun.Problem("choice", StrategyRun.Integer, options));

    [Fact]
    public void Another_label_is_never_the_same_and_all_are_drawn()
    {
        var mask = StrategyRun.Mask("enum", StrategyRun.Mood);
        Assert.All(StrategyRun.Moods, mood => Assert.Contains(mask.Of(mood), StrategyRun.Moods.Except([mood])));
        Assert.Contains("needs an enum type", StrategyRun.Problem("enum"));
    }
}
