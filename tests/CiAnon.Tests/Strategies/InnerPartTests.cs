using System.Text;
using CiAnon.Catalogs;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;

namespace CiAnon.Tests.Strategies;

/// <summary>Strategies inside of values know what the parts are called, and of strategies inside of those what they mask.</summary>
public class InnerPartTests
{
    private const string Prose = "asked for it again, twice, and for nothing else";

    private static readonly ColumnType Json = new("jsonb", TypeKind.Json, "jsonb");
    private static readonly ColumnType Texts = new("text[]", TypeKind.Array, "_text", ElementKind: TypeKind.Text);

    private static readonly ColumnType Person = new("person", TypeKind.Other, "person") { Fields = new([new("last_name", StrategyRun.Text), new("born", StrategyRun.Date)]) };

    [Theory]
    [InlineData("json", "paths", "$.last_name", "{\"last_name\": \"#\"}")]
    [InlineData("json", "paths", "$..*", "{\"a\": [{\"last_name\": [\"#\", {\"size\": \"1\"}, \"#\"]}]}")]
    [InlineData("json", "paths", "$.customer", "{\"customer\": {\"name\": \"#\"}}")]
    [InlineData("hstore", "keys", "last_name", "\"last_name\"=>\"#\"")]
    [InlineData("hstore", "keys", "*", "\"last_name\"=>\"#\"")]
    [InlineData("xml", "paths", "//*", "<p><x:last_name xmlns:x=\"urn:x\">#</x:last_name></p>")]
    [InlineData("xml", "paths", "/p/@last_name", "<p last_name=\"#\" />")]
    [InlineData("composite", "fields", "last_name", "(#,)")]
    public void A_text_under_a_name_that_says_what_it_is_does_not_stay(string strategy, string option, string place, string value)
    {
        var mask = StrategyRun.Mask(strategy, TypeOf(strategy), Options(option, place, "free_text"));
        Assert.DoesNotContain("Zwiebelkuchenmann", mask.Of(value.Replace("#", "Zwiebelkuchenmann")));
        var prose = strategy == "composite" ? $"\"{Prose}\"" : Prose;
        Assert.Equal(value.Replace("#", prose), mask.Of(value.Replace("#", prose)));
        if (strategy != "composite") Assert.Contains("Zwiebelkuchenmann", mask.Of(value.Replace("#", "Zwiebelkuchenmann").Replace("last_name", "colour").Replace("customer", "product")));
    }

    [Fact]
    public void Elements_are_what_their_column_is_called()
    {
        var mask = StrategyRun.Mask("array", Texts, $"each={PathsOption.Text(Rule("", "free_text", []).Inner!)}").In(Texts, isUnique: false, PersonalKind.LastName);
        Assert.DoesNotContain("Zwiebel", mask.Of("{Zwiebelkuchenmann,NULL}"));
        Assert.Contains(Prose, mask.Of($"{{\"{Prose}\"}}"));
        var json = StrategyRun.Mask("json", Json, Options("paths", "$[*]", "free_text"));
        Assert.Contains("Zwiebel", json.Of("[\"Zwiebelkuchenmann\"]"));
        Assert.DoesNotContain("Zwiebel", json.In(Json, isUnique: false, PersonalKind.LastName).Of("[\"Zwiebelkuchenmann\"]"));
    }

    [Theory]
    [InlineData("$.ssn", PersonalKind.NationalId)]
    [InlineData("$.people[*].ssns[0]", PersonalKind.NationalId)]
    [InlineData("$..ssn", PersonalKind.NationalId)]
    [InlineData("$.colour", null)]
    [InlineData("$.*", null)]
    public void A_rule_knows_what_its_place_holds(string path, PersonalKind? kind) =>
        Assert.Equal(kind, StrategyRun.Mask("json", Json, Options("paths", path, "hash")).Inside.Single().Kind);

    [Theory]
    [InlineData("hstore", "keys", "doc", "\"doc\"=>\"{\\\"who\\\": \\\"Anna\\\", \\\"k\\\": \\\"kept\\\"}\"")]
    [InlineData("json", "paths", "$.doc", "{\"doc\": \"{\\\"who\\\": \\\"Anna\\\", \\\"k\\\": \\\"kept\\\"}\"}")]
    [InlineData("xml", "paths", "/doc", "<doc>{\"who\": \"Anna\", \"k\": \"kept\"}</doc>")]
    [InlineData("composite", "fields", "1", "(\"{\"\"who\"\": \"\"Anna\"\", \"\"k\"\": \"\"kept\"\"}\",)")]
    [InlineData("url", "parameters", "doc", "/?doc=%7B%22who%22:%22Anna%22,%22k%22:%22kept%22%7D")]
    public void What_is_masked_inside_of_a_part_is_shown_apart_from_what_stays_there(string strategy, string option, string place, string value)
    {
        var inner = new Dictionary<string, string> { ["paths"] = PathsOption.Text([Rule("$.first", "hash", []), Rule("$.who", "first_name", []), Rule("$.k", "keep", [])]) };
        var type = strategy is "composite" or "url" ? StrategyRun.Text : TypeOf(strategy);
        var text = PathsOption.Text([Rule("other", "hash", []) with { Path = strategy switch { "json" => "$.other", "xml" => "/other", "composite" => "2", _ => "other" } }, Rule(place, "json", inner)]);
        var mask = StrategyRun.Mask(strategy, type, $"{option}={text}");
        var (seen, others) = (new Seen(mask.Inside), new MaskOutput());
        mask.Show(Encoding.UTF8.GetBytes(value), seen, others);
        Assert.Equal(["first_name Anna"], seen.Parts);
        Assert.Equal(["hash", "hash", "first_name"], mask.Inside.Select(rule => rule.Strategy.Name));
        Assert.Contains("kept", Encoding.UTF8.GetString(others.Written));
        Assert.DoesNotContain("Anna", Encoding.UTF8.GetString(others.Written));
    }

    [Fact]
    public void Fields_of_rows_in_an_array_are_masked_as_their_types_are()
    {
        var rows = new ColumnType("person[]", TypeKind.Array, "_person", ElementKind: TypeKind.Other) { Fields = Person.Fields };
        var fields = new Dictionary<string, string> { ["fields"] = PathsOption.Text([Rule("last_name", "hash", []), Rule("born", "date", new() { ["truncate"] = "year" })]) };
        Assert.Equal($"{{\"({StrategyRun.Mask("hash").Of("Anna")},1984-01-01)\"}}", StrategyRun.Mask("array", rows, $"each={PathsOption.Text(Rule("", "composite", fields).Inner!)}").Of("{\"(Anna,1984-05-17)\"}"));
    }

    [Fact]
    public void Elements_have_the_room_that_their_type_has()
    {
        var type = new ColumnType("character varying(12)[]", TypeKind.Array, "_varchar", ElementKind: TypeKind.Text) { ElementLength = 12 };
        Assert.Equal(14, StrategyRun.Mask("array", type, $"each={PathsOption.Text(Rule("", "hash", []).Inner!)}").Of("{Anna}").Length);
    }

    private static ColumnType TypeOf(string strategy) => strategy switch
    {
        "json" => Json,
        "hstore" => new("hstore", TypeKind.Other, "hstore"),
        "xml" => new("xml", TypeKind.Other, "xml"),
        _ => Person,
    };

    private static string Options(string option, string place, string strategy) => $"{option}={PathsOption.Text([Rule(place, strategy, [])])};unlisted=keep";

    private static PathRule Rule(string place, string strategy, Dictionary<string, string> options) =>
        new(place, new InnerRule(place, StrategyRegistry.Find(strategy)!, new OptionValues(options)), null, Delete: false);

    private sealed class Seen(IReadOnlyList<InnerRule> rules) : IInnerSink
    {
        public List<string> Parts { get; } = [];

        public void Part(int rule, ReadOnlySpan<byte> part) => Parts.Add($"{rules[rule].Strategy.Name} {Encoding.UTF8.GetString(part)}");
    }
}
