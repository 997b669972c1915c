using System.Text;
using CiAnon.Catalogs;
using CiAnon.Recognition;
using CiAnon.Recognition.Patterns;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;
using CiAnon.Tests.Strategies;

namespace CiAnon.Tests.Recognition;

/// <summary>Where a rule makes numbers and names up inside of a value, a stranger's in what it keeps there are none of them.</summary>
public class KeptPartsPatternsTests
{
    private static readonly ColumnType Jsonb = new("jsonb", TypeKind.Json, "jsonb");

    [Theory]
    [InlineData("phone", PersonalKind.Phone, "+49 171 1234567")]
    [InlineData("iban", PersonalKind.Account, "DE89 3704 0044 0532 0130 00")]
    public void A_strangers_number_beside_a_masked_one_is_seen(string strategy, PersonalKind kind, string number)
    {
        Assert.Equal(1, Seen(strategy, kind, $$"""{"own": "{{number}}", "note": "or {{number}} at work"}"""));
        Assert.Equal(1, Seen(strategy, kind, "{\"own\": \"x\", \"by\": {\"" + number + "\": 3}}"));
    }

    [Theory]
    [InlineData("phone", PersonalKind.Phone, "+49 171 1234567")]
    [InlineData("iban", PersonalKind.Account, "DE89 3704 0044 0532 0130 00")]
    public void What_the_rule_itself_made_up_is_expected(string strategy, PersonalKind kind, string number) =>
        Assert.Equal(0, Seen(strategy, kind, $$"""{"own": "{{number}}", "note": "nothing"}"""));

    [Theory]
    [InlineData("name", PersonalKind.Name, "Wolfgang Schneider")]
    [InlineData("address", PersonalKind.Address, "Hauptstraße 12")]
    public void A_strangers_name_beside_a_masked_one_is_seen(string strategy, PersonalKind kind, string name)
    {
        Assert.Equal(1, Seen(strategy, kind, $$"""{"own": "x", "by": "{{name}}"}"""));
        Assert.Equal(0, Seen(strategy, kind, $$"""{"own": "{{name}}", "by": "x"}"""));
    }

    private static long Seen(string strategy, PersonalKind kind, string value)
    {
        var paths = PathsOption.Text([new PathRule("$.own", new InnerRule("$.own", StrategyRegistry.Find(strategy)!, new OptionValues(new Dictionary<string, string>())), null, Delete: false)]);
        var column = new Column("contacts", Jsonb, NotNull: false, IsIdentity: false, IsGenerated: false, Comment: null);
        var scanner = new PatternScanner(Recognizers.All, [ScannedPattern.Of(column, kind: null, StrategyRun.Mask("json", Jsonb, $"paths={paths};unlisted=keep"))]);
        scanner.Field(0, Encoding.UTF8.GetBytes(value));
        return scanner.Matching(0, kind);
    }
}
