using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Planning;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;
using CiAnon.Verification;

namespace CiAnon.Tests.Verification;

public class FailedChecksTests
{
    [Fact]
    public void A_finding_is_told_with_its_place_its_number_once_and_what_to_do()
    {
        var finding = new Finding("public.tickets.body", 300, "300 of 300 values look personal: e-mail address (email)")
        { Kind = PersonalKind.Email, Path = "base64", Remedy = Remedies.MaskOrReason(PersonalKind.Email, Kept(TypeKind.Text)) };
        var message = Assert.Single(FailedChecks.Describe([CheckDefinition.Patterns.Result(1, [finding])], "; nothing was published")).Message;
        Assert.Equal("check 'patterns': public.tickets.body at base64 [email]: 300 of 300 values look personal: e-mail address (email); nothing was published. "
            + "Mask the column with 'email', or with 'text' where values hold more than that, keep it with a reason, or allow it with a reason under verify: allow.", message);
    }

    [Fact]
    public void A_finding_without_a_remedy_of_its_own_has_its_checks()
    {
        var message = Assert.Single(FailedChecks.Describe([CheckDefinition.Changed.Result(1, [new Finding("public.a.b", 2, "strategy 'noise' left 2 values as they were")])], "")).Message;
        Assert.EndsWith($". {CheckDefinition.Changed.Remedy}", message);
    }

    [Theory]
    [InlineData(PersonalKind.Email, TypeKind.Text, "Mask the column with 'email', or with 'text' where values hold more than that, or allow")]
    [InlineData(PersonalKind.LastName, TypeKind.Text, "Mask the column with 'last_name', or with 'text'")]
    [InlineData(PersonalKind.Account, TypeKind.Text, "Mask the column with 'iban', or with 'text'")]
    [InlineData(PersonalKind.Username, TypeKind.Text, "Mask the column with 'username', or with 'text'")]
    [InlineData(PersonalKind.Email, TypeKind.Json, "Mask the column with 'empty' or 'null', or allow")]
    [InlineData(PersonalKind.Phone, TypeKind.Integer, "Mask the column with 'phone' or 'digits', or allow")]
    [InlineData(PersonalKind.NationalId, TypeKind.Decimal, "Mask the column with 'null' or 'constant', or allow")]
    [InlineData(PersonalKind.Ip, TypeKind.Network, "Mask the column with 'ip' or 'null', or allow")]
    public void The_strategies_named_fit_the_kind_and_the_column(PersonalKind kind, TypeKind type, string start)
    {
        var remedy = Remedies.Mask(kind, Kept(type));
        Assert.StartsWith(start, remedy);
        Assert.EndsWith("under verify: allow.", remedy);
    }

    [Theory]
    [InlineData("ltree", "Mask the column with 'empty' or 'null', or allow")]
    [InlineData("seg", "Mask the column with 'null' or 'constant', or allow")]
    public void No_empty_value_is_named_where_the_type_has_none(string type, string start) =>
        Assert.StartsWith(start, Remedies.Mask(PersonalKind.Name, Kept(TypeKind.Other, type: type)));

    [Fact]
    public void A_column_that_must_have_a_value_isnt_told_to_lose_it() =>
        Assert.DoesNotContain("'null'", Remedies.Mask(PersonalKind.Ip, Kept(TypeKind.Network, notNull: true)), StringComparison.Ordinal);

    [Fact]
    public void A_masked_column_hears_that_its_strategy_doesnt_fit() =>
        Assert.StartsWith("Strategy 'date' doesn't reach them: take 'email', or with 'text'",
            Remedies.Mask(PersonalKind.Email, Kept(TypeKind.Text) with { Action = ColumnAction.Masked, Strategy = StrategyRegistry.Find("date") }));

    [Fact]
    public void A_constant_that_looks_personal_is_what_has_to_change() =>
        Assert.StartsWith("The constant itself looks so: give it a 'value' that is nobody's, take 'first_name'",
            Remedies.MaskOrReason(PersonalKind.FirstName, Kept(TypeKind.Text) with { Action = ColumnAction.Masked, Strategy = StrategyRegistry.Find("constant") }));

    [Theory]
    [InlineData("json", "Strategy 'json' keeps them: mask their place under 'paths', delete it where they are in its name, or take 'empty' or 'null', or allow")]
    [InlineData("composite", "Strategy 'composite' keeps them: mask their place under 'fields', or take 'empty' or 'null', or allow")]
    public void A_column_that_is_masked_inside_hears_where_its_rule_goes_on(string strategy, string start) =>
        Assert.StartsWith(start, Remedies.Mask(PersonalKind.Name, Kept(TypeKind.Json) with { Action = ColumnAction.Masked, Strategy = StrategyRegistry.Find(strategy) }), StringComparison.Ordinal);

    [Theory]
    [InlineData("large objects", PersonalKind.Token, "large_objects: drop")]
    [InlineData("COMMENT public TABLE customers", PersonalKind.Email, "in the source database, or allow")]
    [InlineData("USER MAPPING app SERVER archive", PersonalKind.Token, "definitions: { secrets: redact }")]
    public void What_stands_outside_tables_has_ways_out_too(string what, PersonalKind kind, string remedy) => Assert.Contains(remedy, Remedies.Outside(what, kind), StringComparison.Ordinal);

    [Fact]
    public void Words_of_the_schema_that_one_column_masks_are_its_decision_first()
    {
        Assert.StartsWith("If public.django_content_type.app_label holds nothing of people, keep it; otherwise take it out of the definition", Remedies.Outside("TABLE public.pages", PersonalKind.Token, ["public.django_content_type.app_label"]), StringComparison.Ordinal);
        Assert.StartsWith("Take it out", Remedies.Outside("TABLE public.pages", PersonalKind.Token, ["public.a.b", "public.c.d"]), StringComparison.Ordinal);
        Assert.StartsWith("Take it out", Remedies.Outside("VIEW public.v", PersonalKind.Email, ["public.a.b"]), StringComparison.Ordinal);
    }

    private static ColumnPlan Kept(TypeKind kind, bool notNull = false, string type = "t") => new(
        new Column("c", new ColumnType(type, kind, type), notNull, false, false, null), ColumnAction.Kept, null, OptionValues.None, null, "kept", null, new SourcePosition("ci-anon.yml", 7, 5));
}
