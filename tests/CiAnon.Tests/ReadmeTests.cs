using System.Text;
using CiAnon.Policies;
using CiAnon.Strategies;
using CiAnon.Tests.Snapshots;
using CiAnon.Verification;

namespace CiAnon.Tests;

public class ReadmeTests
{
    [Fact]
    public void Its_tables_are_those_of_the_definitions()
    {
        var readme = GeneratedFile.Read("README.md");
        readme = Replace(readme, "strategies", "| strategy | what it does |\n|---|---|\n"
            + string.Concat(StrategyRegistry.All.Select(strategy => $"| [`{strategy.Name}`](docs/strategies.md#{strategy.Name}) | {strategy.Summary} |\n")));
        readme = Replace(readme, "checks", "| check | what it proves |\n|---|---|\n"
            + string.Concat(CheckDefinition.All.Select(check => $"| `{check.Id}` | {check.Claim} |\n")));
        GeneratedFile.AssertUpToDate("README.md", readme);
    }

    [Fact]
    public void Its_policy_is_a_policy()
    {
        var readme = GeneratedFile.Read("README.md");
        var start = readme.IndexOf("```yaml\n", StringComparison.Ordinal) + "```yaml\n".Length;
        var yaml = readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
        var result = new PolicyReader(StrategyRegistry.All, Locales.All).Read("README.md", Encoding.UTF8.GetBytes(yaml), _ => null, new DateOnly(2026, 1, 1));
        Assert.Empty(result.Diagnostics);
        Assert.NotNull(result.Policy);
        Assert.Single(result.Policy.Tables);
    }

    [Fact]
    public void Its_links_lead_to_files()
    {
        var readme = GeneratedFile.Read("README.md");
        var links = System.Text.RegularExpressions.Regex.Matches(readme, @"\]\((?<path>[^)#]+)").Select(match => match.Groups["path"].Value)
            .Where(path => !path.Contains("://", StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(links.Count > 5);
        Assert.All(links, path => Assert.True(Path.Exists(GeneratedFile.FullPath(path)), path));
    }

    private static string Replace(string text, string section, string content)
    {
        var begin = $"<!-- {section}:begin -->\n";
        var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var end = text.IndexOf($"<!-- {section}:end -->", StringComparison.Ordinal);
        return text[..start] + content + text[end..];
    }
}
