using CiAnon.Policies;
using CiAnon.Strategies;

namespace CiAnon.Tests.Planning;

/// <summary>Rules inside of values, from policy to mask.</summary>
public class InnerRuleTests
{
    private readonly Schema _schema = new() { Rows = 10_000_000 };

    [Fact]
    public void A_part_of_a_value_gets_the_pseudonym_of_a_unique_column_defaults_included()
    {
        var people = _schema.Table("people", [Schema.Unique("email")], "email varchar(60)", "profile jsonb", "mails text[]");
        var plan = _schema.Plan("""
            defaults: { email: { domain: ours.example } }
            tables: { people: { columns: { email: email, profile: { strategy: json, paths: { $.m: email, $.n: { set: 'x' }, "$['o']": delete } }, mails: { strategy: array, each: { strategy: email } } } } }
            """)[people];
        var email = Schema.Masked(plan.Find("email")!, "a@b.org");
        Assert.Matches("^user_[0-9a-f]{19}@ours\\.example$", email);
        Assert.Equal($"{{\"m\": \"{email}\", \"n\": \"x\"}}", Schema.Masked(plan.Find("profile")!, "{\"m\": \"a@b.org\", \"n\": 1, \"o\": 2}"));
        Assert.Equal($"{{{email}}}", Schema.Masked(plan.Find("mails")!, "{a@b.org}"));
    }

    [Fact]
    public void Parts_of_other_types_get_them_too_in_the_room_that_they_have()
    {
        var people = _schema.Table("people", "email varchar(60)", "settings hstore", "contact contact", "doc xml");
        var plan = _schema.Plan("""
            tables: { people: { columns: { email: email, settings: { strategy: hstore, keys: { m: email, "*": { strategy: redact } } }, contact: { strategy: composite, fields: { id: keep, mail: email } }, doc: { strategy: xml, paths: { /m: email } } } } }
            """)[people];
        var email = Schema.Masked(plan.Find("email")!, "a@b.org");
        Assert.Equal($"\"m\"=>\"{email}\", \"n\"=>NULL", Schema.Masked(plan.Find("settings")!, "\"m\"=>\"a@b.org\", \"n\"=>NULL"));
        Assert.Equal($"<m>{email}</m>", Schema.Masked(plan.Find("doc")!, "<m>a@b.org</m>"));
        Assert.Matches("^\\(7,[^@]+@anon\\.example\\)$", Schema.Masked(plan.Find("contact")!, "(7,a@b.org)"));
        Assert.True(Schema.Masked(plan.Find("contact")!, "(7,a@b.org)").Length <= "(7,)".Length + 30);
    }

    [Theory]
    [InlineData("{ strategy: hstore }", "CIANON1023")]
    [InlineData("{ strategy: hstore, keys: {} }", "CIANON1011")]
    [InlineData("{ strategy: composite, fields: email }", "CIANON1011")]
    [InlineData("{ strategy: xml, paths: { /a: emial } }", "CIANON1020")]
    [InlineData("{ strategy: xml, paths: { /a: remove } }", "CIANON1020")]
    [InlineData("{ strategy: json }", "CIANON1023")]
    [InlineData("{ strategy: json, paths: {} }", "CIANON1011")]
    [InlineData("{ strategy: json, paths: email }", "CIANON1011")]
    [InlineData("{ strategy: json, paths: { a: email } }", "CIANON1022")]
    [InlineData("{ strategy: json, paths: { $.a: emial } }", "CIANON1020")]
    [InlineData("{ strategy: json, paths: { $.a: { domain: x } } }", "CIANON1014")]
    [InlineData("{ strategy: json, paths: { $.a: { strategy: email, domian: x } } }", "CIANON1021")]
    [InlineData("{ strategy: json, paths: { $.a: random } }", "CIANON1023")]
    [InlineData("{ strategy: json, paths: { $.a: { set: 1, delete: true } } }", "CIANON1022")]
    [InlineData("{ strategy: array, each: [email] }", "CIANON1011")]
    public void A_mistake_inside_is_reported(string rule, string code)
    {
        var read = new PolicyReader(StrategyRegistry.All, Locales.All).Read("ci-anon.yml", System.Text.Encoding.UTF8.GetBytes($"version: 1\ncolumns: {{ a: {rule} }}"), static _ => null, new DateOnly(2026, 7, 1));
        Assert.Equal([code], read.Diagnostics.Select(problem => problem.Code.Id));
    }

    [Theory]
    [InlineData("{ strategy: json, paths: { $.a: { strategy: shift, range: 1 day, by: id } } }")]
    [InlineData("{ strategy: json, paths: { $: delete } }")]
    [InlineData("{ strategy: json, paths: { $.a: { strategy: email, domain: '-' } } }")]
    public void What_does_not_fit_inside_is_told_with_the_plan(string rule)
    {
        _schema.Table("people", "profile jsonb", "id int4");
        Assert.Equal(["2 CIANON1206"], _schema.Problems($"tables: {{ people: {{ columns: {{ profile: {rule} }} }} }}"));
    }
}
