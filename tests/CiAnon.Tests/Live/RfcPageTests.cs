using System.Text.RegularExpressions;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Live;

/// <summary>docs/rfc-imports.md: whatever it says the tool does is shown by a test or stands in a file.</summary>
public sealed partial class RfcPageTests
{
    private static readonly string[] Words = ["MUST", "MUST NOT", "SHOULD", "MAY", "REQUIRED"];

    public static TheoryData<string> Rows => [.. GeneratedFile.Read("docs/rfc-imports.md").Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_says_what_is_demanded_what_is_done_and_what_shows_it(string row)
    {
        var cells = row.Trim('|').Split('|', StringSplitOptions.TrimEntries);
        Assert.Equal(3, cells.Length);
        Assert.Contains(Bold().Matches(cells[0]), word => Words.Contains(word.Groups[1].Value));
        Assert.NotEmpty(cells[1]);
        if (Link().Match(cells[2]) is { Success: true } link) Assert.True(File.Exists(GeneratedFile.FullPath(Path.Combine("docs", link.Groups[1].Value))), $"{link.Groups[1].Value} doesn't exist");
        else Assert.Contains(cells[2].Trim('`'), Tests.Value);
    }

    // Names of test classes and of their methods, as the sources of all test projects have them.
    private static readonly Lazy<HashSet<string>> Tests = new(() =>
    [
        .. Directory.EnumerateFiles(GeneratedFile.FullPath("tests"), "*Tests.cs", SearchOption.AllDirectories)
            .SelectMany(file => Names().Matches(File.ReadAllText(file)).Select(name => name.Groups["name"].Value)),
    ]);

    [GeneratedRegex(@"\*\*(?<word>[A-Z ]+)\*\*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bold();

    [GeneratedRegex(@"\]\((?<target>[^)]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"(class|public void|public async Task) (?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Names();
}
