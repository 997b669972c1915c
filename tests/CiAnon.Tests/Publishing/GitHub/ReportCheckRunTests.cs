using System.Text;
using System.Text.Json.Nodes;
using CiAnon.Diagnostics;
using CiAnon.Publishing.GitHub;
using CiAnon.Reporting;
using CiAnon.Reporting.Markdown;
using CiAnon.Reporting.Sections.Checks;
using CiAnon.Tests.Reporting;
using static CiAnon.Tests.Publishing.GitHub.StubHandler;

namespace CiAnon.Tests.Publishing.GitHub;

public class ReportCheckRunTests
{
    private const string Workspace = "/github/workspace";

    [Fact]
    public void A_report_that_passed_is_a_success_without_annotations()
    {
        var run = Create(ReportSamples.Passed());
        Assert.Equal(("success", "2026-11-02T03:15:00Z"), ((string)run["conclusion"]!, (string)run["started_at"]!));
        Assert.Empty(run["output"]!["annotations"]!.AsArray());
        Assert.Contains("Passed: direct identifiers replaced; smallest group 1", (string)run["output"]!["summary"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ci-anon.yml", "ci-anon.yml")]
    [InlineData("db/ci-anon.yml", "db/ci-anon.yml")]
    [InlineData("/github/workspace/db/ci-anon.yml", "db/ci-anon.yml")]
    [InlineData("./db/../ci-anon.yml", "ci-anon.yml")]
    [InlineData("/elsewhere/ci-anon.yml", "ci-anon.yml")]
    [InlineData("../ci-anon.yml", "ci-anon.yml")]
    public void An_error_stands_on_the_policys_line(string file, string path)
    {
        var report = ReportSamples.Failed() with { Checks = [], Errors = [new ErrorSection("CIANON1203", "::error::no\nsuch column", file, 12, 7)] };
        var annotation = Assert.Single(Create(report)["output"]!["annotations"]!.AsArray())!;
        Assert.Equal((path, 12, 12, 7), ((string)annotation["path"]!, (int)annotation["start_line"]!, (int)annotation["end_line"]!, (int)annotation["start_column"]!));
        Assert.Equal(("failure", ":\uFFFD:error::no\uFFFDsuch column"), ((string)annotation["annotation_level"]!, (string)annotation["message"]!));
    }

    [Fact]
    public void A_report_that_contradicts_itself_is_no_success()
    {
        var passed = ReportSamples.Passed();
        using var github = new StubbedClient();
        Assert.All([passed with { Errors = [new ErrorSection("CIANON5002", "x", null, null, null)] }, passed with { Checks = [passed.Checks[0] with { Status = "failed" }] }],
            report => GitHubAssert.Fails(() => new ReportCheckRun(report, Workspace).Create(github.Client, "x", "y", CancellationToken.None), DiagnosticCodes.NotProven));
    }

    [Fact]
    public void A_summary_that_is_too_long_is_cut_at_a_line_and_says_so()
    {
        var whole = Encoding.UTF8.GetString(MarkdownReport.Write(ReportSamples.Failed()));
        Assert.DoesNotContain("the rest is left out", whole, StringComparison.Ordinal);
        foreach (var most in new[] { 300, 1000, 2000 })
        {
            var cut = MarkdownReport.Write(ReportSamples.Failed(), most);
            Assert.InRange(cut.Length, most / 3, most);
            var lines = Encoding.UTF8.GetString(cut).Split('\n');
            Assert.Equal(["", "… the rest is left out: the report has it.", ""], lines[^3..]);
            Assert.All(lines[..^3].Where(line => line.StartsWith('|')), line => Assert.EndsWith("|", line, StringComparison.Ordinal));
        }
    }

    private static JsonNode Create(ComplianceReport report)
    {
        using var github = new StubbedClient(Answer(201, """{ "id": 4, "html_url": "https://github.com/acme/shop/runs/4" }"""));
        Assert.Equal("https://github.com/acme/shop/runs/4", new ReportCheckRun(report, Workspace).Create(github.Client, "CiAnon", new string('a', 40), CancellationToken.None));
        return JsonNode.Parse(Assert.Single(github.Requests).Text)!;
    }
}
