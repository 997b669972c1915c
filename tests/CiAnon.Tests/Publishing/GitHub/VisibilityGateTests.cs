using CiAnon.Diagnostics;
using CiAnon.Publishing.GitHub;
using CiAnon.Publishing.GitHub.Visibility;
using CiAnon.Tests.Snapshots;
using static CiAnon.Tests.Publishing.GitHub.StubHandler;

namespace CiAnon.Tests.Publishing.GitHub;

/// <summary>Every combination of what the event and the API say: what isn't certain is refused.</summary>
public sealed class VisibilityGateTests : IDisposable
{
    private const string NoFile = "no file";

    private readonly string _event = Path.GetTempFileName();

    [Theory]
    [InlineData("""{ "repository": { "private": true, "visibility": "private" } }""", null, "private")]
    [InlineData("""{ "repository": { "private": true, "visibility": "internal" } }""", null, "internal")]
    [InlineData("""{ "repository": { "private": true } }""", null, "private")]
    [InlineData("""{ "repository": { "private": false } }""", null, "public")]
    [InlineData("""{ "repository": { "visibility": "public", "full_name": "Acme/Shop" } }""", null, "public")]
    [InlineData("""{ "repository": { "private": true, "visibility": "public" } }""", null, "unknown")]
    [InlineData("""{ "repository": { "private": false, "visibility": "private" } }""", null, "unknown")]
    [InlineData("""{ "repository": { "private": true, "visibility": "secret" } }""", null, "unknown")]
    [InlineData("""{ "repository": { "private": true, "full_name": "acme/other" } }""", null, "unknown")]
    [InlineData("""{ "repository": { "private": "true" } }""", null, "unknown")]
    [InlineData("""{ "repository": {} }""", null, "unknown")]
    [InlineData("{}", null, "unknown")]
    [InlineData("null", null, "unknown")]
    [InlineData("canary", null, "unknown")]
    [InlineData("", null, "unknown")]
    [InlineData(NoFile, null, "unknown")]
    [InlineData(null, null, "unknown")]
    [InlineData(null, """{ "private": true, "visibility": "private" }""", "private")]
    [InlineData("{}", """{ "private": true, "visibility": "internal" }""", "internal")]
    [InlineData("""{ "repository": { "private": true } }""", """{ "private": true, "visibility": "internal" }""", "internal")]
    [InlineData("""{ "repository": { "private": true } }""", """{ "private": false, "visibility": "public" }""", "unknown")]
    [InlineData("""{ "repository": { "private": false } }""", """{ "private": true, "visibility": "private" }""", "unknown")]
    [InlineData("""{ "repository": { "private": false } }""", """{ "private": false, "visibility": "public" }""", "public")]
    [InlineData("""{ "repository": { "private": true } }""", "{}", "unknown")]
    [InlineData("""{ "repository": { "private": true } }""", "canary", "unknown")]
    [InlineData("canary", """{ "private": true, "visibility": "private" }""", "unknown")]
    public void What_is_said_decides_and_what_is_unsaid_does_not(string? payload, string? answer, string word)
    {
        using var github = answer is null ? null : new StubbedClient(Answer(200, answer));
        var finding = VisibilityGate.Look(Settings(payload), github?.Client, CancellationToken.None);
        Assert.Equal(word, finding.Word);
        Assert.DoesNotContain("canary", finding.Source, StringComparison.Ordinal);
        VisibilityGate.Require(finding, allowPublic: true);
        if (word is "private" or "internal") VisibilityGate.Require(finding, allowPublic: false);
        else GitHubAssert.Fails(() => VisibilityGate.Require(finding, allowPublic: false), word == "public" ? DiagnosticCodes.RepositoryIsPublic : DiagnosticCodes.VisibilityUnknown);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public void An_api_that_refuses_is_not_replaced_by_an_older_event(int status)
    {
        using var github = new StubbedClient(Answer(status));
        Assert.Null(VisibilityGate.Look(Settings("""{ "repository": { "private": true } }"""), github.Client, CancellationToken.None).Visibility);
    }

    [Fact]
    public void A_run_that_was_started_again_has_an_old_event()
    {
        var settings = Settings("""{ "repository": { "private": true } }""") with { IsRerun = true };
        Assert.Null(VisibilityGate.Look(settings, null, CancellationToken.None).Visibility);
        using var github = new StubbedClient(Answer(200, """{ "private": true }"""));
        Assert.Equal(RepositoryVisibility.Private, VisibilityGate.Look(settings, github.Client, CancellationToken.None).Visibility);
    }

    [Theory]
    [InlineData("1", false)]
    [InlineData("2", true)]
    [InlineData("", true)]
    [InlineData(null, true)]
    [InlineData("first", true)]
    public void A_run_that_may_have_been_started_again_counts_as_one(string? attempt, bool isRerun) =>
        Assert.Equal(isRerun, GitHubSettings.Read("GITHUB_TOKEN", name => name switch
        {
            "GITHUB_API_URL" => "https://api.github.com",
            "GITHUB_REPOSITORY" => "acme/shop",
            "GITHUB_RUN_ATTEMPT" => attempt,
            _ => null,
        }).IsRerun);

    [Fact]
    public void The_action_hands_over_every_variable_that_is_read()
    {
        List<string> read = [];
        GitHubSettings.Read("GITHUB_TOKEN", name =>
        {
            read.Add(name);
            return name == "GITHUB_API_URL" ? "https://api.github.com" : name == "GITHUB_REPOSITORY" ? "acme/shop" : null;
        });
        var script = GeneratedFile.Read("action/github");
        Assert.True(read.Count > 5);
        Assert.All(read, name => Assert.Matches($@"\b{name}\b", script));
    }

    public void Dispose() => File.Delete(_event);

    private GitHubSettings Settings(string? payload)
    {
        if (payload is not null) File.WriteAllText(_event, payload);
        if (payload == NoFile) File.Delete(_event);
        return new GitHubSettings { Address = GitHubAddress.Parse("https://api.github.com"), Repository = RepositoryName.Parse("acme/shop"), EventPath = payload is null ? null : _event };
    }
}
