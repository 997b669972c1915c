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
    public void An_artefact_of_3_GB_disturbs_no_list()
    {
        using var github = new StubbedClient(Answer(200, """{ "artifacts": [ { "id": 5000000001, "name": "a", "expired": false, "size_in_bytes": 3221225472 } ] }"""), Answer(204));
        var artifact = Assert.Single(github.Client.Artifacts("a", CancellationToken.None));
        Assert.Equal((5_000_000_001, 3_221_225_472), (artifact.Id, artifact.SizeInBytes));
        Assert.True(github.Client.DeleteArtifact(artifact.Id, CancellationToken.None));
        Assert.EndsWith("/actions/artifacts/5000000001", github.Requests[^1].Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_3_GB_with_a_number_beyond_32_bits_disturbs_no_release()
    {
        const string Asset = """{ "id": 5000000001, "name": "x", "state": "uploaded", "size": 3221225472, "created_at": "2026-11-21T12:00:00Z" }""";
        var release = $$"""{ "id": 5000000002, "tag_name": "data", "upload_url": "", "html_url": "", "draft": false, "assets": [ {{Asset}} ] }""";
        using var github = new StubbedClient(Answer(200, release), Answer(200, $"[ {Asset} ]"), Answer(200, Asset), Answer(200, release), Answer(204));
        Assert.Equal(5_000_000_002, github.Client.FindRelease("data", CancellationToken.None)!.Id);
        Assert.Equal((5_000_000_001, 3_221_225_472), github.Client.Assets(5_000_000_002, CancellationToken.None).Select(asset => (asset.Id, asset.Size)).Single());
        github.Client.RenameAsset(5_000_000_001, "y", CancellationToken.None);
        github.Client.UpdateRelease(5_000_000_002, new Octokit.ReleaseUpdate { Draft = false }, CancellationToken.None);
        Assert.True(github.Client.DeleteAsset(5_000_000_001, CancellationToken.None));
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
