using System.Text;
using CiAnon.Diagnostics;
using CiAnon.Policies;
using CiAnon.Strategies;
using CiAnon.Tests.Policies;
using CiAnon.Verification;

namespace CiAnon.Tests.Verification;

public class CheckGuidesTests
{
    // What is wrong with a finished archive has a code of its own.
    [Fact]
    public void Every_check_that_can_fail_is_explained_with_an_example() =>
        Assert.Equal(CheckDefinition.Judging.Except([CheckDefinition.Restorable]), CheckGuides.All.Select(guide => guide.Check));

    [Fact]
    public void What_a_guide_writes_is_a_policy() =>
        Assert.All(CheckGuides.All.Where(guide => guide.Policy is not null), guide =>
            Assert.Empty(new PolicyReader(StrategyRegistry.All, Locales.All)
                .Read("ci-anon.yml", Encoding.UTF8.GetBytes($"version: 1\n{guide.Policy}\n"), _ => null, Sample.Today).Diagnostics));

    [Fact]
    public void The_page_of_diagnostics_shows_each_under_the_code_that_names_it()
    {
        var page = DiagnosticDocs.Markdown();
        var part = page[page.IndexOf("## CIANON5002", StringComparison.Ordinal)..page.IndexOf("## CIANON5003", StringComparison.Ordinal)];
        Assert.All(CheckGuides.All, guide => Assert.Contains($"\ncheck '{guide.Check.Id}': {guide.Example.Object}", part, StringComparison.Ordinal));
    }
}
