using System.CommandLine;
using CiAnon.Cli;
using CiAnon.Diagnostics;
using CiAnon.Hosts;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Hosts;

/// <summary>What action.yml, its scripts and its docs say is what the engine and the command know.</summary>
public sealed class ActionTests
{
    // Options of the command that are nobody's business in the action, with the reason.
    private static readonly Dictionary<string, string> Left = new()
    {
        ["--max-expansion"] = "through args; only for a dump that somebody looked at",
        ["--database"] = "of a script of a whole cluster: args",
        ["--schema-dump"] = "of dumps of a part: args",
        ["--without-extension"] = "somebody looked at what hangs on it: args",
        ["--compress"] = "a matter of taste: args",
        ["--source-env"] = "of a live source",
        ["--lock-timeout"] = "of a live source",
        ["--statement-timeout"] = "of a live source",
        ["--sandbox-connection-env"] = "the image has one server",
        ["--postgres-bin"] = "the image has one server",
        ["--progress"] = "a log has no terminal",
        ["--artifact"] = "of Azure Pipelines",
        ["--audit-log"] = "a runner forgets it: args",
        ["--statement"] = "attest makes one: args",
        ["--language"] = "of the page for people only: args",
        ["--dry-run"] = "publishes nothing, so there is nothing for the action to do",
        ["--in-place"] = "the workspace's dump is somebody else's",
    };

    private static readonly Command Anonymize = CommandLine.Create(new Session(TextWriter.Null, TextWriter.Null, static _ => null, IsTerminal: false, CancellationToken.None))
        .Subcommands.Single(command => command.Name == "anonymize");

    [Theory]
    [InlineData("action.yml")]
    [InlineData("docs/action.md")]
    [InlineData("README.md")]
    public void Its_inputs_and_outputs_are_those_of_the_definitions(string path)
    {
        var sections = path switch
        {
            "action.yml" => new[] { ("inputs", ActionDocs.Inputs()), ("outputs", ActionDocs.Outputs()), ("variables", ActionDocs.Variables()) },
            "README.md" => [("inputs", ActionDocs.InputSummary()), ("outputs", ActionDocs.OutputSummary())],
            _ => [("inputs", ActionDocs.InputTable()), ("outputs", ActionDocs.OutputTable())],
        };
        GeneratedFile.AssertUpToDate(path, sections.Aggregate(GeneratedFile.Read(path), Section));
    }

    [Fact]
    public void Every_input_becomes_an_option_that_exists()
    {
        var known = Options().Append("--no-annotations").ToHashSet();
        Assert.All(InputDefinitions.All.Where(input => input.Option?.StartsWith('-') == true), input => Assert.Contains(input.Option!, known));
    }

    [Fact]
    public void Every_option_is_an_input_or_left_out_for_a_reason() =>
        Assert.Equal(Options().Order(), InputDefinitions.All.Select(input => input.Option).OfType<string>().Where(Options().Contains).Concat(Left.Keys).Order());

    [Fact]
    public void Inputs_are_in_kebab_case_and_described() =>
        Assert.All(InputDefinitions.All, input =>
        {
            Assert.Matches("^[a-z]+(-[a-z]+)*$", input.Name);
            Assert.EndsWith(".", input.Description);
            Assert.DoesNotContain("|", input.Description);
        });

    // A few are read by a name that is put together in a loop: those stand in the script as the input is called.
    [Fact]
    public void The_check_reads_every_input()
    {
        var script = GeneratedFile.Read("action/check");
        Assert.All(InputDefinitions.All.Where(input => input.Name != InputDefinitions.Token), input =>
            Assert.Matches($@"\$\{{?{input.Variable}\b|lines {input.Variable[6..]}\b|for name in [a-z -]*\b{input.Name}\b", script));
    }

    [Fact]
    public void Its_scripts_know_the_codes_as_they_are()
    {
        var used = new[] { "check", "anonymize", "github", "common" }.SelectMany(script => System.Text.RegularExpressions.Regex
            .Matches(GeneratedFile.Read($"action/{script}"), @"fail (?<code>CIANON\d+) ""(?<title>[^""]+)"" (?<exit>\d+)")).ToList();
        DiagnosticCode[] ofTheAction = [DiagnosticCodes.ActionInput, DiagnosticCodes.ActionSource, DiagnosticCodes.ActionPath,
            DiagnosticCodes.ActionContainer, DiagnosticCodes.ActionVariable, DiagnosticCodes.ActionRetention];
        Assert.Equal(ofTheAction.Select(code => code.Id), used.Select(match => match.Groups["code"].Value).Distinct().Order());
        Assert.All(used, match =>
        {
            var code = Assert.Single(DiagnosticCodes.All, code => code.Id == match.Groups["code"].Value);
            Assert.Equal((code.Title, ((int)code.Exit).ToString()), (match.Groups["title"].Value, match.Groups["exit"].Value));
        });
    }

    private static IReadOnlyList<string> Options() => [.. Anonymize.Options.Where(option => option.Name.StartsWith("--", StringComparison.Ordinal) && option is not System.CommandLine.Help.HelpOption).Select(option => option.Name)];

    private static string Section(string text, (string Name, string Content) section)
    {
        var (name, content) = section;
        var lines = text.Split('\n').ToList();
        var begin = lines.FindIndex(line => line.Contains($"{name}:begin", StringComparison.Ordinal));
        Assert.True(begin >= 0, $"there is no section {name}");
        var end = lines.FindIndex(begin, line => line.Contains($"{name}:end", StringComparison.Ordinal));
        return string.Join('\n', [.. lines[..(begin + 1)], .. content.TrimEnd('\n').Split('\n'), .. lines[end..]]);
    }
}
