using CiAnon.Diagnostics;
using CiAnon.Publishing.GitHub;
using static CiAnon.Tests.Publishing.GitHub.StubHandler;

namespace CiAnon.Tests.Publishing.GitHub;

public class PageTests
{
    [Fact]
    public void All_pages_are_read()
    {
        using var github = new StubbedClient(Answer(200, Page(1, 2), Next("https://api.github.com/repositories/7/actions/artifacts?page=2")), Answer(200, Page(3)));
        Assert.Equal([1, 2, 3], github.Client.Artifacts("a b&c", CancellationToken.None).Select(artifact => artifact.Id));
        Assert.Equal(["https://api.github.com/repos/acme/shop/actions/artifacts?name=a%20b%26c&per_page=100", "https://api.github.com/repositories/7/actions/artifacts?page=2"],
            github.Requests.Select(request => request.Address.AbsoluteUri));
    }

    [Fact]
    public void The_next_page_is_not_asked_of_another_host()
    {
        using var github = new StubbedClient(Answer(200, Page(1), Next("https://elsewhere.example/x")));
        GitHubAssert.Fails(() => _ = github.Client.Artifacts("a", CancellationToken.None).Count(), DiagnosticCodes.GitHubUntrusted);
    }

    [Fact]
    public void A_list_without_end_is_an_error()
    {
        using var github = new StubbedClient(Enumerable.Repeat(Answer(200, Page(1), Next("https://api.github.com/x")), 2000));
        GitHubAssert.Fails(() => _ = github.Client.Artifacts("a", CancellationToken.None).Count(), DiagnosticCodes.GitHubAnswerUnknown);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("<https://a/1>; rel=\"prev\", <https://a/3>; rel=\"next\", <https://a/9>; rel=\"last\"", "https://a/3")]
    [InlineData("<https://a/9>; rel=\"last\"", null)]
    [InlineData("<https://a/3?x=a,b;c>; title=\"x; rel=prev\"; rel=next", "https://a/3?x=a,b;c")]
    [InlineData("<https://a/3>; rel=\"nextish\"", null)]
    [InlineData("<https://a/3>; REL=\"first next\"", "https://a/3")]
    public void The_next_link_is_found(string? header, string? address) => Assert.Equal(address, LinkHeader.Next(header)?.OriginalString);

    private static (string, string) Next(string address) => ("link", $"<{address}>; rel=\"next\"");

    private static string Page(params int[] ids) => $$"""{ "artifacts": [ {{string.Join(',', ids.Select(id => $$"""{ "id": {{id}}, "name": "a", "expired": false, "size_in_bytes": 1 }"""))}} ] }""";
}
