using CiAnon.Policies.Import;
using CiAnon.Stages.Prose;
using CiAnon.Strategies;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Strategies;

public class StrategyDocsTests
{
    public static TheoryData<string> Names => [.. StrategyRegistry.All.Select(one => one.Name).Where(name => name is not ("keep" or "shuffle" or "sql" or "command" or "plugin"))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Examples_are_what_the_strategy_gives_under_the_documented_key(string name)
    {
        var strategy = StrategyRegistry.Find(name)!;
        var mask = strategy.Compile(StrategyDocs.ExampleContext(strategy) with { Prose = new RunProse() }).Mask!;
        Assert.Equal(strategy.Example.Result, mask.WritesNull ? "NULL" : mask.Of(strategy.Example.Value));
    }

    [Fact]
    public void The_page_is_up_to_date() => GeneratedFile.AssertUpToDate("docs/strategies.md", StrategyDocs.Markdown(PeerStrategies.All));

    [Fact]
    public void Every_strategy_and_option_is_on_the_page()
    {
        var page = StrategyDocs.Markdown(PeerStrategies.All);
        foreach (var strategy in StrategyRegistry.All)
        {
            Assert.Contains($"\n## {strategy.Name}\n", page);
            Assert.All(strategy.Options, option => Assert.Contains($"| `{option.Name}` |", page));
        }
    }
}
