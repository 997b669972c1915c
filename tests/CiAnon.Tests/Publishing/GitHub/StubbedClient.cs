using CiAnon.Publishing;
using CiAnon.Publishing.GitHub;

namespace CiAnon.Tests.Publishing.GitHub;

/// <summary>A client whose answers are written down beforehand, on a clock that never waits.</summary>
internal sealed class StubbedClient : IDisposable
{
    public const string Token = "ghs_canary0123456789";

    public StubbedClient(params IEnumerable<Func<HttpRequestMessage, HttpResponseMessage>> answers)
        : this("https://api.github.com", answers)
    {
    }

    public StubbedClient(string api, IEnumerable<Func<HttpRequestMessage, HttpResponseMessage>> answers)
    {
        Handler = new StubHandler(answers);
        Client = new GitHubClient(GitHubAddress.Parse(api), RepositoryName.Parse("acme/shop"), new Secret(Token), Time, Handler);
    }

    public InstantTime Time { get; } = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));

    public StubHandler Handler { get; }

    public GitHubClient Client { get; }

    public IReadOnlyList<StubRequest> Requests => Handler.Requests;

    public void Dispose() => Client.Dispose();
}
