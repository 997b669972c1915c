using System.Net;
using System.Text;
using CiAnon.Publishing.GitHub;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections.Checks;
using CiAnon.Tests.Reporting;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Publishing.GitHub;

/// <summary>The commands against a server, with every request and every answer judged by GitHub's own description.</summary>
public sealed class GitHubCommandTests : IClassFixture<JudgedGitHub>
{
    private readonly JudgedGitHub _github;

    public GitHubCommandTests(JudgedGitHub github)
    {
        _github = github;
        Fake.Reset();
    }

    private FakeGitHub Fake => _github.Fake;

    [Fact]
    public void Every_call_is_one_that_GitHub_describes() => Assert.All(GitHubOperations.All, operation => Assert.NotNull(GitHubDescription.Operation(operation)));

    [Fact]
    public void The_docs_page_is_up_to_date() => GeneratedFile.AssertUpToDate("docs/github.md", GitHubDocs.Markdown());

    [Theory]
    [InlineData("POST", "/repos/acme/shop/releases", """{ "tag_name": 5 }""", "tag_name")]
    [InlineData("POST", "/repos/acme/shop/check-runs", """{ "name": "x" }""", "head_sha")]
    [InlineData("GET", "/repos/acme/shop/actions/artifacts?per_page=many", null, "per_page")]
    [InlineData("GET", "/repos/acme/shop/unknown", null, "NO_PATH")]
    public void The_judge_refuses_what_GitHub_would_not_understand(string method, string path, string? body, string why)
    {
        Assert.Contains(why, Ask(method, path, body, out var status), StringComparison.Ordinal);
        Assert.True((int)status >= 400);
        Assert.Empty(Fake.Requests);
    }

    [Fact]
    public void The_judge_refuses_an_answer_that_GitHub_would_not_give()
    {
        Fake.AddRelease("data", draft: false)["draft"] = "no";
        Assert.Contains("draft", Ask("GET", "/repos/acme/shop/releases", null, out var status), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.InternalServerError, status);
    }

    [Theory]
    [InlineData("private", 0)]
    [InlineData("internal", 0)]
    [InlineData("public", 1)]
    public void A_public_repository_is_refused_and_the_output_says_what_it_is(string visibility, int exit)
    {
        Fake.Visibility = visibility;
        var outputs = _github.In($"outputs-{visibility}");
        var result = _github.Run(["visibility", "--host", "github"], ("GITHUB_OUTPUT", outputs));
        Assert.Equal(exit, result.Exit);
        Assert.Matches($"^visibility<<(ci-anon-[0-9a-f]+)\n{visibility}\n\\1\n$", File.ReadAllText(outputs));
        if (exit == 0) Assert.Equal($"{visibility}: GitHub's API\n", result.Out);
        else Assert.Contains("CIANON6008", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, _github.Run(["visibility", "--allow-public"]).Exit);
    }

    [Fact]
    public void A_token_that_may_see_nothing_is_refused()
    {
        Fake.Refuse = _ => 404;
        var (exit, _, error) = _github.Run(["visibility"], ("GITHUB_EVENT_PATH", _github.Event("""{ "repository": { "full_name": "acme/shop", "private": true } }""")));
        Assert.Equal(1, exit);
        Assert.Contains("CIANON6009", error, StringComparison.Ordinal);
        Assert.Contains("GitHub answered 404: Resource not accessible by integration (request 0A:1B:2C)", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_is_filled_as_a_draft_and_published_when_it_is_complete()
    {
        var report = _github.Publish();
        var (exit, text, error) = _github.Run(["release", report, "--tag", "data/latest"]);
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains($"released anon.dump: 300000 bytes, SHA-256 {ReportFile.Read(report).Output!.Sha256}", text, StringComparison.Ordinal);
        var release = Assert.Single(Fake.Releases);
        Assert.Equal(("data/latest", false, true), ((string)release["tag_name"]!, (bool)release["draft"]!, (bool)release["prerelease"]!));
        AssertReleased(report);
        Assert.StartsWith("PATCH /repos/acme/shop/releases/", Fake.Requests[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(Fake.Requests.SkipLast(1), request => request.StartsWith("PATCH /repos/acme/shop/releases/1", StringComparison.Ordinal));
    }

    [Fact]
    public void Files_of_the_same_names_are_replaced_once_the_new_ones_are_up()
    {
        var id = (long)Fake.AddRelease("data", draft: false)["id"]!;
        Fake.AddAsset(id, "anon.dump", null, "old"u8.ToArray());
        Fake.AddAsset(id, "anon.dump.report.json", null, "old"u8.ToArray());
        Fake.AddAsset(id, "other.txt", null, "other"u8.ToArray());
        Fake.AddAsset(id, "anon.dump.0123abcd.partial", ReleaseFile.DumpLabel, "left by a killed run"u8.ToArray(), DateTimeOffset.UtcNow.AddDays(-2));
        Fake.AddAsset(id, "anon.dump.0123abce.partial", ReleaseFile.DumpLabel, "somebody is busy"u8.ToArray());
        var report = _github.Publish();
        Assert.Equal(0, _github.Run(["release", report, "--tag", "data"]).Exit);
        AssertReleased(report, "other.txt", "anon.dump.0123abce.partial");
        var writes = Fake.Requests.Where(request => !request.StartsWith("GET", StringComparison.Ordinal)).Select(request => request.Split(' ')[0]);
        Assert.Equal(["DELETE", "POST", "POST", "DELETE", "DELETE", "PATCH", "PATCH"], writes);
    }

    [Fact]
    public void Of_an_encrypted_dump_the_encrypted_file_is_released()
    {
        var report = _github.PublishEncrypted();
        var (exit, text, error) = _github.Run(["release", report, "--tag", "data"]);
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains($"released anon.dump.age: 300300 bytes, SHA-256 {ReportFile.Read(report).Output!.Encryption!.Sha256}", text, StringComparison.Ordinal);
        Assert.Equal(["anon.dump.age", "anon.dump.report.json"], Names());
        Assert.Equal(File.ReadAllBytes(_github.In("anon.dump.age")), Fake.Assets.Single(asset => (string)asset.Asset["name"]! == "anon.dump.age").Content);
    }

    [Theory]
    [InlineData("anon.dump", "is the dump in clear, and the run encrypted it: release anon.dump.age")]
    [InlineData("changed", "neither the encrypted file's nor the decrypted dump's")]
    public void Of_an_encrypted_dump_nothing_else_is_released(string dump, string why)
    {
        var report = _github.PublishEncrypted();
        File.WriteAllText(_github.In("changed"), "x");
        var (exit, _, error) = _github.Run(["release", report, "--tag", "data", "--dump", _github.In(dump)]);
        Assert.Equal(1, exit);
        Assert.Contains("CIANON6010", error, StringComparison.Ordinal);
        Assert.Contains(why, error, StringComparison.Ordinal);
        Assert.Empty(Fake.Requests);
    }

    [Theory]
    [InlineData("<!-- made by ci-anon -->\nx", false)]
    [InlineData("My release notes", true)]
    public void A_draft_is_published_only_if_it_is_ours(string body, bool staysDraft)
    {
        Fake.AddRelease("data", draft: true, body);
        var (exit, text, _) = _github.Run(["release", _github.Publish(), "--tag", "data"]);
        Assert.Equal(0, exit);
        Assert.Equal(staysDraft, (bool)Assert.Single(Fake.Releases)["draft"]!);
        Assert.Equal(staysDraft, text.Contains("stays one", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("status", "CIANON6010")]
    [InlineData("mode", "CIANON6010")]
    [InlineData("digest", "CIANON6010")]
    [InlineData("missing", "CIANON6010")]
    [InlineData("folder", "CIANON6012")]
    [InlineData("name", "CIANON6012")]
    [InlineData("public", "CIANON6008")]
    [InlineData("immutable", "CIANON6012")]
    public void What_is_not_proven_or_not_allowed_is_not_released(string what, string code)
    {
        var name = what == "name" ? "anon dump" : $"anon-{what}.dump";
        var report = _github.Publish(name, report => what switch
        {
            "status" => ReportSamples.Failed(),
            "mode" => report with { Mode = ReportMode.Verified },
            _ => report,
        });
        if (what == "digest") File.AppendAllText(_github.In(name), "x");
        if (what is "missing" or "folder") File.Delete(_github.In(name));
        if (what == "folder") Directory.CreateDirectory(_github.In(name));
        if (what == "public") Fake.Visibility = "public";
        if (what == "immutable") Fake.AddRelease("data", draft: false)["immutable"] = true;
        var (exit, _, error) = _github.Run(["release", report, "--tag", "data"]);
        Assert.NotEqual(0, exit);
        Assert.Contains(code, error, StringComparison.Ordinal);
        Assert.DoesNotContain(Fake.Requests, request => !request.StartsWith("GET", StringComparison.Ordinal));
    }

    [Fact]
    public void In_a_public_repository_a_release_can_be_allowed()
    {
        Fake.Visibility = "public";
        Assert.Equal(0, _github.Run(["release", _github.Publish(), "--tag", "data", "--allow-public"]).Exit);
        Assert.Equal(2, Fake.Assets.Count);
    }

    [Fact]
    public void A_verdict_stands_on_the_pull_requests_own_commit_with_its_annotations()
    {
        var head = new string('c', 40);
        var payload = _github.Event($$"""{ "pull_request": { "head": { "sha": "{{head}}" } } }""");
        File.WriteAllBytes(_github.In("failed.json"), ReportJson.Write(ReportSamples.Failed()));
        var (exit, _, error) = _github.Run(["check-run", _github.In("failed.json"), "--name", "Privacy"], ("GITHUB_EVENT_PATH", payload), ("GITHUB_WORKSPACE", _github.Folder));
        Assert.Equal((0, ""), (exit, error));
        var run = Assert.Single(Fake.CheckRuns);
        Assert.Equal(("Privacy", head, "completed", "failure"), ((string)run["name"]!, (string)run["head_sha"]!, (string)run["status"]!, (string)run["conclusion"]!));
        Assert.Contains("Failed: nothing was published", (string)run["output"]!["title"]!, StringComparison.Ordinal);
        Assert.NotEmpty(run["output"]!["annotations"]!.AsArray());
        Assert.All(run["output"]!["annotations"]!.AsArray(), annotation => Assert.Equal("ci-anon.yml", (string)annotation!["path"]!));
    }

    [Fact]
    public void A_report_with_many_findings_comes_in_batches()
    {
        var report = ReportSamples.Failed();
        var findings = Enumerable.Range(0, 1200).Select(index => new FindingSection($"public.t{index}", 1, new string('x', 300))).ToList();
        File.WriteAllBytes(_github.In("many.json"), ReportJson.Write(report with { Checks = [report.Checks[0] with { Status = "failed", Violations = 1200, Findings = findings }] }));
        Assert.Equal(0, _github.Run(["check-run", _github.In("many.json")]).Exit);
        Assert.Equal(10, Fake.CheckRuns.Count);
        Assert.All(Fake.CheckRuns, run =>
        {
            Assert.Equal(50, run["output"]!["annotations"]!.AsArray().Count);
            Assert.InRange(((string)run["output"]!["summary"]!).Length, 1000, 65_535);
        });
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public void A_token_that_may_not_write_checks_is_told_and_fails_nothing(int status)
    {
        Fake.Refuse = request => request.StartsWith("POST", StringComparison.Ordinal) ? status : null;
        File.WriteAllBytes(_github.In("passed.json"), ReportJson.Write(ReportSamples.Passed()));
        var (exit, _, error) = _github.Run(["check-run", _github.In("passed.json")]);
        Assert.Equal(0, exit);
        Assert.Contains("warning CIANON6015", error, StringComparison.Ordinal);
        Assert.Contains("checks: write", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_token_only_the_gate_can_do_something()
    {
        var report = _github.Publish();
        Assert.All(new string[][] { ["check-run", report], ["release", report, "--tag", "x"], ["prune", "--name", "x", "--keep", "1"] }, arguments =>
        {
            var (exit, _, error) = _github.Run(arguments, ("GITHUB_TOKEN", null));
            Assert.Equal(2, exit);
            Assert.Contains("CIANON6006", error, StringComparison.Ordinal);
        });
        Assert.Equal(2, _github.Run(["check-run", report, "--token-env", "canary0123456789abcdef"]).Exit);
        Assert.Empty(Fake.Requests);
    }

    [Fact]
    public void Older_artefacts_go_and_nothing_else_does()
    {
        for (var run = 0; run < 120; run++) Fake.AddArtifact("anonymized", run, daysAgo: run / 10);
        Fake.AddArtifact("anonymized-report", 110, 11);
        Fake.AddArtifact("anonymized-2", 111, 29);
        var (exit, text, error) = _github.Run(["prune", "--name", "anonymized", "--keep", "5", "--older-than", "30", "--dry-run"]);
        Assert.Equal((0, ""), (exit, error));
        Assert.EndsWith("115 would go\n", text, StringComparison.Ordinal);
        Assert.Equal(122, Fake.Artifacts.Count);
        Assert.EndsWith("115 deleted\n", _github.Run(["prune", "--name", "anonymized", "--keep", "5", "--older-than", "30"]).Out, StringComparison.Ordinal);
        Assert.Equal(["anonymized", "anonymized", "anonymized", "anonymized", "anonymized", "anonymized-report", "anonymized-2"], Fake.Artifacts.Select(artifact => (string)artifact["name"]!));
    }

    [Fact]
    public void Our_files_on_a_release_go_by_age()
    {
        var id = (long)Fake.AddRelease("data", draft: false)["id"]!;
        foreach (var (name, label, days) in new[] { ("a.dump", ReleaseFile.DumpLabel, 8), ("a.dump.report.json", ReleaseFile.ReportLabel, 8), ("b.dump", ReleaseFile.DumpLabel, 6), ("notes.txt", "Notes", 99) })
            Fake.AddAsset(id, name, label, "x"u8.ToArray(), DateTimeOffset.UtcNow.AddDays(-days));
        string[] command = ["prune", "--name", "none", "--older-than", "7", "--release-tag", "data"];
        Assert.Equal(0, _github.Run(command).Exit);
        Assert.Equal(["a.dump.report.json", "b.dump", "notes.txt"], Names());
        Assert.Equal(0, _github.Run([.. command, "--reports"]).Exit);
        Assert.Equal(["b.dump", "notes.txt"], Names());
    }

    [Theory]
    [InlineData("--name", "x")]
    [InlineData("--name", "x", "--keep", "0")]
    [InlineData("--name", "x", "--older-than", "31")]
    [InlineData("--name", "x", "--keep", "1", "--release-tag", "data")]
    [InlineData("--keep", "1")]
    public void Pruning_without_clear_words_is_a_mistake(params string[] arguments)
    {
        Assert.Equal(2, _github.Run(["prune", .. arguments]).Exit);
        Assert.Empty(Fake.Requests);
    }

    private void AssertReleased(string report, params string[] others)
    {
        Assert.Equal(new[] { "anon.dump", "anon.dump.report.json" }.Concat(others).Order(StringComparer.Ordinal), Names());
        foreach (var path in new[] { _github.In("anon.dump"), report })
            Assert.Equal(File.ReadAllBytes(path), Fake.Assets.Single(asset => (string)asset.Asset["name"]! == Path.GetFileName(path)).Content);
    }

    private IEnumerable<string> Names() => Fake.Assets.Select(asset => (string)asset.Asset["name"]!).Order(StringComparer.Ordinal);

    private string Ask(string method, string path, string? body, out HttpStatusCode status)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), Fake.PublicAddress + path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Authorization", $"Bearer {FakeGitHub.Token}");
        using var response = http.Send(request);
        status = response.StatusCode;
        using var reader = new StreamReader(response.Content.ReadAsStream());
        return reader.ReadToEnd() + string.Join(' ', response.Headers.TryGetValues("sl-violations", out var violations) ? violations : []);
    }
}
