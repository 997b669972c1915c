using CiAnon.Diagnostics;

namespace CiAnon.Tests.Planning;

/// <summary>Strategies that answer for many rows at once: what the plan lets them do.</summary>
public class SetRuleTests
{
    private readonly Schema _schema = new();

    [Theory]
    [InlineData("email text")]
    [InlineData("iban text")]
    [InlineData("phone_number text")]
    [InlineData("password_hash text")]
    [InlineData("ssn text")]
    public void What_identifies_a_person_by_itself_is_not_shuffled(string column)
    {
        _schema.Table("people", "id int4", column);
        Assert.Equal(["2 CIANON1206"], _schema.Problems($"tables: {{ people: {{ columns: {{ {column.Split(' ')[0]}: shuffle }}, keep: [id] }} }}"));
    }

    [Fact]
    public void The_plan_says_that_every_value_is_published()
    {
        var table = _schema.Table("people", "id int4", "city text", "zip text", "salary int4");
        const string policy = "tables: { people: { columns: { salary: { strategy: shuffle, within: city }, city: { strategy: shuffle, with: place }, zip: { strategy: shuffle, with: place } }, keep: [id] } }";
        Assert.Equal("masked shuffle: rule, publishes every value, at another row of the same city", _schema.Decision(policy, table, "salary"));
        Assert.Equal("masked shuffle: rule, publishes every value, at another row, together with 'place'", _schema.Decision(policy, table, "zip"));
    }

    [Theory]
    [InlineData("{ strategy: shuffle, with: a }", "{ strategy: shuffle, with: a, within: id }", "CIANON1206")]
    [InlineData("{ strategy: shuffle, with: a }", "{ strategy: shuffle, with: a, when: { column: id, equals: 7 } }", "CIANON1206")]
    [InlineData("{ strategy: shuffle, with: a }", "{ strategy: shuffle, with: a, seed: other }", "CIANON1206")]
    [InlineData("{ strategy: shuffle, within: nowhere }", "keep", "CIANON1202")]
    [InlineData("{ strategy: shuffle, alone: 'null' }", "keep", "CIANON1207")]
    [InlineData("{ strategy: template, text: '{city}' }", "shuffle", "CIANON1206")]
    public void A_rule_that_can_not_work_is_refused(string first, string second, string code)
    {
        _schema.Table("people", "id int4", "home text not null", "city text");
        var diagnostic = Assert.Single(Assert.Throws<CiAnonException>(() => _schema.Plan($"tables: {{ people: {{ columns: {{ home: {first}, city: {second} }}, keep: [id] }} }}")).Diagnostics);
        Assert.Equal(code, diagnostic.Code.Id);
    }

    [Fact]
    public void Unique_values_stay_unique_unless_their_key_has_columns_that_stay_behind()
    {
        _schema.Table("people", [Schema.Unique("code"), Schema.Unique("floor", "room")], "id int4", "code text", "floor text", "room text");
        Assert.Equal(["2 CIANON1208"], _schema.Problems("tables: { people: { columns: { code: shuffle, floor: shuffle }, keep: [id, room] } }"));
        _schema.Plan("tables: { people: { columns: { code: shuffle, floor: { strategy: shuffle, with: a }, room: { strategy: shuffle, with: a } }, keep: [id] } }");
    }

    [Fact]
    public void References_may_be_shuffled_and_what_is_referenced_may_not()
    {
        var cities = _schema.Table("cities", [Schema.Primary("code")], "code text");
        var people = _schema.Table("people", "code text");
        _schema.ForeignKey(people, "code", cities, "code");
        _schema.Plan("tables: { people: { columns: { code: shuffle } }, cities: { keep: [code] } }");
        Assert.Equal(["2 CIANON1209"], _schema.Problems("tables: { cities: { columns: { code: shuffle } } }"));
    }

    [Fact]
    public void An_expression_is_unique_where_the_policy_says_so()
    {
        _schema.Table("people", [Schema.Unique("code")], "id int4", "code text");
        Assert.Equal(["2 CIANON1208"], _schema.Problems("tables: { people: { columns: { code: { strategy: sql, expression: md5(value) } }, keep: [id] } }"));
        _schema.Plan("tables: { people: { columns: { code: { strategy: sql, expression: md5(value), unique: true } }, keep: [id] } }");
    }

    [Fact]
    public void In_a_key_of_several_columns_an_expression_gives_its_word_and_the_key_is_proven()
    {
        var people = _schema.Table("people", [Schema.Unique("id", "code")], "id int4", "code text");
        Assert.Equal(["2 CIANON1208"], _schema.Problems("tables: { people: { columns: { code: { strategy: sql, expression: md5(value) } }, keep: [id] } }"));
        Assert.False(_schema.Plan("tables: { people: { columns: { code: { strategy: sql, expression: md5(value), unique: true } }, keep: [id] } }")[people].Find("code")!.IsUnique);
        Assert.True(_schema.Plan("tables: { people: { columns: { code: { strategy: hash, unique: true } }, keep: [id] } }")[people].Find("code")!.IsUnique);
    }

    [Theory]
    [InlineData("shuffle")]
    [InlineData("{ strategy: sql, expression: value }")]
    public void Many_rows_at_once_do_not_fit_inside_of_a_value(string rule)
    {
        _schema.Table("people", "id int4", "profile jsonb");
        Assert.Equal(["2 CIANON1206"], _schema.Problems($"tables: {{ people: {{ columns: {{ profile: {{ strategy: json, paths: {{ $.a: {rule} }} }} }}, keep: [id] }} }}"));
    }
}
