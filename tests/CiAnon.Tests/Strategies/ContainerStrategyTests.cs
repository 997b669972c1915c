using CiAnon.Catalogs;
using CiAnon.Strategies;

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
