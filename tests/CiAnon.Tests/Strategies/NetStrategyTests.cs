using System.Net;
using CiAnon.Catalogs;
using CiAnon.Strategies;
using CiAnon.Strategies.Net;

namespace CiAnon.Tests.Strategies;

public class NetStrategyTests
{
    private static readonly ColumnType Inet = new("inet", TypeKind.Network, "inet");

    [Fact]
    public void Addresses_read_and_write_as_NET_does()
    {
        var random = new Random(20261128);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(2) == 0 ? 16 : 4];
            random.NextBytes(bytes);
            for (var zeros = random.Next(bytes.Length); zeros > 0; zeros--) bytes[random.Next(bytes.Length)] = 0;
            var address = new IPAddress(bytes);
            Assert.True(IpText.TryParse(System.Text.Encoding.ASCII.GetBytes(address.ToString()), out var ip), address.ToString());
            var output = new MaskOutput();
            ip.Append(output);
            Assert.Equal(address, IPAddress.Parse(System.Text.Encoding.ASCII.GetString(output.Written)));
        }
    }

    [Theory]
    [InlineData("84.17.2.130", "", "10.0.0.0/8")]
    [InlineData("84.17.2.130", "keep_prefix=16", "84.17.0.0/16")]
    [InlineData("2a02:8388::1", "", "2001:db8::/32")]
    [InlineData("2a02:8388:1:2::1", "keep_prefix6=48", "2a02:8388:1::/48")]
    public void An_address_lies_in_the_network_that_it_should(string value, string options, string network)
    {
        var mask = StrategyRun.Mask("ip", Inet, options);
        var result = IPAddress.Parse(mask.Of(value));
        Assert.True(IPNetwork.Parse(network).Contains(result));
        Assert.NotEqual(IPAddress.Parse(value), result);
        Assert.EndsWith("/27", mask.Of(value + "/27"));
    }

    [Theory]
    [InlineData("84.17.2.0/24")]
    [InlineData("10.0.0.0/8")]
    [InlineData("2a02:8388::/32")]
    [InlineData("84.17.2.4/31")]
    public void A_network_has_no_bits_beyond_its_length(string network)
    {
        var result = StrategyRun.Mask("ip", new("cidr", TypeKind.Network, "cidr"), "keep_prefix=24;keep_prefix6=32").Of(network);
        Assert.NotEqual(network, result);
        _ = IPNetwork.Parse(result);
    }

    [Theory]
    [InlineData("ip", "nobody")]
    [InlineData("ip", "1.2.3")]
    [InlineData("ip", "1::2::3")]
    [InlineData("ip", "1.2.3.4/33")]
    [InlineData("mac", "3c:5a:b4")]
    public void What_is_no_address_is_refused(string strategy, string value) => Assert.Throws<MaskException>(() => StrategyRun.Mask(strategy).Of(value));

    [Theory]
    [InlineData("3c:5a:b4:01:7f:2e", "^[0-9a-f][26ae](:[0-9a-f]{2}){5}$")]
    [InlineData("3C-5A-B4-01-7F-2E", "^[0-9A-F][26AE](-[0-9A-F]{2}){5}$")]
    [InlineData("3c5a.b401.7f2e", @"^[0-9a-f][26ae][0-9a-f]{2}(\.[0-9a-f]{4}){2}$")]
    public void A_mac_address_is_locally_administered_and_keeps_its_form(string value, string expected) =>
        Assert.Matches(expected, StrategyRun.Mask("mac").Of(value));

    [Fact]
    public void A_mac_address_keeps_its_vendor_where_it_is_told() => Assert.StartsWith("3c:5a:b4:", StrategyRun.Mask("mac", options: "keep_vendor=true").Of("3c:5a:b4:01:7f:2e"));

    [Theory]
    [InlineData("https://anna:pw@shop.example:8080/a/b?mail=x&y#top", "", @"^https://[0-9a-f]{8}\.anon\.example/[0-9a-f]{8}/[0-9a-f]{8}\?mail=[0-9a-f]{8}&[0-9a-f]{8}$")]
    [InlineData("https://shop.example/a?q=1", "host=keep;path=keep", @"^https://shop\.example/a\?q=[0-9a-f]{8}$")]
    [InlineData("https://shop.example/a/?q=1", "query=drop", @"^https://[0-9a-f]{8}\.anon\.example/[0-9a-f]{8}/$")]
    [InlineData("/a/b?x=", "", @"^/[0-9a-f]{8}/[0-9a-f]{8}\?x=$")]
    [InlineData("mailto:anna@x.example", "", "^mailto:[0-9a-f]{8}$")]
    [InlineData("shop.example", "", "^[0-9a-f]{8}$")]
    [InlineData("HTTPS://shop.example", "", @"^HTTPS://[0-9a-f]{8}\.anon\.example$")]
    [InlineData("Anna Weber: see http://shop.example/x", "", "^[0-9a-f]{8}//[0-9a-f]{8}/[0-9a-f]{8}$")]
    [InlineData("anna.weber:8080", "", "^[0-9a-f]{8}$")]
    public void A_url_is_replaced_part_by_part(string value, string options, string expected) => Assert.Matches(expected, StrategyRun.Mask("url", options: options).Of(value));

    private const string Parameters = "parameters=["
        + """{"path":"mail","strategy":"email","options":{}},{"path":"page","strategy":"keep","options":{}},{"path":"sid","delete":true},{"path":"lang","set":"d e"}]""";

    [Theory]
    [InlineData("/a?mail=anna%40x.example&page=2&q=shoes", "path=keep", @"^/a\?mail=user_[0-9a-f]{12}%40anon\.example&page=2&q=[0-9a-f]{8}$")]
    [InlineData("/a?sid=1&mail=a@b&sid=2", "path=keep", @"^/a\?mail=user_[0-9a-f]{12}%40anon\.example$")]
    [InlineData("/a?x=1&page=2&y", "path=keep;query=drop", @"^/a\?page=2$")]
    [InlineData("/a?x=1;lang=en;mail=&page", "path=keep;query=keep", @"^/a\?x=1;lang=d%20e;mail=&page$")]
    [InlineData("/a?sid=1", "path=keep", @"^/a$")]
    [InlineData("/a?%6Dail=anna%40x.example&%73%69%64=1&p%61ge=2&p+=3", "path=keep;query=keep", @"^/a\?%6Dail=user_[0-9a-f]{12}%40anon\.example&p%61ge=2&p\+=3$")]
    public void A_parameter_of_the_query_has_a_strategy_of_its_own(string value, string options, string expected) =>
        Assert.Matches(expected, StrategyRun.Mask("url", options: $"{options};{Parameters}").Of(value));

    [Fact]
    public void What_a_parameter_holds_gets_the_pseudonym_of_a_column_and_is_shown_to_who_searches_for_it()
    {
        var mask = StrategyRun.Mask("url", options: $"host=keep;path=keep;query=keep;{Parameters}");
        var email = StrategyRun.Mask("email").Of("anna+1@x.example").Replace("@", "%40", StringComparison.Ordinal);
        Assert.Equal($"https://shop.example/?mail={email}", mask.Of("https://shop.example/?mail=anna%2B1%40x.example"));
        var seen = new Seen();
        mask.Show("https://shop.example/?page=2&mail=anna%2B1%40x.example"u8, seen);
        Assert.Equal(["0 anna+1@x.example"], seen.Parts);
        Assert.Equal("publishes of each address: host, path, query, parameter page", StrategyRun.Compile("url", options: $"host=keep;path=keep;query=keep;{Parameters}").Publishes);
    }

    [Fact]
    public void A_domain_becomes_one_that_nobody_has_and_distinct_ones_stay_distinct()
    {
        var mask = StrategyRun.Mask("domain");
        Assert.Matches(@"^[0-9a-f]{8}\.anon\.example$", mask.Of("mueller-soehne.de"));
        Assert.NotEqual(mask.Of("a.example"), mask.Of("b.example"));
        Assert.Matches(@"^[0-9a-f]{18}\.x\.example$", StrategyRun.Mask("domain", options: "domain=x.example", distinct: 1_000_000).Of("mueller-soehne.de"));
        Assert.Contains("room for 20", StrategyRun.Problem("domain", StrategyRun.Varchar(20)));
        Assert.Contains("not a host name", StrategyRun.Problem("domain", options: "domain=a b"));
    }

    [Fact]
    public void One_host_stays_one_host()
    {
        var mask = StrategyRun.Mask("url", options: "path=drop");
        Assert.Equal(mask.Of("https://x.example/a"), mask.Of("https://x.example/b"));
        Assert.NotEmpty(StrategyRun.Problem("url", options: "host=keep;path=keep;query=keep"));
    }

    private sealed class Seen : CiAnon.Strategies.IInnerSink
    {
        public List<string> Parts { get; } = [];

        public void Part(int rule, ReadOnlySpan<byte> part) => Parts.Add($"{rule} {System.Text.Encoding.UTF8.GetString(part)}");
    }
}
