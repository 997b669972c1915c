namespace CiAnon.Tests.Strategies;

/// <summary>What headers of messages hold in the place of an address.</summary>
public class MailboxTests
{
    private const string Anna = "anna.berg@x.example";
    private const string Ben = "ben@y.example";

    [Theory]
    [InlineData("email", "")]
    [InlineData("person", "part=email;digits=8")]
    public void An_address_gets_in_brackets_in_lists_and_behind_a_scheme_what_it_gets_alone(string strategy, string options)
    {
        var mask = StrategyRun.Mask(strategy, options: options);
        var (anna, ben) = (mask.Of(Anna), mask.Of(Ben));
        Assert.Equal($"<{anna}>", mask.Of($"<{Anna}>"));
        Assert.Equal($"{anna}, {ben}", mask.Of($"{Anna}, {Ben}"));
        Assert.Equal($"{anna};{ben};", mask.Of($"{Anna};{Ben};"));
        Assert.Equal($" {anna}\n", mask.Of($" {Anna}\n"));
        Assert.Equal($"mailto:{anna}", mask.Of($"mailto:{Anna}"));
        Assert.Equal($"{anna} <{anna}>", mask.Of($"{Anna} <{Anna}>"));
        Assert.Equal($"{ben} <MAILTO:{anna}>", mask.Of($"{Ben} <MAILTO:{Anna}>"));
        Assert.EndsWith($" <{anna}>", mask.Of($"Anna Berg <{Anna}>"), StringComparison.Ordinal);
        Assert.EndsWith($" <{anna}>, {ben}", mask.Of($"\"Berg, Anna\" <{Anna}>, {Ben}"), StringComparison.Ordinal);
        Assert.Matches($"^{ben}, [^,<]+ <{anna}>$", mask.Of($"{Ben}, Berg, Anna <{Anna}>"));
    }

    [Fact]
    public void The_name_before_an_address_is_the_person_s_whose_address_it_is()
    {
        var mask = StrategyRun.Mask("person", options: "part=email");
        var name = StrategyRun.Mask("person", options: "part=name");
        Assert.Equal($"{name.Of(Ben)} <{mask.Of(Ben)}>; {name.Of(Anna)} <{mask.Of(Anna)}>", mask.Of($"Ben <{Ben}>; Anna Berg <{Anna}>"));
    }

    [Fact]
    public void Names_beside_a_mailbox_are_those_of_its_address()
    {
        var (first, mail) = (StrategyRun.Mask("person", options: "part=first_name;by=mail"), StrategyRun.Mask("person", options: "part=email;by=mail"));
        var alone = RowRun.Of(("mail", Anna, mail), ("given", "Anna", first));
        var inBrackets = RowRun.Of(("mail", $"Anna Berg <{Anna}>", mail), ("given", "Anna", first));
        Assert.Equal(alone[1], inBrackets[1]);
        Assert.Matches($"^{alone[1]} [^<]+ <{alone[0]}>$", inBrackets[0]);
        // Another column says who it is, and the second address of a list is somebody else's.
        var byId = RowRun.Of(("id", "7", null), ("mail", $"{Anna}, {Ben}", StrategyRun.Mask("person", options: "part=email;by=id")));
        Assert.Equal($"{RowRun.Of(("id", "7", null), ("mail", Anna, StrategyRun.Mask("person", options: "part=email;by=id")))[1]}, {mail.Of(Ben)}", byId[1]);
    }

    [Theory]
    [InlineData("email", "")]
    [InlineData("person", "part=email")]
    public void Anything_else_becomes_one_address_and_nothing_of_it_stays(string strategy, string options)
    {
        var mask = StrategyRun.Mask(strategy, options: options);
        foreach (var value in new[]
        {
            "Anna Berg", "anna at x.example", $"see {Anna}", $"{Anna} {Ben}", $"Anna <{Anna}", $"Anna <{Anna}> Berg", $"Anna <{Anna} >", "Anna <>", $"\"Anna <{Anna}>", $"<<{Anna}>>", ", ;", "  ",
            $"mailto:{Anna}?cc={Ben}", $"{Anna} (Anna Berg)", "Undisclosed recipients:;", $"Anna, {Ben}, Berg", $"{Anna},Berg", "@", "a@b@c, d@e",
        })
        {
            Assert.Matches("^[a-z0-9_.]+@anon\\.example$", mask.Of(value));
        }
    }

    [Theory]
    [InlineData("email", "")]
    [InlineData("person", "part=email;digits=12")]
    public void Nothing_but_marks_of_any_text_stays(string strategy, string options)
    {
        var mask = StrategyRun.Mask(strategy, options: options);
        var random = new Random(7);
        string[] parts = ["zqxa@zqx.example", "Zqxanna", "\"Zqx, A\"", "<", ">", ",", ";", " ", "\n", "mailto:", "\\", "(zqx)", "\""];
        for (var i = 0; i < 20_000; i++)
        {
            var value = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => parts[random.Next(parts.Length)]));
            Assert.DoesNotContain("zqx", mask.Of(value), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("email", "")]
    [InlineData("person", "part=email")]
    public void What_is_distinct_in_a_unique_column_stays_distinct(string strategy, string options)
    {
        var mask = StrategyRun.Mask(strategy, options: options, distinct: 1000).In(StrategyRun.Text, isUnique: true, kind: null);
        string[] values = [Anna, $"<{Anna}>", $"Anna <{Anna}>", $"A. Berg <{Anna}>", $"\"A. Berg\" <{Anna}>", $"{Ben} <{Anna}>", $"{Anna} <{Anna}>", $"{Anna},{Ben}", $"{Anna}, {Ben}", $"{Ben}, {Anna}", $"mailto:{Anna}", $"{Anna} ", $"{Anna};{Ben}", $"{Anna} {Ben}"];
        Assert.Equal(values.Length, values.Select(mask.Of).Distinct().Count());
        var narrow = mask.In(StrategyRun.Varchar(48), isUnique: true, kind: null);
        Assert.Equal(values.Length, values.Select(narrow.Of).Distinct().Count());
        Assert.All(values, value => Assert.True(narrow.Of(value).Length <= 48));
    }

    [Fact]
    public void A_list_has_the_room_of_its_own_column_and_else_becomes_one_address()
    {
        var shared = StrategyRun.Mask("email", StrategyRun.Varchar(40));
        Assert.Matches("^user_[0-9a-f]{12}@anon\\.example$", shared.Of($"{Anna}, {Ben}"));
        Assert.Equal($"{shared.Of(Anna)}, {shared.Of(Ben)}", shared.In(StrategyRun.Text, isUnique: false, kind: null).Of($"{Anna}, {Ben}"));
    }
}
