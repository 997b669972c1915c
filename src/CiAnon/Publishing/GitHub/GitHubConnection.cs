using System.Net;
using System.Net.Http.Headers;
using CiAnon.Diagnostics;
using CiAnon.Reporting;

namespace CiAnon.Publishing.GitHub;

/// <summary>Sends calls and waits where GitHub asks for it. The token goes to the API's own hosts only.</summary>
internal sealed class GitHubConnection : IDisposable
{
    /// <summary>The version of the API that is spoken; https://docs.github.com/rest/about-the-rest-api/api-versions.</summary>
    public const string ApiVersion = "2022-11-28";

    private const int MostRedirects = 5;
    private const long LongestAnswer = 32 * 1024 * 1024;

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly GitHubAddress _address;

    /// <param name="token">Null to ask as anybody may.</param>
    /// <param name="handler">What carries requests; null for the network.</param>
    public GitHubConnection(GitHubAddress address, Secret? token, TimeProvider time, HttpMessageHandler? handler = null)
    {
        (_address, _time, Token) = (address, time, token);
        _http = new HttpClient(handler ?? Network(address))
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LongestAnswer,
        };
    }

    public Secret? Token { get; }

    /// <summary>The answer, whatever it is.</summary>
    public GitHubReply Send(GitHubCall call, CancellationToken ct)
    {
        var patience = new Patience(_time);
        while (true)
        {
            var reply = Follow(call, ct);
            if (patience.Before(reply) is not { } wait) return reply;
            Sleep(wait, ct);
        }
    }

    public void Sleep(TimeSpan time, CancellationToken ct) => Task.Delay(time, _time, ct).GetAwaiter().GetResult();

    public void Dispose() => _http.Dispose();

    private GitHubReply Follow(GitHubCall call, CancellationToken ct)
    {
        var address = call.Address;
        for (var redirects = 0; ; redirects++)
        {
            using var response = TryOnce(call, address, out var trouble, ct);
            if (response is null) return new GitHubReply(call.Operation, null, default) { Trouble = trouble };
            if (Target(call, address, response) is not { } target) return GitHubReply.Of(call.Operation, response, _time.GetUtcNow());
            if (redirects == MostRedirects) throw Untrusted(call, "it leads in a circle");
            address = target;
        }
    }

    private HttpResponseMessage? TryOnce(GitHubCall call, Uri address, out string? trouble, CancellationToken ct)
    {
        trouble = null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(call.TimeLimit);
        using var request = Request(call, address);
        try
        {
            var response = _http.Send(request, HttpCompletionOption.ResponseContentRead, limit.Token);
            // An answer that comes in the moment of cancelling may be disposed already.
            limit.Token.ThrowIfCancellationRequested();
            return response;
        }
        catch (HttpRequestException exception)
        {
            trouble = $"{address.Host} can't be reached ({exception.HttpRequestError})";
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            trouble = $"{address.Host} didn't answer within {call.TimeLimit.TotalSeconds:0} s";
        }
        return null;
    }

    private HttpRequestMessage Request(GitHubCall call, Uri address)
    {
        var request = new HttpRequestMessage(call.Operation.Method, address) { Content = call.Content?.Invoke() };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("ci-anon", ReportWriter.ToolVersion));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.github+json"));
        request.Headers.Add("X-GitHub-Api-Version", ApiVersion);
        if (Token is not null && _address.IsTrusted(address)) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token.Reveal());
        return request;
    }

    // A renamed repository leads to its new address; what is written goes nowhere else.
    private Uri? Target(GitHubCall call, Uri from, HttpResponseMessage response)
    {
        var isReading = call.Operation.Method == HttpMethod.Get;
        var keepsMethod = response.StatusCode is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
        var isRedirect = keepsMethod || response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther;
        if (!isRedirect || response.Headers.Location is not { } location) return null;
        if (!isReading && !keepsMethod) throw Untrusted(call, "a write isn't repeated there as a read");
        var target = new Uri(from, location);
        if (!GitHubAddress.IsSafe(target)) throw Untrusted(call, "it isn't TLS");
        if (!isReading && !_address.IsTrusted(target)) throw Untrusted(call, "it is another host");
        return target;
    }

    private static CiAnonException Untrusted(GitHubCall call, string why) =>
        new(DiagnosticCodes.GitHubUntrusted, $"{call.Operation.Method} {call.Operation.Path} was redirected, and {why}");

    // What isn't encrypted stays on this machine: a proxy would read the token.
    private static SocketsHttpHandler Network(GitHubAddress address) => new()
    {
        UseProxy = address.IsEncrypted,
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
