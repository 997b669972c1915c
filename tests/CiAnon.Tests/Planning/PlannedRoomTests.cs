using CiAnon.Diagnostics;

namespace CiAnon.Tests.Planning;

public class PlannedRoomTests
{
    private readonly Schema _schema = new();

    [Fact]
    public void Unique_values_must_fit_into_the_column()
    {
        _schema.Table("a", [Schema.Unique("code")], "code varchar(20)");
        _schema.Plan("tables: { a: { columns: { code: hash } } }");
        _schema.Rows = 1L << 40;
        Assert.Equal(["2 CIANON1206"], _schema.Problems("tables: { a: { columns: { code: hash } } }"));
    }

    [Fact]
    public void Columns_with_the_same_rule_share_the_shortest_length_and_so_their_pseudonyms()
    {
        var a = _schema.Table("a", "email text");
        var b = _schema.Table("b", "email varchar(30)");
        var c = _schema.Table("c", "email varchar(60)");
        var plan = _schema.Plan("columns: { email: email }");
        var results = new[] { a, b, c }.Select(table => Schema.Masked(plan[table].Find("email")!)).ToList();
        Assert.Single(results.Distinct());
        Assert.True(results[0].Length <= 30);
    }

    [Fact]
    public void A_short_column_does_not_cut_the_texts_of_long_ones()
    {
        var a = _schema.Table("a", "body text", "code char(3)");
        var b = _schema.Table("b", "body text", "body40 varchar(40)");
        var plan = _schema.Plan("tables: { a: { columns: { body: text, code: text } }, b: { columns: { body: text, body40: text } } }");
        const string value = "a message that is longer than forty characters, as most of them are";
        var long1 = Schema.Masked(plan[a].Find("body")!, value);
        Assert.InRange(long1.Length, 50, value.Length);
        Assert.Equal(long1, Schema.Masked(plan[b].Find("body")!, value));
        Assert.InRange(Schema.Masked(plan[a].Find("code")!, "abc").TrimEnd().Length, 1, 3);
        Assert.InRange(Schema.Masked(plan[b].Find("body40")!, value[..40]).Length, 30, 40);
    }

    [Theory]
    [InlineData("last_name", 7)]
    [InlineData("name", 15)]
    [InlineData("city", 11)]
    [InlineData("address", 16)]
    [InlineData("company", 14)]
    public void A_short_column_does_not_impoverish_the_invented_values_of_long_ones(string strategy, int room)
    {
        var a = _schema.Table("a", "long text", $"short varchar({room})");
        var plan = _schema.Plan($"columns: {{ long: {strategy}, short: {strategy} }}");
        var pairs = Enumerable.Range(0, 200).Select(number => (Long: Schema.Masked(plan[a].Find("long")!, $"A{number}"), Short: Schema.Masked(plan[a].Find("short")!, $"A{number}"))).ToList();
        Assert.All(pairs, pair => Assert.InRange(pair.Short.Length, 1, room));
        Assert.Contains(pairs, pair => pair.Long.Length > room);
        if (strategy is "last_name" or "city" or "company") Assert.All(pairs.Where(pair => pair.Long.Length <= room), pair => Assert.Equal(pair.Long, pair.Short));
    }

    [Theory]
    [InlineData("text", "char(3)", "has room for 3 characters, less than a word of it")]
    [InlineData("hash", "varchar(8)", "has room for 8 of 32 hexadecimal digits; public.a.long, which has more room, gets the same pseudonyms unless one of the two has a seed of its own")]
    [InlineData("email", "varchar(24)", "has room for 6 of 12 hexadecimal digits; public.a.long, which has more room, gets the same pseudonyms unless one of the two has a seed of its own")]
    [InlineData("city", "varchar(8)", "has room for only [0-9]+ of [0-9]+ invented values")]
    public void The_plan_warns_where_room_cuts_pseudonyms(string strategy, string type, string what)
    {
        _schema.Table("a", "long text", $"short {type}");
        var warning = Assert.Single(_schema.Plan($"columns:\n  long: {strategy}\n  short: {strategy}").Warnings);
        Assert.Equal((DiagnosticCodes.RoomCutsPseudonyms, 4), (warning.Code, warning.Position!.Value.Line));
        Assert.Matches($"^strategy '{strategy}' on public.a.short, which is .*, {what}$", warning.Message);
    }

    [Theory]
    [InlineData("text", "varchar(40)")]
    [InlineData("hash", "varchar(16)")]
    [InlineData("hash, length: 8", "varchar(16)")]
    [InlineData("email", "varchar(40)")]
    [InlineData("city", "varchar(30)")]
    [InlineData("digits", "char(3)")]
    public void Room_that_is_enough_is_not_warned_of(string strategy, string type)
    {
        _schema.Table("a", $"short {type}");
        Assert.Empty(_schema.Plan($"columns: {{ short: {{ strategy: {strategy} }} }}").Warnings);
    }

    [Fact]
    public void Keys_of_different_room_do_not_get_two_rules_whose_results_depend_on_the_room()
    {
        var a = _schema.Table("a", [Schema.Primary("id"), Schema.Unique("id", "city")], "id int4", "city varchar(40)");
        var b = _schema.Table("b", "city varchar(10)");
        _schema.ForeignKey(b, "city", a, "city");
        Assert.Contains("3 CIANON1209", _schema.Problems("columns: { city: city }\ntables: { b: { columns: { city: city } } }"));
    }
}
