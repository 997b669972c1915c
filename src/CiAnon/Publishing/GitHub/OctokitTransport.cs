using System.Text;
using Octokit;
using Octokit.Internal;

namespace CiAnon.Publishing.GitHub;

/// <summary>
/// What Octokit sends one call through. Its own transport would follow redirects without asking where to, hold a whole upload in memory and
/// know neither patience nor trusted hosts; and its exceptions repeat GitHub's words, so that it sees answers only that are none of refusal.
/// </summary>
/// <param name="limit">For one try, answer included; null for the usual.</param>
internal sealed class OctokitTransport(GitHubConnection network, GitHubOperation operation, TimeSpan? limit, CancellationToken ct) : IHttpClient
{
    /// <summary>The last answer; null before there is one.</summary>
    public GitHubReply? Reply { get; private set; }

    /// <exception cref="Unsuccessful">GitHub refused, or didn't answer.</exception>
    public Task<IResponse> Send(IRequest request, CancellationToken cancellationToken, Func<object, object>? preprocessResponseBody = null)
    {
        var call = new GitHubCall(operation, new Uri(request.BaseAddress, request.Endpoint), Content(request));
        Reply = network.Send(limit is { } time ? call with { TimeLimit = time } : call, ct);
        return Reply.IsSuccess ? Task.FromResult<IResponse>(Reply) : throw new Unsuccessful();
    }

    /// <summary>Nothing: every call has its limit.</summary>
    public void SetRequestTimeout(TimeSpan timeout)
    {
    }

    public void Dispose()
    {
    }

    // Made anew for every try: a file that was sent is closed.
    private static Func<HttpContent>? Content(IRequest request) => request.Body switch
    {
        null => null,
        string json => () => new StringContent(json, Encoding.UTF8, "application/json"),
        FileStream file => () => new StreamContent(File.OpenRead(file.Name)) { Headers = { ContentType = new(request.ContentType) } },
        var other => throw new NotSupportedException($"a body of type {other.GetType().Name}"),
    };

    /// <summary>Leads past Octokit, which would put GitHub's words into an exception of its own.</summary>
    public sealed class Unsuccessful() : Exception("GitHub's answer is a refusal, or there is none");
}
