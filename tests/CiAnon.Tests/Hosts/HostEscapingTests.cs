using System.Text;
using System.Text.Json;
using CiAnon.Hosts;

namespace CiAnon.Tests.Hosts;

/// <summary>Whatever tables, files and messages are called, each host sees exactly what we meant to say; judged by parsers of our own making.</summary>
public class HostEscapingTests
{
    private const int Runs = 20_000;

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    private readonly int _seed = Environment.TickCount;

    [Fact]
    public void A_line_of_text_is_a_command_of_no_host() => ForAll(text =>
    {
        var line = Printable.Line(text);
        Assert.Empty(GitHubLog.Commands(line));
        Assert.Empty(AzureLog.Commands(line));
        Assert.Empty(AzureLog.Formatting(line));
        Assert.Empty(GitLabLog.Sections(line));
        Assert.DoesNotContain(line, char.IsControl);
    });

    [Fact]
    public void A_line_of_text_in_a_longer_line_is_a_command_of_no_host() => ForAll(text =>
    {
        var line = $"anonymize  public.{Printable.Line(text)}: 12 rows, {Printable.Line(text)}";
        Assert.Empty(GitHubLog.Commands(line));
        Assert.Empty(AzureLog.Commands(line));
    });

    [Fact]
    public void GitHub_sees_one_annotation_with_its_place_and_words() => ForAll((file, text) =>
    {
        var host = new GitHubHost(Variables(("GITHUB_WORKSPACE", "/github/workspace")));
        var command = Assert.Single(GitHubLog.Commands(host.Issue(Issue(IssueLevel.Error, text, "/github/workspace/" + Named(file)))));
        Assert.Equal("error", command.Name);
        Assert.Equal(["col", "file", "line", "title"], command.Properties.Keys.Order());
        Assert.Equal(("7", "12", Printable.Line(text)), (command.Properties["col"], command.Properties["line"], command.Data));
        Assert.Equal($"CIANON1203: {Printable.Line(text)}", command.Properties["title"]);
        // Normalizing dots and slashes is Path's; the rest of the name must be intact.
        Assert.Equal(Printable.Line(Path.GetRelativePath("/github/workspace", "/github/workspace/" + Named(file))), command.Properties["file"]);
    });

    [Fact]
    public void GitHub_sees_a_group_and_its_title() => ForAll(text =>
    {
        var host = new GitHubHost(Variables());
        Assert.Equal([("group", Printable.Line(text)), ("endgroup", "")],
            GitHubLog.Commands($"{host.OpenGroup(text, Now)}\n{Printable.Line(text)}\n{host.CloseGroup(text, Now)}").Select(command => (command.Name, command.Data)));
    });

    [Fact]
    public void GitHub_reads_every_output_as_it_is() => ForAll((first, second) =>
    {
        var host = new GitHubHost(Variables(("GITHUB_OUTPUT", "/out")));
        var file = Assert.Single(host.Outputs([new(OutputDefinitions.Dump, first), new(OutputDefinitions.Report, second)], "END-4711").Files);
        Assert.Equal(("/out", true), (file.Path, file.Append));
        var outputs = GitHubLog.Outputs(Encoding.UTF8.GetString(file.Content.Span));
        Assert.Equal(new() { ["dump"] = first, ["report"] = second }, outputs);
    });

    [Fact]
    public void GitHub_masks_exactly_the_secret()
    {
        var host = new GitHubHost(Variables());
        Assert.Equal(["::add-mask::a%25b", "::add-mask::c::d,"], host.Mask("a%b\n\nc::d,\r\n"));
        Assert.Equal(["a%b", "c::d,"], GitHubLog.Commands(string.Join('\n', host.Mask("a%b\n\nc::d,\r\n"))).Select(command => command.Data));
    }

    [Fact]
    public void Azure_sees_one_issue_with_its_place_and_words() => ForAll((file, text) =>
    {
        var line = new AzureHost(Variables()).Issue(Issue(IssueLevel.Warning, text, "/agent/_work/1/s/" + Named(file)));
        var command = Assert.Single(AzureLog.Commands(line));
        Assert.Equal(("task.logissue", Printable.Line(text)), (command.Name, command.Data));
        Assert.Equal(["code", "columnnumber", "linenumber", "sourcepath", "type"], command.Properties.Keys.Order());
        Assert.Equal(("warning", "CIANON1203", "12", "7"),
            (command.Properties["type"], command.Properties["code"], command.Properties["linenumber"], command.Properties["columnnumber"]));
        Assert.Equal(Printable.Line("/agent/_work/1/s/" + Named(file)), command.Properties["sourcepath"]);
        Assert.Empty(AzureLog.Formatting(line));
    });

    [Fact]
    public void Azure_sees_a_note_as_text() => ForAll(text =>
        Assert.Empty(AzureLog.Commands(new AzureHost(Variables()).Issue(Issue(IssueLevel.Note, text, "/s/" + text)))));

    [Fact]
    public void Azure_sees_progress_outputs_and_artefacts_as_meant() => ForAll((first, second) =>
    {
        var host = new AzureHost(Variables());
        var log = string.Join('\n',
            [host.Progress(40, first), .. host.Outputs([new(OutputDefinitions.ColumnsAnonymized, second)], "x").Lines, .. host.Artifact(first, "/" + second).Lines]);
        var commands = AzureLog.Commands(log);
        Assert.Equal(["task.setprogress", "task.setvariable", "artifact.upload"], commands.Select(command => command.Name));
        Assert.Equal(["40", "columnsAnonymized"], [commands[0].Properties["value"], commands[1].Properties["variable"]]);
        Assert.Equal([Printable.Line(first), Printable.Line(second), Printable.Line("/" + second)], commands.Select(command => command.Data));
        Assert.Equal(Printable.Line(first), commands[2].Properties["artifactname"]);
    });

    [Fact]
    public void Azure_sees_a_group_and_nothing_else() => ForAll(text =>
    {
        var host = new AzureHost(Variables());
        var log = $"{host.OpenGroup(text, Now)}\n{Printable.Line(text)}\n{host.CloseGroup(text, Now)}";
        Assert.Equal(["group", "endgroup"], AzureLog.Formatting(log));
        Assert.Empty(AzureLog.Commands(log));
    });

    [Fact]
    public void GitLab_sees_one_section_with_its_title() => ForAll((title, text) =>
    {
        var host = new GitLabHost(Variables());
        var log = $"{host.OpenGroup(title, Now)}\n{host.Issue(Issue(IssueLevel.Error, text, "/x"))}\n{host.CloseGroup(title, Now)}";
        var sections = GitLabLog.Sections(log);
        Assert.Equal(["start", "end"], sections.Select(section => section.Kind));
        Assert.Equal(sections[0].Name, sections[1].Name);
        Assert.Equal($"{Printable.Line(title)}\n{Printable.Line(text)}\n", GitLabLog.Text(log));
    });

    [Fact]
    public void GitLab_reads_every_variable() => ForAll((first, second) =>
    {
        var host = new GitLabHost(Variables(("CI_PROJECT_DIR", "/builds/p")));
        var file = Assert.Single(host.Outputs([new(OutputDefinitions.Dump, first), new(OutputDefinitions.Sha256, ""), new(OutputDefinitions.Report, second)], "x").Files);
        Assert.Equal(("/builds/p/ci-anon-reports/outputs.env", false), (file.Path, file.Append));
        Assert.Equal(new() { ["CIANON_DUMP"] = Printable.Line(first), ["CIANON_REPORT"] = Printable.Line(second) }, GitLabLog.Variables(Encoding.UTF8.GetString(file.Content.Span)));
    });

    [Fact]
    public void GitLab_gets_code_quality_issues_at_their_lines() => ForAll((file, text) =>
    {
        var host = new GitLabHost(Variables(("CI_PROJECT_DIR", "/builds/p")));
        var issue = Issue(IssueLevel.Error, text, "/builds/p/dir/" + Named(file).Replace('/', '_'));
        using var json = JsonDocument.Parse(Assert.Single(host.Issues([issue, issue, issue with { Place = null }]).Files).Content);
        Assert.Equal(2, json.RootElement.GetArrayLength());
        Assert.Equal(2, json.RootElement.EnumerateArray().Select(entry => entry.GetProperty("fingerprint").GetString()).Distinct().Count());
        var entry = json.RootElement[0];
        Assert.Equal(12, entry.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32());
        Assert.StartsWith("dir/", entry.GetProperty("location").GetProperty("path").GetString());
        Assert.Equal(("CIANON1203", "major"), (entry.GetProperty("check_name").GetString(), entry.GetProperty("severity").GetString()));
        Assert.Equal("CIANON1203: " + Printable.Line(text), entry.GetProperty("description").GetString());
    }, 2000);

    private static HostIssue Issue(IssueLevel level, string text, string path) => new(level, "CIANON1203", text, text, text, new IssuePlace(path, 12, 7));

    // The one character that no file name can have.
    private static string Named(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    private static Func<string, string?> Variables(params (string Name, string Value)[] variables) => variables.ToDictionary(pair => pair.Name, pair => pair.Value).GetValueOrDefault;

    private void ForAll(Action<string> holds) => ForAll((text, _) => holds(text));

    private void ForAll(Action<string, string> holds, int runs = Runs)
    {
        var random = new Random(_seed);
        for (var run = 0; run < runs; run++)
        {
            var (first, second) = (NastyTexts.Next(random), NastyTexts.Next(random));
            try
            {
                holds(first, second);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"seed {_seed}, run {run}: {JsonSerializer.Serialize(first)}, {JsonSerializer.Serialize(second)}", failure);
            }
        }
    }
}
