using System.Text.RegularExpressions;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests;

/// <summary>Actions of others are pinned by commit, in the workflows; whatever else names one takes its pin from there.</summary>
public partial class PinTests
{
    private const string Workflows = ".github/workflows/";

    private static readonly string[] Places = ["action.yml", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", Workflows, "action/", "docs/", "samples/", "eng/", "src/"];

    [Fact]
    public void Workflows_pin_each_action_by_one_commit_and_say_which_version_it_is()
    {
        var uses = Files().Where(file => file.StartsWith(Workflows, StringComparison.Ordinal)).SelectMany(Uses).ToList();
        Assert.All(uses, use => Assert.Matches("^[0-9a-f]{40} # v[0-9.]+$", use.Pin));
        Assert.All(uses.GroupBy(use => use.Repository), group => Assert.Single(group.Select(use => use.Pin).Distinct()));
        Assert.NotEmpty(uses);
    }

    [Fact]
    public void Docs_samples_and_the_action_pin_actions_as_the_workflows_do()
    {
        var pins = Files().Where(file => file.StartsWith(Workflows, StringComparison.Ordinal)).SelectMany(Uses)
            .GroupBy(use => use.Repository).ToDictionary(group => group.Key, group => group.First().Pin);
        var others = Files().Where(file => !file.StartsWith(Workflows, StringComparison.Ordinal) && Uses(file).Any()).ToList();
        Assert.Contains("docs/evidence.md", others);
        Assert.Contains("action.yml", others);
        Assert.All(others.SelectMany(Uses), use => Assert.Contains(use.Repository, pins.Keys));
        foreach (var file in others)
            GeneratedFile.AssertUpToDate(file, UsesLine().Replace(GeneratedFile.Read(file), match => IsOurs(match) ? match.Value : $"{match.Groups["use"]}@{pins[match.Groups["repository"].Value]}"));
    }

    private static IEnumerable<(string Repository, string Pin)> Uses(string file) => UsesLine().Matches(GeneratedFile.Read(file))
        .Where(match => !IsOurs(match)).Select(match => (match.Groups["repository"].Value, match.Groups["pin"].Value));

    private static bool IsOurs(Match match) => match.Groups["repository"].Value == "org/ci-anon";

    private static IEnumerable<string> Files() => Places.SelectMany(place => place.EndsWith('/') ? Directory.GetFiles(GeneratedFile.FullPath(place), "*", SearchOption.AllDirectories) : [GeneratedFile.FullPath(place)])
        .Where(file => file.EndsWith(".yml", StringComparison.Ordinal) || file.EndsWith(".yaml", StringComparison.Ordinal) || file.EndsWith(".md", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(GeneratedFile.FullPath("."), file).Replace('\\', '/'))
        .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<use>uses: +(?<repository>[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+)(/[A-Za-z0-9_./-]+)?)@(?<pin>[A-Za-z0-9_.]+( # v[0-9.]+)?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UsesLine();
}
