using System.CommandLine;
using CiAnon.Cli;
using CiAnon.Strategies;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Cli;

public class HelpTests
{
    private static readonly RootCommand Root = CommandLine.Create(new Session(TextWriter.Null, TextWriter.Null, static _ => null, IsTerminal: false, CancellationToken.None));

    public static TheoryData<string> Commands => [.. CommandDocs.All(Root).Select(CommandDocs.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_help_screen_is_as_reviewed(string command)
    {
        var (exit, text, error) = FakeSession.Run([.. command.Split(' ').Skip(1), "--help"]);
        Assert.Equal((0, ""), (exit, error));
        GeneratedFile.AssertUpToDate($"tests/CiAnon.Tests/Cli/help-{command.Replace(' ', '-')}.verified.txt", text);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_fits_on_a_screen_and_has_no_loose_ends(string command)
    {
        var (_, text, _) = FakeSession.Run([.. command.Split(' ').Skip(1), "-h"]);
        Assert.All(text.Split('\n'), line =>
        {
            Assert.True(line.Length <= 100, line);
            Assert.Equal(line.TrimEnd(), line);
        });
        Assert.Contains($"Usage: {command}", text);
    }

    [Fact]
    public void The_docs_page_is_up_to_date() => GeneratedFile.AssertUpToDate("docs/cli.md", CommandDocs.Markdown(Root));

    [Fact]
    public void The_list_of_strategies_is_as_reviewed() =>
        GeneratedFile.AssertUpToDate("tests/CiAnon.Tests/Cli/strategies.verified.txt", FakeSession.Run("strategies").Out);

    [Fact]
    public void The_explanation_of_a_strategy_is_as_reviewed() =>
        GeneratedFile.AssertUpToDate("tests/CiAnon.Tests/Cli/strategies-email.verified.txt", FakeSession.Run("strategies", "email").Out);

    [Fact]
    public void The_plugins_of_a_policy_are_listed_with_what_they_declare()
    {
        var folder = Directory.CreateTempSubdirectory("ci-anon-help-");
        var policy = Path.Combine(folder.FullName, "ci-anon.yml");
        File.WriteAllText(policy, $"version: 1\ncolumns:\n  a: {{ strategy: plugin, assembly: '{Strategies.SamplePlugin.Path}' }}\n  b: {{ strategy: json, paths: {{ $.a: {{ strategy: plugin, assembly: nowhere.dll }} }} }}\n");
        var text = FakeSession.Run("strategies", "--policy", policy).Out;
        Assert.Contains("\n  uk_postcode: replaces a British postcode by one of the area ZZ\n    declares: fits text, deterministic, doesn't keep distinct values distinct\n", text);
        Assert.Contains("\nnowhere.dll isn't there\n", text);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Every_strategy_can_be_explained() =>
        Assert.All(StrategyRegistry.All, strategy => Assert.StartsWith($"{strategy.Name}: ", FakeSession.Run("strategies", strategy.Name).Out));

    [Fact]
    public void A_bare_command_shows_the_help() => Assert.Equal(FakeSession.Run("--help"), FakeSession.Run());

    [Theory]
    [InlineData("restore --help", "unknown command 'restore'", "ci-anon --help")]
    [InlineData("--help restore", "unknown command 'restore'", "ci-anon --help")]
    [InlineData("restore --version", "unknown command 'restore'", "ci-anon --help")]
    [InlineData("anonymise -h", "unknown command 'anonymise', did you mean 'anonymize'?", "ci-anon --help")]
    [InlineData("github nonsense --help", "unknown command 'nonsense'", "ci-anon github --help")]
    public void Help_about_a_command_that_there_is_not_says_so(string line, string problem, string help)
    {
        var (exit, text, error) = FakeSession.Run(line.Split(' '));
        Assert.Equal((2, ""), (exit, text));
        Assert.Contains(problem, error, StringComparison.Ordinal);
        Assert.Contains(help, error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_alone_on_its_line() => Assert.Matches(@"^\d+\.\d+\.\d+\n$", FakeSession.Run("--version").Out);

    [Fact]
    public void A_new_key_is_base64_of_32_bytes_and_new_every_time()
    {
        var keys = Enumerable.Range(0, 3).Select(_ => FakeSession.Run("key", "new").Out.TrimEnd('\n')).ToList();
        Assert.All(keys, key => Assert.Equal(32, Convert.FromBase64String(key).Length));
        Assert.Equal(3, keys.Distinct().Count());
    }
}
