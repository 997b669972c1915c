using CiAnon.Diagnostics;
using CiAnon.Publishing;
using CiAnon.Publishing.GitHub;
using static CiAnon.Tests.Publishing.GitHub.StubHandler;

namespace CiAnon.Tests.Publishing.GitHub;

/// <summary>Where the token goes, and what is said of it.</summary>
public class TrustTests
{
    private const string Private = """{ "private": true }""";

    [Fact]
    public void Every_request_says_who_asks_and_in_which_version()
    {
        using var github = new StubbedClient(Answer(200, Private));
        github.Client.Repository(CancellationToken.None);
        var headers = Assert.Single(github.Requests).Headers;
        Assert.Equal(($"Bearer {StubbedClient.Token}", "application/vnd.github+json", GitHubConnection.ApiVersion), (headers["Authorization"], headers["Accept"], headers["X-GitHub-Api-Version"]));
        Assert.Matches(@"^ci-anon/\d+\.\d+\.\d+$", headers["User-Agent"]);
    }

    [Theory]
    [InlineData("https://api.github.com", "https://api.github.com/repos/acme/shop")]
    [InlineData("https://api.acme.ghe.com", "https://api.acme.ghe.com/repos/acme/shop")]
    [InlineData("https://git.acme.example/api/v3", "https://git.acme.example/api/v3/repos/acme/shop")]
    [InlineData("https://git.acme.example/api/v3/", "https://git.acme.example/api/v3/repos/acme/shop")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/repos/acme/shop")]
    public void The_server_is_the_one_that_is_named(string api, string address)
    {
        using var github = new StubbedClient(api, [Answer(200, Private)]);
        github.Client.Repository(CancellationToken.None);
        Assert.Equal(address, Assert.Single(github.Requests).Address.AbsoluteUri);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("api.github.com")]
    [InlineData("http://api.github.com")]
    [InlineData("ftp://api.github.com")]
    [InlineData("https://canary@api.github.com")]
    [InlineData("https://api.github.com?a=canary")]
    public void An_address_that_is_not_safe_is_refused(string? api) => GitHubAssert.Fails(() => GitHubAddress.Parse(api), DiagnosticCodes.GitHubSettings);

    [Theory]
    [InlineData("https://api.github.com", "https://uploads.github.com/repos", true)]
    [InlineData("https://api.acme.ghe.com", "https://uploads.acme.ghe.com/repos", true)]
    [InlineData("https://git.acme.example/api/v3", "https://git.acme.example/api/uploads/repos", true)]
    [InlineData("https://api.github.com", "https://uploads.github.com.evil.example/", false)]
    [InlineData("https://api.github.com", "https://uploads.evil.example/", false)]
    [InlineData("https://api.github.com", "http://uploads.github.com/", false)]
    [InlineData("https://api.github.com", "https://api.github.com:444/", false)]
    [InlineData("https://api.github.com", "https://x@api.github.com/", false)]
    [InlineData("https://git.acme.example", "https://uploads.git.acme.example/", false)]
    [InlineData("http://127.0.0.1:1", "http://127.0.0.1:2/", false)]
    public void Only_the_api_and_its_host_for_uploads_are_trusted(string api, string other, bool isTrusted) =>
        Assert.Equal(isTrusted, GitHubAddress.Parse(api).IsTrusted(new Uri(other)));

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    public void A_read_follows_to_another_host_without_the_token(int status)
    {
        using var github = new StubbedClient(Answer(status, "", ("location", "https://elsewhere.example/x")), Answer(200, Private));
        github.Client.Repository(CancellationToken.None);
        Assert.Equal(["api.github.com", "elsewhere.example"], github.Requests.Select(request => request.Address.Host));
        Assert.Equal([true, false], github.Requests.Select(request => request.Headers.ContainsKey("Authorization")));
        Assert.DoesNotContain("canary", string.Join('\n', github.Requests[1].Headers.Values), StringComparison.Ordinal);
    }

    [Fact]
    public void A_renamed_repository_is_followed_with_the_token()
    {
        using var github = new StubbedClient(Answer(301, "", ("location", "/repositories/7")), Answer(200, Private), Answer(307, "", ("location", "/repositories/7/x")), Answer(204));
        github.Client.Repository(CancellationToken.None);
        Assert.True(github.Client.DeleteArtifact(5, CancellationToken.None));
        Assert.All(github.Requests, request => Assert.True(request.Headers.ContainsKey("Authorization")));
        Assert.Equal(["GET", "GET", "DELETE", "DELETE"], github.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData(307, "https://elsewhere.example/x")]
    [InlineData(302, "/repositories/7/x")]
    public void A_write_goes_nowhere_else(int status, string location)
    {
        using var github = new StubbedClient(Answer(status, "", ("location", location)));
        GitHubAssert.Fails(() => github.Client.DeleteArtifact(5, CancellationToken.None), DiagnosticCodes.GitHubUntrusted);
        Assert.Single(github.Requests);
    }

    [Fact]
    public void Nothing_leaves_tls_and_nothing_goes_in_circles()
    {
        using var plain = new StubbedClient(Answer(302, "", ("location", "http://api.github.com/x")));
        GitHubAssert.Fails(() => plain.Client.Repository(CancellationToken.None), DiagnosticCodes.GitHubUntrusted);
        using var circle = new StubbedClient(Enumerable.Repeat(Answer(302, "", ("location", "/x")), 100));
        GitHubAssert.Fails(() => circle.Client.Repository(CancellationToken.None), DiagnosticCodes.GitHubUntrusted);
        Assert.InRange(circle.Requests.Count, 2, 10);
    }

    [Fact]
    public void An_answer_that_repeats_the_token_or_a_command_is_not_repeated()
    {
        using var github = new StubbedClient(Answer(400, $$"""{ "message": "\n::error::bad {{StubbedClient.Token}}", "errors": [ "e {{StubbedClient.Token}}", { "field": "name", "code": "invalid", "value": "{{StubbedClient.Token}}" }, 3 ] }"""));
        var message = GitHubAssert.Fails(() => github.Client.Repository(CancellationToken.None), DiagnosticCodes.GitHubRefused);
        Assert.EndsWith("GitHub answered 400: \uFFFD::error::bad ***; e ***; name invalid", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>canary</html>")]
    [InlineData("""{ "id": "canary" }""")]
    [InlineData("""{ "id": 1 }""")]
    [InlineData("null")]
    public void An_answer_of_another_shape_is_not_quoted(string body)
    {
        using var github = new StubbedClient(Answer(201, body));
        GitHubAssert.Fails(() => github.Client.CreateRelease(new("data"), CancellationToken.None), DiagnosticCodes.GitHubAnswerUnknown);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>canary</html>")]
    [InlineData("""{ "private": "canary" }""")]
    [InlineData("""{ "visibility": "canary" }""")]
    [InlineData("""{ "id": "canary" }""")]
    [InlineData("null")]
    [InlineData("{}")]
    public void An_answer_that_Octokit_can_not_read_is_not_quoted(string body)
    {
        using var github = new StubbedClient(Answer(200, body));
        GitHubAssert.Fails(() => github.Client.Repository(CancellationToken.None), DiagnosticCodes.GitHubAnswerUnknown);
    }

    [Fact]
    public void The_text_of_a_secret_is_not_the_secret() => Assert.Equal("***", $"{new Secret(StubbedClient.Token)}");

    [Theory]
    [InlineData("GITHUB_TOKEN", "ghs_x\r\nX-Other: canary")]
    [InlineData("GITHUB_TOKEN", "canary é")]
    [InlineData("ghp_canary-x", "")]
    [InlineData("ghp_canary0123456789", "")]
    [InlineData("github_pat_canary0123456789", "")]
    public void What_is_no_token_or_no_name_of_one_is_refused(string variable, string value) =>
        GitHubAssert.Fails(() => GitHubSettings.Read(variable, Environment(value)), DiagnosticCodes.GitHubSettings);

    [Theory]
    [InlineData("shop")]
    [InlineData("acme/shop/x")]
    [InlineData("acme/..")]
    [InlineData("acme/sh op")]
    [InlineData("../shop")]
    [InlineData("acme/shop\n")]
    public void A_repository_that_is_none_is_refused(string text) => GitHubAssert.Fails(() => RepositoryName.Parse(text), DiagnosticCodes.GitHubSettings);

    private static Func<string, string?> Environment(string token) => name => name switch
    {
        "GITHUB_API_URL" => "https://api.github.com",
        "GITHUB_REPOSITORY" => "acme/shop",
        "GITHUB_TOKEN" => token,
        _ => null,
    };
}
