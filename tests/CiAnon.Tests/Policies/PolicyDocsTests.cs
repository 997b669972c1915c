using System.Text;
using CiAnon.Policies;
using CiAnon.Policies.Language;
using CiAnon.Strategies;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Policies;

public class PolicyDocsTests
{
    private static readonly PolicyLanguage Language = new(Sample.Strategies, Sample.Locales);

    [Fact]
    public void The_docs_page_is_up_to_date() =>
        GeneratedFile.AssertUpToDate("docs/policy.md", PolicyDocs.Markdown(StrategyRegistry.All, Locales.All));

    [Fact]
    public void The_example_on_the_page_is_a_valid_policy()
    {
        var example = PolicyDocs.Markdown(StrategyRegistry.All, Locales.All).Split("```yaml\n")[1].Split("```")[0];
        var result = new PolicyReader(StrategyRegistry.All, Locales.All).Read("ci-anon.yml", Encoding.UTF8.GetBytes(example), _ => null, Sample.Today);
        Assert.Empty(result.Diagnostics);
    }

    [Fact]
    public void Every_key_is_on_the_page_with_its_summary()
    {
        var page = PolicyDocs.Markdown(Sample.Strategies, Sample.Locales);
        Assert.All(Language.Sections.SelectMany(section => section.Keys), key =>
        {
            Assert.Contains($"| `{key.Name}` |", page);
            Assert.EndsWith(".", key.Summary);
            Assert.DoesNotContain('|', key.Summary);
            Assert.Contains(key.Summary, page);
        });
    }
}
