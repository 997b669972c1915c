using CiAnon.Diagnostics;

namespace CiAnon.Tests.Planning;

public class PlannedKeysTests
{
    private readonly Schema _schema = new();

    [Theory]
    [InlineData("keep: all")]
    [InlineData("keep: ['*']")]
    [InlineData("keep: [own*]")]
    public void A_masked_key_flows_over_a_keep_that_does_not_name_its_reference(string keep)
    {
        var a = _schema.Table("a", [Schema.Primary("email")], "email text");
        var b = _schema.Table("b", "owner text");
        _schema.ForeignKey(b, "owner", a, "email");
        Assert.Equal("masked email: inherit: b_owner_fkey references public.a.email", _schema.Decision($"tables: {{ a: {{ columns: {{ email: email }} }}, b: {{ {keep} }} }}", b, "owner"));
    }

    [Fact]
    public void A_rule_flows_along_chains_of_foreign_keys_and_to_the_table_itself()
    {
        var a = _schema.Table("a", [Schema.Primary("email")], "email text", "boss text");
        var b = _schema.Table("b", [Schema.Primary("owner")], "owner text");
        var c = _schema.Table("c", "who text");
        _schema.ForeignKey(c, "who", b, "owner");
        _schema.ForeignKey(b, "owner", a, "email");
        _schema.ForeignKey(a, "boss", a, "email");
        const string policy = "tables: { a: { columns: { email: email } } }";
        Assert.Equal("masked email: inherit: a_boss_fkey references public.a.email", _schema.Decision(policy, a, "boss"));
        Assert.Equal("masked email: inherit: c_who_fkey references public.b.owner", _schema.Decision(policy, c, "who"));
        var plan = _schema.Plan(policy);
        Assert.Same(plan[a].Find("email")!.Mask, plan[c].Find("who")!.Mask);
    }

    [Fact]
    public void A_reference_to_a_generated_key_must_be_decided_on()
    {
        var a = _schema.Table("a", [Schema.Unique("lower")], "email text", "lower text generated");
        var b = _schema.Table("b", "who text");
        _schema.ForeignKey(b, "who", a, "lower");
        Assert.Equal(["1 CIANON1203"], _schema.Problems("columns: { email: email }"));
    }

    [Fact]
    public void A_generated_reference_to_a_masked_key_stays_generated()
    {
        var a = _schema.Table("a", [Schema.Primary("email")], "email text");
        var b = _schema.Table("b", "email text", "copy text generated");
        _schema.ForeignKey(b, "copy", a, "email");
        Assert.Equal("generated: computed from other columns on restore", _schema.Decision("columns: { email: email }", b, "copy"));
    }

    [Fact]
    public void A_kept_key_settles_chains_of_references_to_it_in_any_order()
    {
        var a = _schema.Table("a", "code text");
        var b = _schema.Table("b", [Schema.Primary("code")], "code text");
        var c = _schema.Table("c", [Schema.Primary("code")], "code text");
        _schema.ForeignKey(a, "code", b, "code");
        _schema.ForeignKey(b, "code", c, "code");
        Assert.Equal("structural: foreign key to kept public.b.code", _schema.Decision("tables: { c: { keep: [code] } }", a, "code"));
    }

    [Fact]
    public void A_padded_reference_gets_the_pseudonym_of_its_key()
    {
        var a = _schema.Table("a", [Schema.Primary("code")], "code varchar(20)");
        var b = _schema.Table("b", "code bpchar(20)");
        _schema.ForeignKey(b, "code", a, "code");
        var plan = _schema.Plan("tables: { a: { columns: { code: hash } } }");
        Assert.Equal(Schema.Masked(plan[a].Find("code")!, "AB12345"), Schema.Masked(plan[b].Find("code")!, "AB12345             "));
    }

    [Fact]
    public void Cycles_of_foreign_keys_end()
    {
        var a = _schema.Table("a", [Schema.Primary("x")], "x text");
        var b = _schema.Table("b", [Schema.Primary("x")], "x text");
        _schema.ForeignKey(a, "x", b, "x");
        _schema.ForeignKey(b, "x", a, "x");
        Assert.Equal("masked hash: inherit: b_x_fkey references public.a.x", _schema.Decision("tables: { a: { columns: { x: hash } } }", b, "x"));
    }

    [Theory]
    [InlineData("a: { columns: { x: hash } }, b: { columns: { y: redact } }")]
    [InlineData("a: { columns: { x: hash } }, b: { keep: [y] }")]
    [InlineData("a: { keep: [x] }, b: { columns: { y: hash } }")]
    public void Rules_on_both_ends_of_a_foreign_key_must_agree(string tables)
    {
        var a = _schema.Table("a", [Schema.Primary("x")], "x text");
        var b = _schema.Table("b", "y text");
        _schema.ForeignKey(b, "y", a, "x");
        Assert.Equal([$"2 {DiagnosticCodes.KeyConflict.Id}"], _schema.Problems($"tables: {{ {tables} }}"));
    }

    [Fact]
    public void The_same_rule_on_both_ends_and_null_on_the_referencing_one_agree()
    {
        var a = _schema.Table("a", [Schema.Primary("x")], "x text");
        var b = _schema.Table("b", "y text", "z text");
        _schema.ForeignKey(b, "y", a, "x");
        _schema.ForeignKey(b, "z", a, "x");
        Assert.Equal("masked hash: rule", _schema.Decision("tables: { a: { columns: { x: hash } }, b: { columns: { y: hash, z: 'null' } } }", b, "y"));
    }

    [Fact]
    public void A_unique_column_takes_only_strategies_that_keep_it_unique()
    {
        _schema.Table("a", [Schema.Unique("login")], "login text");
        Assert.Equal(["2 CIANON1208"], _schema.Problems("tables: { a: { columns: { login: name } } }"));
        _schema.Plan("tables: { a: { columns: { login: hash } } }");
        _schema.Plan("tables: { a: { columns: { login: 'null' } } }");
    }

    [Fact]
    public void Null_is_no_way_out_where_nulls_are_not_distinct()
    {
        _schema.Table("a", [Schema.Unique("login") with { NullsClash = true }], "login text");
        Assert.Equal(["2 CIANON1208"], _schema.Problems("tables: { a: { columns: { login: 'null' } } }"));
    }

    [Fact]
    public void A_column_of_a_unique_key_is_free_when_the_others_are_unique_without_it()
    {
        _schema.Table("a", [Schema.Primary("id"), Schema.Unique("id", "city")], "id int4", "city text");
        _schema.Plan("tables: { a: { columns: { city: city } } }");
        var b = new Schema();
        b.Table("b", [Schema.Unique("shop", "city")], "shop int4", "city text");
        Assert.Equal(["2 CIANON1208"], b.Problems("tables: { b: { columns: { city: city } } }"));
    }
}
