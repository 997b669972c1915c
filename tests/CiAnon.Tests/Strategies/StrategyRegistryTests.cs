using CiAnon.Policies.Import;
using CiAnon.Strategies;
using CiAnon.Strategies.Options;

namespace CiAnon.Tests.Strategies;

public class StrategyRegistryTests
{
    [Fact]
    public void Every_definition_is_registered_once_and_found_by_name()
    {
        var defined = typeof(StrategyRegistry).Assembly.GetTypes()
            .Select(type => type.GetField("Definition"))
            .Where(field => field?.FieldType == typeof(StrategyDefinition))
            .Select(field => (StrategyDefinition)field!.GetValue(null)!)
            .ToList();
        Assert.Equal(defined.Select(one => one.Name).Order(), StrategyRegistry.All.Select(one => one.Name).Order());
        Assert.All(defined, one => Assert.Same(one, StrategyRegistry.Find(one.Name)));
        Assert.Null(StrategyRegistry.Find("Email"));
    }

    [Fact]
    public void Keyed_strategies_have_a_seed_and_others_have_none()
    {
        string[] fixedResult = ["keep", "null", "empty", "constant", "redact", "mask", "bucket", "template", "json", "array", "composite", "hstore", "xml", "sql", "command", "free_text"];
        Assert.All(StrategyRegistry.All, one =>
            Assert.Equal(!fixedResult.Contains(one.Name), one.Options.Contains(CommonOptions.Seed)));
    }

    [Fact]
    public void What_other_tools_call_a_strategy_leads_to_one_of_ours()
    {
        string[] keys = ["when", "unless", "rows", "verify", "subset", "references", "defaults", "seed", "anonymity", "unlisted", "columns", "sql", "command", "plugin", "..."];
        Assert.All(PeerStrategies.All, peer => Assert.All(peer.Ours.Split(": ")[0].Split(',', '(').Select(name => name.Trim()), name => Assert.True(keys.Contains(name.Split(' ')[0]) || StrategyRegistry.Find(name) is not null, name)));
    }

    [Fact]
    public void Definitions_read_as_phrases()
    {
        Assert.All(StrategyRegistry.All, one => Assert.False(one.Summary.EndsWith('.') || char.IsUpper(one.Summary[0])));
        Assert.All(StrategyRegistry.All.SelectMany(one => one.Options), one => Assert.False(one.Summary.EndsWith('.')));
        Assert.All(StrategyRegistry.All.SelectMany(one => one.Options), one => Assert.False(one.Required && one.Default is not null));
    }
}
