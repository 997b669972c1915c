using System.Text;
using CiAnon.Catalogs;
using CiAnon.Diagnostics;
using CiAnon.Planning;
using CiAnon.Policies;
using CiAnon.Recognition;
using CiAnon.Recognition.Patterns;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;
using CiAnon.Verification;
using CiAnon.Verification.Search;

namespace CiAnon.Tests.Recognition;

public class PatternsCheckTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly SourcePosition Line = new("ci-anon.yml", 7, 5);
    private static readonly PatternControl Seen = new(1, []);

    [Fact]
    public void An_address_in_an_unmasked_column_is_a_finding_with_place_kind_and_count()
    {
        var result = Run(Policy(), Kept(null), "write to anna@firma.de", "nothing", "bob@firma.de");
        var finding = Assert.Single(result.Findings);
        Assert.Equal(("public.notes.body", 2L, PersonalKind.Email, Line), (finding.Object, finding.Violations, finding.Kind, finding.Position));
        Assert.DoesNotContain("firma", finding.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_written_reason_allows_what_may_be_something_else_and_is_listed()
    {
        var result = Run(Policy(), Kept(Reviewed), "call 0171/1234567");
        Assert.True(result.Passed);
        Assert.Equal("reviewed", Assert.Single(result.Allowed).Decision.Reason);
    }

    [Theory]
    [InlineData("write to anna@firma.de", PersonalKind.Email)]
    [InlineData("pay to DE89 3704 0044 0532 0130 00", PersonalKind.Account)]
    [InlineData("card 4111 1111 1111 1111", PersonalKind.Card)]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----", PersonalKind.Token)]
    [InlineData("postgres://shop:hunter22@localhost/shop", PersonalKind.Token)]
    public void No_reason_covers_what_can_be_nothing_else_and_an_allowance_does(string value, PersonalKind kind)
    {
        // One among many is enough.
        string[] values = [.. Enumerable.Repeat("one of three words", 2000), value];
        var finding = Assert.Single(Run(Policy(), Kept(Reviewed), values).Findings);
        Assert.Equal((kind, 1L), (finding.Kind, finding.Violations));
        Assert.Contains("No reason", finding.Remedy, StringComparison.Ordinal);
        var policy = Policy() with { Allowed = [new Allowance("notes.body", kind, null, Reviewed)] };
        Assert.Equal(1, Assert.Single(Run(policy, Kept(Reviewed), values).Allowed).Finding.Violations);
    }

    [Fact]
    public void What_a_limit_of_the_policys_lets_through_is_listed_as_allowed()
    {
        var policy = Policy() with { PatternLimits = new Dictionary<PersonalKind, PatternLimit> { [PersonalKind.Email] = new(2, null) } };
        var result = Run(policy, Kept(null), "anna@firma.de", "bob@firma.de");
        Assert.True(result.Passed);
        Assert.Equal(2, Assert.Single(result.Allowed).Finding.Violations);
    }

    [Theory]
    [InlineData("products", "brand", "Martin Taylor Marshall Gibson Ludwig Bach")]
    [InlineData("stores", "town", "Florence Madison Aurora Victoria Charlotte Helena")]
    [InlineData("customers", "name", "Anna_Schmidt Jonas_Weber Greta_Vogt Lukas_Schmidt Sabine_Vogel")]
    public void What_is_kept_and_called_like_people_stops_a_run_until_somebody_says_why(string table, string column, string values)
    {
        var plan = Kept(null) with { Column = Body with { Name = column } };
        string[] rows = [.. values.Split(' ').Select(value => value.Replace('_', ' '))];
        var result = Run(Policy(), plan, table, rows);
        Assert.False(result.Passed);
        Assert.All(result.Findings, finding => Assert.Contains($"{column}: {{ strategy: keep, reason: ... }}", finding.Remedy, StringComparison.Ordinal));
        Assert.True(Run(Policy(), plan with { Ledger = new Decision("brands", null, null, Line) }, table, rows).Passed);
    }

    [Fact]
    public void A_bare_keep_allows_nothing() => Assert.False(Run(Policy(), Kept(new Decision(null, "dpo", null, Line)), "anna@firma.de").Passed);

    [Theory]
    [InlineData("notes.body", null, null, true)]
    [InlineData("public.notes.*", PersonalKind.Email, "patterns", true)]
    [InlineData("notes.body", PersonalKind.Phone, null, false)]
    [InlineData("notes.body", null, "residual", false)]
    [InlineData("shop.notes.body", null, null, false)]
    public void Allowances_cover_their_object_kind_and_check(string name, PersonalKind? kind, string? check, bool covers)
    {
        var policy = Policy() with { Allowed = [new Allowance(name, kind, check, new Decision("known", null, Today, Line))] };
        Assert.Equal(covers, Run(policy, Kept(null), "anna@firma.de").Passed);
    }

    [Theory]
    [InlineData(1L, null, true)]
    [InlineData(0L, null, false)]
    [InlineData(null, 0.5, true)]
    [InlineData(null, 0.4, false)]
    public void The_policys_limits_win(long? count, double? share, bool passes)
    {
        var policy = Policy() with { PatternLimits = new Dictionary<PersonalKind, PatternLimit> { [PersonalKind.Email] = new(count, share) } };
        Assert.Equal(passes, Run(policy, Kept(null), "anna@firma.de", "nothing").Passed);
    }

    [Fact]
    public void What_a_strategy_made_up_is_expected_in_its_column()
    {
        var pattern = ScannedPattern.Of(Body, PersonalKind.Email, StrategyRegistry.Find("email")!);
        var scanner = new PatternScanner(Recognizers.All, [pattern]);
        scanner.Field(0, "user_12@firma.de"u8);
        Assert.Equal(0, scanner.Matching(0, PersonalKind.Email));
    }

    [Fact]
    public void Addresses_of_the_runs_own_domain_are_nobodys_anywhere() =>
        Assert.True(Run(Policy(), Kept(null), Recognizers.Without(["anon.firma.de"]), "mail user_2873711d1a9c@anon.firma.de").Passed);

    [Fact]
    public void A_failed_control_fails_the_check()
    {
        var result = PatternsCheck.Run([], [], new PatternControl(3, ["iban in Text"]), Policy());
        Assert.False(result.Passed);
        Assert.Equal(new ControlResult(3, 2), result.Control);
    }

    private static Column Body => new("body", new ColumnType("text", TypeKind.Text, "text"), false, false, false, null);

    private static Decision Reviewed => new("reviewed", "dpo", null, Line);

    private static ColumnPlan Kept(Decision? ledger) => new(Body, ColumnAction.Kept, null, OptionValues.None, null, "kept", ledger, Line);

    private static Policy Policy() => new("ci-anon.yml", "", "en", UnlistedMode.Fail, [], [], null, [], 7, ProofMode.Reread);

    private static CheckResult Run(Policy policy, ColumnPlan plan, params string[] values) => Run(policy, plan, Recognizers.All, values);

    private static CheckResult Run(Policy policy, ColumnPlan plan, string name, string[] values) => Run(policy, plan, Recognizers.All, values, name);

    private static CheckResult Run(Policy policy, ColumnPlan plan, IReadOnlyList<Recognizer> recognizers, params string[] values) => Run(policy, plan, recognizers, values, "notes");

    private static CheckResult Run(Policy policy, ColumnPlan plan, IReadOnlyList<Recognizer> recognizers, string[] values, string name)
    {
        var scanner = new PatternScanner(recognizers, [ScannedPattern.Of(plan.Column, null)]);
        foreach (var value in values) scanner.Field(0, Encoding.UTF8.GetBytes(value));
        var table = new Table(1, "public", name, TableKind.Ordinary, false, [], [plan.Column], [], new HashSet<string>());
        return PatternsCheck.Run([new PatternTable($"public.{name}", [plan.Column.Name], new TablePlan(table, RowsMode.All, [plan]), scanner)], [], Seen, policy);
    }
}
