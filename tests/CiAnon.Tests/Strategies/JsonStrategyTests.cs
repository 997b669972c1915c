using System.Text.Json;
using CiAnon.Catalogs;
using CiAnon.Strategies;
using CiAnon.Strategies.Containers;
using CiAnon.Strategies.Options;

namespace CiAnon.Tests.Strategies;

public class JsonStrategyTests
{
    private static readonly ColumnType Jsonb = new("jsonb", TypeKind.Json, "jsonb");

    [Theory]
    [InlineData("$.a", "{\"a\": 1}", "{\"a\": #}")]
    [InlineData("$['a b']", "{\"a b\": 1}", "{\"a b\": #}")]
    [InlineData("$[\"a\"].b", "{\"a\": {\"b\": 1}}", "{\"a\": {\"b\": #}}")]
    [InlineData("$.a[1]", "{\"a\": [1, 2, 3]}", "{\"a\": [1, #, 3]}")]
    [InlineData("$.a[*].b", "{\"a\": [{\"b\": 1}, {\"c\": 1}, {\"b\": 2}]}", "{\"a\": [{\"b\": #}, {\"c\": 1}, {\"b\": #}]}")]
    [InlineData("$.*", "{\"a\": 1, \"b\": [2]}", "{\"a\": #, \"b\": #}")]
    [InlineData("$..b", "{\"b\": 1, \"a\": [{\"b\": 2, \"c\": {\"b\": 3}}]}", "{\"b\": #, \"a\": [{\"b\": #, \"c\": {\"b\": #}}]}")]
    [InlineData("$..a.b", "{\"a\": {\"a\": {\"b\": 1}, \"b\": 2}, \"b\": 3}", "{\"a\": {\"a\": {\"b\": #}, \"b\": #}, \"b\": 3}")]
    [InlineData("$", "[1,2]", "#")]
    [InlineData("$.a", "{\"\\u0061\": 1}", "{\"\\u0061\": #}")]
    [InlineData("$.a", "{\"a\": 1, \"a\": 2}", "{\"a\": #, \"a\": #}")]
    [InlineData("$.ä", "{\"ä\":1}", "{\"ä\":#}")]
    public void A_path_leads_where_it_says(string path, string json, string result) =>
        Assert.Equal(result.Replace("#", "null"), Mask(unlisted: "keep", (path, "set null")).Of(json));

    [Fact]
    public void An_empty_text_holds_nothing_and_stays_and_blanks_are_no_JSON()
    {
        var mask = Mask(unlisted: "fail", ("$.n", "first_name"));
        Assert.Equal("", mask.Of(""));
        Assert.Throws<MaskException>(() => mask.Of(" "));
    }

    [Fact]
    public void Null_inside_of_JSON_gets_a_pseudonym_of_its_locale_where_its_rule_says_so()
    {
        var rule = new InnerRule("$.a", StrategyRegistry.Find("constant")!, new OptionValues(new Dictionary<string, string> { ["value"] = "no\"ne" })) { ReplacesNull = true };
        var name = new InnerRule("$.n", StrategyRegistry.Find("first_name")!, OptionValues.None) { Locale = "de" };
        var paths = PathsOption.Text([new PathRule("$.a", rule, null, Delete: false), new PathRule("$.n", name, null, Delete: false)]);
        var mask = StrategyRun.Mask("json", Jsonb, $"paths={paths};unlisted=keep");
        Assert.Equal($"{{\"a\": [\"no\\\"ne\", {{\"x\": \"no\\\"ne\"}}], \"n\": \"{StrategyRun.Mask("first_name", locale: "de").Of("Anna")}\", \"m\": null}}",
            mask.Of("{\"a\": [null, {\"x\": null}], \"n\": \"Anna\", \"m\": null}"));
        Assert.Contains("remove 'null: replace'", StrategyRun.Problem("json", Jsonb, $"paths={PathsOption.Text([new PathRule("$.n", name with { Strategy = StrategyRegistry.Find("mask")!, ReplacesNull = true }, null, false)])}"));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("$a")]
    [InlineData("$.")]
    [InlineData("$..")]
    [InlineData("$[?(@.a)]")]
    [InlineData("$[1:2]")]
    [InlineData("$['a'")]
    public void What_is_no_path_is_refused(string path) => Assert.Null(JsonPath.Read(path));

    [Theory]
    [InlineData("{\"a\": 1, \"b\": 2}", "{\"b\": 2}")]
    [InlineData("{\"b\": 2, \"a\": 1}", "{\"b\": 2}")]
    [InlineData("{\"b\": 2, \"a\": 1 , \"c\": 3}", "{\"b\": 2 , \"c\": 3}")]
    [InlineData("{ \"a\": {\"x\": [1]} }", "{  }")]
    [InlineData("{\"a\": 1, \"a\": 2, \"b\": 3, \"a\": 4}", "{\"b\": 3}")]
    [InlineData("{\"c\": [{\"a\": 1}, {\"a\": 2, \"b\": 1}]}", "{\"c\": [{}, {\"b\": 1}]}")]
    public void What_is_deleted_takes_one_comma_with_it(string json, string result) => Assert.Equal(result, Mask("keep", ("$..a", "delete")).Of(json));

    [Fact]
    public void Texts_and_numbers_get_the_pseudonyms_that_columns_have_and_all_else_stays_byte_for_byte()
    {
        var mask = Mask("fail", ("$.mail", "email"), ("$.id", "digits"), ("$.pay", "noise range=10%"), ("$.born", "date truncate=year"), ("$.seen", "date truncate=month"), ("$.kept", "keep"), ("$.tags", "hash"));
        var result = mask.Of("{\"mail\": \"a\\u006ena@x.org\" ,\n \"id\": 12345, \"pay\":1.50, \"born\": \"1984-05-17\", \"seen\": \"2024-02-29T13:45:10.5Z\", \"kept\": {\"x\": [1e5, \"\\u00e4\"]}, \"tags\": [\"b\", \"\", null, true], \"mail\": \"anna@x.org\"}");
        var mail = StrategyRun.Mask("email").Of("anna@x.org");
        Assert.StartsWith($"{{\"mail\": \"{mail}\" ,\n \"id\": {StrategyRun.Mask("digits", StrategyRun.Bigint).Of("12345")}, \"pay\":1.", result);
        Assert.EndsWith($", \"born\": \"1984-01-01\", \"seen\": \"2024-02-01T00:00:00Z\", \"kept\": {{\"x\": [1e5, \"\\u00e4\"]}}, \"tags\": [\"{StrategyRun.Mask("hash").Of("b")}\", \"\", null, true], \"mail\": \"{mail}\"}}", result);
    }

    [Theory]
    [InlineData("$.a keep|$.a.b set null", "{\"a\": {\"b\": 1, \"c\": 2}}", "{\"a\": {\"b\": null, \"c\": 2}}")]
    [InlineData("$ keep|$..b set null", "{\"a\": [{\"b\": 1}, 2]}", "{\"a\": [{\"b\": null}, 2]}")]
    [InlineData("$.* keep|$.a set null", "{\"a\": 1, \"b\": 2}", "{\"a\": null, \"b\": 2}")]
    [InlineData("$..a keep|$.x.a set null", "{\"a\": 1, \"x\": {\"a\": 2}}", "{\"a\": 1, \"x\": {\"a\": null}}")]
    [InlineData("$.a[*] keep|$.a[1] set null", "{\"a\": [1, 2]}", "{\"a\": [1, null]}")]
    [InlineData("$.a empty|$.a.b keep", "{\"a\": {\"b\": \"x\", \"c\": {\"d\": \"y\"}}}", "{\"a\": {\"b\": \"x\", \"c\": {\"d\": \"\"}}}")]
    [InlineData("$.a delete|$.a.b keep", "{\"a\": {\"b\": 1}}", "{}")]
    public void The_most_special_path_decides_whatever_their_order(string paths, string json, string result)
    {
        var rules = paths.Split('|').Select(rule => (rule[..rule.IndexOf(' ', StringComparison.Ordinal)], rule[(rule.IndexOf(' ', StringComparison.Ordinal) + 1)..])).ToArray();
        Assert.Equal(result, Mask("fail", rules).Of(json));
        Assert.Equal(result, Mask("fail", [.. rules.Reverse()]).Of(json));
    }

    [Fact]
    public void Of_paths_that_are_as_special_the_first_decides() =>
        Assert.Equal("{\"x\": {\"a\": null}}", Mask("fail", ("$..a", "set null"), ("$.x.*", "keep")).Of("{\"x\": {\"a\": 1}}"));

    [Fact]
    public void A_text_or_number_that_no_path_leads_to_stops_the_run_and_is_never_quoted()
    {
        var failure = Assert.Throws<MaskException>(() => Mask("fail", ("$.a", "hash")).Of("{\"a\": \"x\", \"secret\": \"s3cret\"}"));
        Assert.DoesNotContain("s3cret", failure.Message);
        Assert.Equal("{\"b\": [true, null, {}]}", Mask("fail", ("$.a", "hash")).Of("{\"b\": [true, null, {}]}"));
        Assert.Throws<MaskException>(() => Mask("fail", ("$.a", "hash")).Of("[1]"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"a\": 1} x")]
    [InlineData("nobody")]
    public void What_is_no_JSON_is_refused_and_never_quoted(string text) =>
        Assert.DoesNotContain("nobody", Assert.Throws<MaskException>(() => Mask("keep", ("$.a", "hash")).Of(text)).Message);

    [Fact]
    public void Results_are_escaped()
    {
        var result = Mask("fail", ("$", "constant value=a\"b\\c\u0001\n")).Of("\"x\"");
        Assert.Equal("\"a\\\"b\\\\c\\u0001\\u000a\"", result);
        Assert.Equal("a\"b\\c\u0001\n", JsonSerializer.Deserialize<string>(result));
    }

    [Fact]
    public void Any_JSON_stays_as_it_is_where_everything_is_kept_and_stays_JSON_where_everything_is_masked()
    {
        var random = new Random(20261128);
        var (keep, mask) = (Mask("keep", ("$.nothing.here", "hash")), Mask("fail", ("$", "hash length=8")));
        for (var i = 0; i < 3000; i++)
        {
            var json = AnyJson(random, 0);
            Assert.Equal(json, keep.Of(json));
            using var before = JsonDocument.Parse(json);
            using var after = JsonDocument.Parse(mask.Of(json));
            Assert.Equal(before.RootElement.ValueKind is JsonValueKind.Number ? JsonValueKind.String : before.RootElement.ValueKind, after.RootElement.ValueKind);
        }
    }

    [Fact]
    public void JSON_inside_of_a_text_of_JSON_can_be_masked()
    {
        var inner = PathsOption.Text([new PathRule("$.a", new InnerRule("$.a", StrategyRegistry.Find("hash")!, OptionValues.None), null, false)]);
        var outer = PathsOption.Text([new PathRule("$.x", new InnerRule("$.x", StrategyRegistry.Find("json")!, new OptionValues(new Dictionary<string, string> { ["paths"] = inner })), null, false)]);
        var result = StrategyRun.Mask("json", Jsonb, "paths=" + outer).Of("{\"x\": \"{\\\"a\\\": \\\"b\\\"}\"}");
        Assert.Equal($"{{\"x\": \"{{\\\"a\\\": \\\"{StrategyRun.Mask("hash").Of("b")}\\\"}}\"}}", result);
    }

    [Theory]
    [InlineData("{Anna,Ben}")]
    [InlineData("{\"Anna, B\",NULL,\"\",\"NULL\",\"a\\\"b\\\\c\"}")]
    [InlineData("[0:1]={Anna,Ben}")]
    [InlineData("{{Anna,Ben},{Cleo,NULL}}")]
    [InlineData("{}")]
    public void An_array_is_masked_element_by_element(string value)
    {
        var array = new ColumnType("text[]", TypeKind.Array, "_text", ElementKind: TypeKind.Text);
        var mask = StrategyRun.Mask("array", array, "each={\"strategy\":\"hash\",\"options\":{\"length\":\"8\"}}");
        var hash = StrategyRun.Mask("hash", options: "length=8");
        var expected = value.Replace("\"Anna, B\"", hash.Of("Anna, B")).Replace("\"NULL\"", hash.Of("NULL")).Replace("\"a\\\"b\\\\c\"", hash.Of("a\"b\\c"))
            .Replace("Anna", hash.Of("Anna")).Replace("Ben", hash.Of("Ben")).Replace("Cleo", hash.Of("Cleo"));
        Assert.Equal(expected, mask.Of(value));
    }

    [Fact]
    public void Elements_that_need_quotes_get_them()
    {
        var array = new ColumnType("text[]", TypeKind.Array, "_text", ElementKind: TypeKind.Text);
        Assert.Equal("{\"a \\\"b\\\\\",NULL}", StrategyRun.Mask("array", array, "each={\"strategy\":\"constant\",\"options\":{\"value\":\"a \\\"b\\\\\"}}").Of("{x,NULL}"));
        Assert.Equal("{NULL,NULL}", StrategyRun.Mask("array", array, "each={\"strategy\":\"null\",\"options\":{}}").Of("{x,y}"));
        Assert.Throws<MaskException>(() => StrategyRun.Mask("array", array, "each={\"strategy\":\"hash\",\"options\":{}}").Of("x,y"));
        Assert.Contains("it takes", StrategyRun.Problem("array", array with { ElementKind = TypeKind.Integer }, "each={\"strategy\":\"email\",\"options\":{}}"));
    }

    private static Mask Mask(string unlisted, params (string Path, string Rule)[] rules) =>
        StrategyRun.Mask("json", Jsonb, $"paths={PathsOption.Text(rules.Select(rule => Rule(rule.Path, rule.Rule)))};unlisted={unlisted}");

    private static PathRule Rule(string path, string rule)
    {
        if (rule == "delete") return new PathRule(path, null, null, Delete: true);
        if (rule.StartsWith("set ", StringComparison.Ordinal)) return new PathRule(path, null, rule[4..], Delete: false);
        var words = rule.Split(' ', 2);
        var options = words.Length == 1 ? [] : words[1].Split('=', 2) is [var name, var value] ? new Dictionary<string, string> { [name] = value } : [];
        return new PathRule(path, new InnerRule(path, StrategyRegistry.Find(words[0])!, new OptionValues(options)), null, Delete: false);
    }

    private static string AnyJson(Random random, int depth)
    {
        var blank = random.Next(3) == 0 ? " \n" : "";
        return blank + (random.Next(depth > 4 ? 5 : 7) switch
        {
            0 => "null",
            1 => random.Next(2) == 0 ? "true" : "false",
            2 => random.Next(-1000, 1000).ToString(),
            3 => (random.NextDouble() * 1e9).ToString("E3"),
            4 => AnyText(random),
            5 => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => AnyJson(random, depth + 1)))}]",
            _ => $"{{{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => $"{AnyText(random)} :{AnyJson(random, depth + 1)}"))}}}",
        }) + blank;
    }

    private static string AnyText(Random random) => random.Next(2) == 0
        ? JsonSerializer.Serialize(StrategyRun.AnyText(random, 12))
        : "\"" + StrategyRun.AnyText(random, 12).Replace("\n", "\\u000A") + "\"";
}
