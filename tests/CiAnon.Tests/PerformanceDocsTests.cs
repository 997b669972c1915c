using System.Text;
using System.Text.RegularExpressions;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests;

/// <summary>docs/performance.md is made of what was measured: benchmarks/results.</summary>
public partial class PerformanceDocsTests
{
    private const string Results = "benchmarks/results";

    [Fact]
    public void The_page_is_up_to_date() => GeneratedFile.AssertUpToDate("docs/performance.md", Page());

    [Fact]
    public void Every_result_is_on_it() =>
        Assert.All(Files(), file => Assert.Contains($"(../{Results}/{file})", Page(), StringComparison.Ordinal));

    private static string Page()
    {
        var page = new StringBuilder("""
            # How fast it is

            Made of [benchmarks/results](../benchmarks/results), which `eng/bench` and `benchmarks/CiAnon.Benchmarks` write; not by hand.

            One number counts: a whole run (restore, anonymize, verify, backup), all verification on, divided by what PostgreSQL's own `pg_restore -j2` and `pg_dump -Fc` take for the same dump, with nothing
            anonymized, in the same session on the same machine. Seconds differ from machine to machine and from hour to hour; `eng/bench` measures both by turns.

            ## Whole runs


            """.ReplaceLineEndings("\n"));
        foreach (var file in Files().Where(file => Run().IsMatch(file)).OrderDescending(StringComparer.Ordinal)) page.Append(Section(file, "###"));
        page.Append("## What each step gave, and what limits now\n\n").Append(GeneratedFile.Read($"{Results}/steps.md").TrimEnd()).Append("\n\nFrom [steps.md](../").Append(Results).Append("/steps.md).\n\n");
        page.Append("## Parts\n\n");
        foreach (var file in Files().Where(file => file != "steps.md" && !Run().IsMatch(file)).Order(StringComparer.Ordinal))
            page.Append("- [").Append(Title(file)).Append("](../").Append(Results).Append('/').Append(file).Append(")\n");
        return page.ToString();
    }

    private static string Section(string file, string heading)
    {
        var text = GeneratedFile.Read($"{Results}/{file}");
        return $"{heading} [{Title(file)}](../{Results}/{file})\n{text[text.IndexOf('\n')..].TrimEnd()}\n\n";
    }

    private static string Title(string file) => GeneratedFile.Read($"{Results}/{file}").Split('\n')[0].TrimStart('#', ' ');

    private static IReadOnlyList<string> Files() => [.. Directory.EnumerateFiles(GeneratedFile.FullPath(Results), "*.md").Select(file => Path.GetFileName(file)!)];

    // 2026-11-29-2core.md, 2026-11-29-2core-2000-tables.md
    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}-\d+core.*\.md$")]
    private static partial Regex Run();
}
