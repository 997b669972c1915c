using System.Text;
using CiAnon.Hosts;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Hosts;

public class HostTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    private static readonly Dictionary<string, string> Variables = new()
    {
        ["GITHUB_WORKSPACE"] = "/github/workspace",
        ["GITHUB_OUTPUT"] = "/github/file_commands/output",
        ["GITHUB_STEP_SUMMARY"] = "/github/file_commands/summary",
        ["AGENT_TEMPDIRECTORY"] = "/__t/temp",
        ["CI_PROJECT_DIR"] = "/builds/org/repo",
    };

    public static TheoryData<string> Names => [.. CiHosts.Words.Except([CiHosts.Auto])];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_each_host_is_told_is_as_reviewed(string name) =>
        GeneratedFile.AssertUpToDate($"tests/CiAnon.Tests/Hosts/{name}.verified.txt", Everything(CiHosts.Create(name, Variables.GetValueOrDefault)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_host_can_be_named(string name) => Assert.Equal(name, CiHosts.Create(name, static _ => null).Name);

    [Theory]
    [InlineData("GITHUB_ACTIONS", "true", "github")]
    [InlineData("TF_BUILD", "True", "azure")]
    [InlineData("GITLAB_CI", "true", "gitlab")]
    [InlineData("JENKINS_URL", "x", "plain")]
    public void A_host_is_found_by_its_variable(string variable, string value, string name) =>
        Assert.Equal(name, CiHosts.Create(CiHosts.Auto, asked => asked == variable ? value : null).Name);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_host_without_its_variables_is_told_nothing_in_files(string name)
    {
        var host = CiHosts.Create(name, static _ => null);
        Assert.Empty(new[] { host.Outputs([new(OutputDefinitions.Status, "passed")], "x"), host.Summary("x"u8.ToArray(), "x"), host.TestResults("x"u8.ToArray()), host.Issues([]) }
            .SelectMany(writes => writes.Files));
    }

    [Fact]
    public void Outputs_have_a_spelling_for_each_host() =>
        Assert.All(OutputDefinitions.All, output =>
        {
            Assert.Matches("^[a-z0-9]+(-[a-z]+)*$", output.Name);
            Assert.Matches("^[a-z][A-Za-z0-9]*$", output.CamelCase);
            Assert.Matches("^CIANON_[A-Z0-9_]+$", output.Variable);
            Assert.EndsWith(".", output.Description);
        });

    [Fact]
    public void The_docs_page_is_up_to_date() => GeneratedFile.AssertUpToDate("docs/hosts.md", HostDocs.Markdown());

    private static string Everything(CiHost host)
    {
        var workspace = Variables[host.Name == "gitlab" ? "CI_PROJECT_DIR" : "GITHUB_WORKSPACE"];
        var placed = new HostIssue(IssueLevel.Error, "CIANON1203", "A column has no decision", "public.users.email: say what happens to it",
            "db/ci-anon.yml(12,7): error CIANON1203: public.users.email: say what happens to it", new IssuePlace($"{workspace}/db/ci-anon.yml", 12, 7));
        var bare = new HostIssue(IssueLevel.Warning, "CIANON3001", "Odd", "the dump is odd", "ci-anon: warning CIANON3001: the dump is odd");
        var text = new StringBuilder();
        Section("group", host.OpenGroup("anonymize", Now));
        Section("progress", host.Progress(40, "anonymize public.users"));
        Section("end of group", host.CloseGroup("anonymize", Now));
        Section("issues", host.Issue(placed), host.Issue(bare), host.Issue(bare with { Level = IssueLevel.Note }));
        Section("mask", [.. host.Mask("secret")]);
        Writes("outputs", host.Outputs([new(OutputDefinitions.Status, "passed"), new(OutputDefinitions.ColumnsAnonymized, "12"), new(OutputDefinitions.Dump, host.PathForSteps($"{workspace}/out/anon.dump"))], "nonce"));
        Writes("summary", host.Summary("## Passed\n"u8.ToArray(), "nonce"));
        Writes("tests", host.TestResults("<testsuites/>\n"u8.ToArray()));
        Writes("all issues", host.Issues([placed, bare]));
        Writes("artefact", host.Artifact("anonymized", $"{workspace}/out/anon.dump"));
        return text.ToString();

        void Section(string title, params string?[] lines)
        {
            text.Append($"--- {title}\n");
            foreach (var line in lines.OfType<string>()) text.Append(line.Replace("\e", "<ESC>").Replace("\r", "<CR>")).Append('\n');
        }

        void Writes(string title, HostWrites writes)
        {
            Section(title, [.. writes.Lines]);
            foreach (var file in writes.Files)
                text.Append($"{(file.Append ? ">>" : ">")} {file.Path}\n{Encoding.UTF8.GetString(file.Content.Span)}");
        }
    }
}
