using CiAnon.Sandboxes.Lent;

namespace CiAnon.Tests.Live;

public class LentRuleTests
{
    [Fact]
    public void The_docs_name_every_rule()
    {
        var docs = File.ReadAllText(Path.Combine(Root(), "docs", "sandbox.md"));
        Assert.All(LentRule.All, rule => Assert.Contains(rule.Summary, docs, StringComparison.Ordinal));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CiAnon.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
