using CiAnon.Sandboxes.Live;

namespace CiAnon.Tests.Live;

/// <summary>What must not be rewritten.</summary>
public class TargetRuleTests
{
    private static readonly TargetFacts Staging = new("staging.db.internal", "shop", [], IsStandby: false, Major: 15);

    [Theory]
    [InlineData("staging.db.internal", "shop")]
    [InlineData("10.0.0.7", "products")]
    [InlineData("localhost", "delivery_reproduction")]
    [InlineData("/var/run/postgresql", "alive")]
    [InlineData("/srv/live/prod", "shop")]
    [InlineData("@live", "shop")]
    public void What_does_not_look_like_production_is_allowed(string host, string database) => Assert.Empty(Refusals(Staging with { Host = host, Database = database }));

    [Theory]
    [InlineData("prod.db.internal", "shop")]
    [InlineData("db-PROD-1.internal", "shop")]
    [InlineData("db1", "shop_production")]
    [InlineData("db1", "live")]
    [InlineData("prd01", "shop")]
    [InlineData("live/srv", "shop")]
    [InlineData("/srv/live", "live")]
    public void A_word_in_a_name_refuses(string host, string database) => Assert.Single(Refusals(Staging with { Host = host, Database = database }));

    [Fact]
    public void A_marker_a_standby_and_an_old_server_refuse()
    {
        Assert.Single(Refusals(Staging with { MarkerTables = ["ops.ci_anon_production"] }));
        Assert.Single(Refusals(Staging with { IsStandby = true }));
        Assert.Single(Refusals(Staging with { Major = 12 }));
    }

    [Theory]
    [InlineData("staging.db.internal", true)]
    [InlineData("*.db.internal", true)]
    [InlineData("other.internal", false)]
    public void Where_the_policy_names_hosts_no_other_is_allowed(string host, bool isAllowed) => Assert.Equal(isAllowed, !Refusals(Staging, "elsewhere", host).Any());

    [Fact]
    public void The_docs_say_all_of_them()
    {
        var docs = File.ReadAllText(Path.Combine(Root(), "docs", "live.md"));
        Assert.All(TargetRule.All, rule => Assert.Contains(rule.Summary, docs, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Refusals(TargetFacts facts, params string[] hosts) => TargetRule.All.Select(rule => rule.Refuses(facts, hosts)).OfType<string>();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CiAnon.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
