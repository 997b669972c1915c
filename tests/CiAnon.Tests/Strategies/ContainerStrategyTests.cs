using CiAnon.Catalogs;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;

namespace CiAnon.Tests.Strategies;

public class ContainerStrategyTests
{
    private static readonly ColumnType Hstore = new("hstore", TypeKind.Other, "hstore");
    private static readonly ColumnType Xml = new("xml", TypeKind.Other, "xml");

    private static readonly ColumnType Contact = new("public.contact", TypeKind.Other, "contact")
    {
        Fields = new([new("id", StrategyRun.Integer), new("name", StrategyRun.Text), new("mail", StrategyRun.Varchar(60)), new("born", StrategyRun.Date)]),
    };

    private static readonly string Hash = StrategyRun.Mask("hash").Of("Anna");

    [Theory]
    [InlineData("", "")]
    [InlineData("\"a\"=>\"Anna\"", "\"a\"=>\"#\"")]
    [InlineData("\"a\"=>\"Anna\", \"k\"=>\"x\", \"a b\"=>NULL", "\"a\"=>\"#\", \"k\"=>\"x\", \"a b\"=>NULL")]
    [InlineData("\"a\"=>NULL, \"k\"=>\"\"", "\"a\"=>NULL, \"k\"=>\"\"")]
    [InlineData("\"q\\\"uote\"=>\"An\\\\na\", \"a\"=>\"Ann\\a\"", "\"q\\\"uote\"=>\"An\\\\na\", \"a\"=>\"#\"")]
    public void Hstore_is_masked_key_by_key(string value, string result) =>
        Assert.Equal(result.Replace("#", Hash), Mask("hstore", Hstore, "keys", "fail", ("a", "hash"), ("k", "keep"), ("a b", "hash"), ("q\"uote", "keep")).Of(value));

    [Fact]
    public void A_key_that_is_not_named_stops_the_run_even_beside_NULL_unless_it_is_kept_or_masked_as_all_others()
    {
        foreach (var value in new[] { "\"secret\"=>\"s3cret\"", "\"secret\"=>NULL", "\"a\"=>\"Anna\", \"secret\"=>\"\"" })
        {
            Assert.DoesNotContain("secret", Assert.Throws<MaskException>(() => Mask("hstore", Hstore, "keys", "fail", ("a", "hash")).Of(value)).Message);
            Assert.Equal(value.Replace("Anna", Hash), Mask("hstore", Hstore, "keys", "keep", ("a", "hash")).Of(value));
        }
        Assert.Equal($"\"x\"=>\"{Hash}\", \"a\"=>\"Anna\"", Mask("hstore", Hstore, "keys", "fail", ("*", "hash"), ("a", "keep")).Of("\"x\"=>\"Anna\", \"a\"=>\"Anna\""));
        Assert.Equal("\"a\"=>NULL", Mask("hstore", Hstore, "keys", "fail", ("a", "null")).Of("\"a\"=>\"Anna\""));
        Assert.Equal("\"a\"=>\"\\\"\\\\\"", Mask("hstore", Hstore, "keys", "fail", ("a", "constant value=\"\\")).Of("\"a\"=>\"Anna\""));
    }

    [Theory]
    [InlineData("hstore", "nobody")]
    [InlineData("hstore", "\"nobody\"")]
    [InlineData("hstore", "\"nobody\"=>nobody")]
    [InlineData("hstore", "\"a\"=>\"nobody")]
    [InlineData("hstore", "\"a\"=>NULLnobody")]
    [InlineData("hstore", "\"a\"=>\"b\",")]
    [InlineData("composite", "nobody")]
    [InlineData("composite", "(nobody")]
    [InlineData("composite", "(1,\"nobody")]
    [InlineData("composite", "(1,nobody,x,2000-01-01)nobody")]
    [InlineData("composite", "(1,nobody)")]
    [InlineData("composite", "(1,(nobody),,)")]
    [InlineData("xml", "<a>nobody")]
    [InlineData("xml", "<a>nobody</b>")]
    [InlineData("xml", "<!DOCTYPE a [<!ENTITY e \"nobody\">]><a>&e;</a>")]
    [InlineData("xml", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a>nobody</a>")]
    [InlineData("xml", "<a>&nobody;</a>")]
    public void What_is_none_is_refused_and_never_quoted(string strategy, string value)
    {
        var mask = strategy switch
        {
            "hstore" => Mask("hstore", Hstore, "keys", "keep", ("a", "hash")),
            "xml" => Mask("xml", Xml, "paths", "keep", ("/a", "hash")),
            _ => Mask("composite", Contact, "fields", "keep", ("name", "hash")),
        };
        Assert.DoesNotContain("nobody", Assert.Throws<MaskException>(() => mask.Of(value)).Message);
    }

    [Theory]
    [InlineData("(7,Anna,,)", "(7,#,,)")]
    [InlineData("(,,,)", "(,,,)")]
    [InlineData("(7,\"\",,1984-05-17)", "(7,\"\",,1984-01-01)")]
    [InlineData("(7,\"An\"\"na\",,)", "(7,##,,)")]
    public void A_row_is_masked_field_by_field(string value, string result) =>
        Assert.Equal(result.Replace("##", StrategyRun.Mask("hash").Of("An\"na")).Replace("#", Hash), Mask("composite", Contact, "fields", "fail", ("1", "keep"), ("name", "hash"), ("mail", "email"), ("born", "date truncate=year")).Of(value));

    [Fact]
    public void Fields_are_masked_as_their_types_are_and_quoted_where_they_need_it()
    {
        Assert.Equal("(7,\"a \"\"b\\\\(\",,)", Mask("composite", Contact, "fields", "keep", ("name", "constant value=a \"b\\(")).Of("(7,Anna,,)"));
        Assert.Equal("(7,,,)", Mask("composite", Contact, "fields", "keep", ("name", "null")).Of("(7,Anna,,)"));
        Assert.Contains("it takes", Problem(Contact, ("id", "email")));
        Assert.Contains("its fields are id, name, mail, born", Problem(Contact, ("nick", "hash")));
        Assert.Contains("twice", Problem(Contact, ("name", "hash"), ("2", "hash")));
        Assert.Contains("takes a composite", Problem(Hstore, ("1", "hash")));
        Assert.Contains("give its place", Problem(StrategyRun.Text, ("name", "hash")));
        Assert.Equal($"({Hash},\"b, c\")", Mask("composite", StrategyRun.Text, "fields", "keep", ("1", "hash")).Of("(Anna,\"b, c\")"));
        Assert.Equal($"(x,{Hash},{Hash})", Mask("composite", StrategyRun.Text, "fields", "fail", ("1", "keep"), ("*", "hash")).Of("(x,Anna,Anna)"));
        Assert.DoesNotContain("s3cret", Assert.Throws<MaskException>(() => Mask("composite", Contact, "fields", "fail", ("name", "hash")).Of("(,Anna,s3cret,)")).Message);
    }

    [Theory]
    [InlineData("/order/customer/@email", "<order><customer email=\"Anna\" id=\"1\">x</customer></order>", "<order><customer email=\"#\" id=\"1\">x</customer></order>")]
    [InlineData("/order/customer", "<order><customer email=\"Anna\"><name> Anna\n</name></customer><b>Anna</b></order>", "<order><customer email=\"#\"><name> #\n</name></customer><b>Anna</b></order>")]
    [InlineData("//name", "<a><name>Anna</name><b><name>An<![CDATA[na]]></name></b></a>", "<a><name>#</name><b><name>#</name></b></a>")]
    [InlineData("/a/*", "<a>x<b>Anna</b><c/><d></d></a>", "<a>x<b>#</b><c /><d></d></a>")]
    [InlineData("//@*", "<a x=\"Anna\"><b y='Anna'/></a>", "<a x=\"#\"><b y=\"#\" /></a>")]
    [InlineData("/a", "<a>A&#110;na</a><a>Anna</a>", "<a>#</a><a>#</a>")]
    [InlineData("/a", "<a>An<!-- Anna -->na<?pi Anna?></a>", "<a>#</a>")]
    [InlineData("/x:a/b", "<x:a xmlns:x=\"urn:x\" xmlns=\"urn:y\"><b>Anna</b></x:a>", "<x:a xmlns:x=\"urn:x\" xmlns=\"urn:y\"><b>#</b></x:a>")]
    [InlineData("/a/b", "<x:a xmlns:x=\"urn:x\"><x:b>Anna</x:b>y</x:a>", "<x:a xmlns:x=\"urn:x\"><x:b>#</x:b>y</x:a>")]
    [InlineData("/a", "<?xml version=\"1.0\" encoding=\"utf-8\"?><a>Anna</a>", "<?xml version=\"1.0\" encoding=\"utf-8\"?><a>#</a>")]
    [InlineData("/a", "plain &amp; <a>Anna</a>&lt;", "plain &amp; <a>#</a>&lt;")]
    public void A_path_leads_where_it_says(string path, string xml, string result) => Assert.Equal(result.Replace("#", Hash), Mask("xml", Xml, "paths", "keep", (path, "hash")).Of(xml));

    [Fact]
    public void The_most_special_path_decides_and_what_no_path_leads_to_stops_the_run()
    {
        var mask = Mask("xml", Xml, "paths", "fail", ("//*", "keep"), ("/a", "hash"), ("/a/@id", "keep"), ("/a/b", "keep"), ("/n", "null"), ("/c", "constant value=<&>"));
        Assert.Equal($"<a id=\"1\"><b>Ben</b>{Hash}</a>", mask.Of("<a id=\"1\"><b>Ben</b>Anna</a>"));
        Assert.Equal("<n></n><c>&lt;&amp;&gt;</c>", mask.Of("<n>Anna</n><c>Anna</c>"));
        Assert.DoesNotContain("s3cret", Assert.Throws<MaskException>(() => Mask("xml", Xml, "paths", "fail", ("/n", "null")).Of("<n x=\"s3cret\"/><d>s3cret</d>")).Message);
        Assert.Throws<MaskException>(() => Mask("xml", Xml, "paths", "fail", ("/a", "hash")).Of("<b c=\"s3cret\"/>"));
        Assert.Contains("can't read", StrategyRun.Problem("xml", Xml, Options("paths", "fail", ("a/b", "hash"))));
        Assert.Contains("can't read", StrategyRun.Problem("xml", Xml, Options("paths", "fail", ("/a/@b/c", "hash"))));
    }

    [Theory]
    [InlineData("\"a\"=>\"Anna\"", "")]
    [InlineData("\"a\"=>\"Anna\", \"s\"=>NULL, \"x\"=>\"1\"", "\"s\"=>\"a \\\"b\\\"\", \"x\"=>\"1\"")]
    [InlineData("\"x\"=>\"1\", \"a\"=>NULL, \"s\"=>\"\"", "\"x\"=>\"1\", \"s\"=>\"a \\\"b\\\"\"")]
    [InlineData("\"x\"=>NULL, \"a\"=>\"\"", "\"x\"=>NULL")]
    public void A_key_of_hstore_is_deleted_or_its_value_set(string value, string result) =>
        Assert.Equal(result, Mask("hstore", Hstore, "keys", "fail", ("a", "delete"), ("s", "set a \"b\""), ("x", "keep")).Of(value));

    [Fact]
    public void All_keys_that_are_not_named_can_be_deleted() =>
        Assert.Equal("\"a\"=>\"Anna\"", Mask("hstore", Hstore, "keys", "fail", ("*", "delete"), ("a", "keep")).Of("\"x\"=>\"s3cret\", \"a\"=>\"Anna\", \"y\"=>NULL"));

    [Theory]
    [InlineData("/a/b", "delete", "<a>x<b id=\"1\">s3cret<c>s3cret</c></b>y<b />z</a>", "<a>xyz</a>")]
    [InlineData("//@id", "delete", "<a id=\"s3cret\" k=\"1\">x<b id=\"s3cret\" /></a>", "<a k=\"1\">x<b /></a>")]
    [InlineData("/a/b", "set <1>", "<a><b id=\"s3cret\">s3cret<c>s3cret</c></b><b />z</a>", "<a><b>&lt;1&gt;</b><b>&lt;1&gt;</b>z</a>")]
    [InlineData("//@id", "set 1", "<a id=\"s3cret\">x<b id=\"\" /></a>", "<a id=\"1\">x<b id=\"1\" /></a>")]
    [InlineData("/a", "delete", "<a>s3cret</a>", "")]
    [InlineData("/x:a/b", "set 1", "<x:a xmlns:x=\"urn:x\"><b xmlns:y=\"urn:y\" y:c=\"s3cret\">s3cret</b></x:a>", "<x:a xmlns:x=\"urn:x\"><b xmlns:y=\"urn:y\">1</b></x:a>")]
    public void An_element_or_attribute_of_XML_is_deleted_or_set(string path, string action, string xml, string result) => Assert.Equal(result, Mask("xml", Xml, "paths", "keep", (path, action)).Of(xml));

    [Fact]
    public void An_attribute_with_a_path_of_its_own_stays_where_the_text_of_its_element_is_set() =>
        Assert.Equal($"<a id=\"{Hash}\">1</a>", Mask("xml", Xml, "paths", "fail", ("/a", "set 1"), ("/a/@id", "hash")).Of("<a id=\"Anna\" k=\"s3cret\">s3cret</a>"));

    [Fact]
    public void NULL_inside_of_a_value_gets_a_pseudonym_where_its_rule_says_so()
    {
        Assert.Equal("\"a\"=>\"none\", \"b\"=>NULL", Mask("hstore", Hstore, "keys", "fail", ("a", "constant value=none, null"), ("b", "constant value=none")).Of("\"a\"=>NULL, \"b\"=>NULL"));
        Assert.Equal("(7,none,,)", Mask("composite", Contact, "fields", "keep", ("name", "constant value=none, null"), ("mail", "email")).Of("(7,,,)"));
        var each = PathsOption.Text(Rule("", "constant value=none, null").Inner!);
        Assert.Equal("{none,none}", StrategyRun.Mask("array", new ColumnType("text[]", TypeKind.Array, "_text", ElementKind: TypeKind.Text), $"each={each}").Of("{Anna,NULL}"));
        Assert.Contains("remove 'null: replace'", Problem(Contact, ("name", "mask first=1, null")));
        Assert.Contains("remove 'null: replace'", StrategyRun.Problem("hstore", Hstore, Options("keys", "keep", ("a", "null, null"))));
        Assert.Contains("XML has no NULL", StrategyRun.Problem("xml", Xml, Options("paths", "keep", ("/a", "hash, null"))));
    }

    [Fact]
    public void A_rule_inside_of_a_value_has_a_locale_of_its_own()
    {
        var german = StrategyRun.Mask("first_name", locale: "de").Of("Anna");
        Assert.NotEqual(StrategyRun.Mask("first_name").Of("Anna"), german);
        Assert.Equal($"\"a\"=>\"{german}\"", Mask("hstore", Hstore, "keys", "fail", ("a", "first_name, de")).Of("\"a\"=>\"Anna\""));
        Assert.Equal($"<a>{german}</a>", Mask("xml", Xml, "paths", "fail", ("/a", "first_name, de")).Of("<a>Anna</a>"));
        Assert.Equal($"(1,{german},,)", Mask("composite", Contact, "fields", "keep", ("name", "first_name, de")).Of("(1,Anna,,)"));
        var each = PathsOption.Text(Rule("", "first_name, de").Inner!);
        Assert.Equal($"{{{german}}}", StrategyRun.Mask("array", new ColumnType("text[]", TypeKind.Array, "_text", ElementKind: TypeKind.Text), $"each={each}").Of("{Anna}"));
    }

    [Fact]
    public void Fields_of_a_row_can_be_neither_deleted_nor_set()
    {
        Assert.Contains("use 'null'", Problem(Contact, ("name", "delete")));
        Assert.Contains("use 'constant'", Problem(Contact, ("name", "set x")));
    }

    [Theory]
    [InlineData("hstore", "\"a\"=>\"Anna\"", "keys", "a")]
    [InlineData("composite", "(1,Anna,,)", "fields", "name")]
    [InlineData("xml", "<a>Anna</a>", "paths", "/a")]
    public void What_is_masked_inside_is_shown(string strategy, string value, string option, string place)
    {
        var mask = Mask(strategy, strategy switch { "hstore" => Hstore, "xml" => Xml, _ => Contact }, option, "keep", (place, "hash"));
        var seen = new Seen();
        mask.Show(System.Text.Encoding.UTF8.GetBytes(value), seen);
        Assert.Equal(["0 Anna"], seen.Parts);
        Assert.Single(mask.Inside);
    }

    private static Mask Mask(string strategy, ColumnType type, string option, string unlisted, params (string Place, string Rule)[] rules) =>
        StrategyRun.Mask(strategy, type, Options(option, unlisted, rules));

    private static string Problem(ColumnType type, params (string Place, string Rule)[] rules) => StrategyRun.Problem("composite", type, Options("fields", "keep", rules));

    private static string Options(string option, string unlisted, params (string Place, string Rule)[] rules) =>
        $"{option}={PathsOption.Text(rules.Select(rule => Rule(rule.Place, rule.Rule)))};unlisted={unlisted}";

    private static PathRule Rule(string place, string rule)
    {
        if (rule == "delete") return new PathRule(place, null, null, Delete: true);
        if (rule.StartsWith("set ", StringComparison.Ordinal)) return new PathRule(place, null, rule[4..], Delete: false);
        if (rule.EndsWith(", null", StringComparison.Ordinal)) return Rule(place, rule[..^6]) is var plain ? plain with { Inner = plain.Inner! with { ReplacesNull = true } } : plain;
        if (rule.EndsWith(", de", StringComparison.Ordinal)) return Rule(place, rule[..^4]) is var english ? english with { Inner = english.Inner! with { Locale = "de" } } : english;
        var words = rule.Split(' ', 2);
        var options = words.Length == 1 ? [] : words[1].Split('=', 2) is [var name, var value] ? new Dictionary<string, string> { [name] = value } : [];
        return new PathRule(place, new InnerRule(place, StrategyRegistry.Find(words[0])!, new OptionValues(options)), null, Delete: false);
    }

    private sealed class Seen : IInnerSink
    {
        public List<string> Parts { get; } = [];

        public void Part(int rule, ReadOnlySpan<byte> part) => Parts.Add($"{rule} {System.Text.Encoding.UTF8.GetString(part)}");
    }
}
