using System.Collections.ObjectModel;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using CiAnon.Diagnostics;
using CiAnon.Publishing.GitHub.Json;
using Octokit;

namespace CiAnon.Publishing.GitHub;

/// <summary>What came back.</summary>
/// <param name="Operation">What was asked.</param>
/// <param name="Status">Null when nothing came back.</param>
/// <param name="Body">Empty when there is none.</param>
internal sealed record GitHubReply(GitHubOperation Operation, HttpStatusCode? Status, ReadOnlyMemory<byte> Body) : IResponse
{
    /// <summary>Why nothing came back.</summary>
    public string? Trouble { get; init; }

    /// <summary>Without parameters; null when none is said.</summary>
    public string? ContentType { get; init; }

    /// <summary>GitHub's name for the request, which its support asks for.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long to wait, as the server says.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>When the rate limit ends; null while requests are left.</summary>
    public DateTimeOffset? LimitedUntil { get; init; }

    /// <summary>The next page.</summary>
    public Uri? Next { get; init; }

    public bool IsSuccess => Status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices;

    /// <summary>Not carried out, for too many requests: those per hour, or the secondary limits.</summary>
    public bool IsRateLimited => Status is HttpStatusCode.TooManyRequests
        || Status is HttpStatusCode.Forbidden && (RetryAfter is not null || LimitedUntil is not null || Says("rate limit"));

    /// <summary>Nobody knows whether it was carried out.</summary>
    public bool IsUncertain => Status is null or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    public static GitHubReply Of(GitHubOperation operation, HttpResponseMessage response, DateTimeOffset now)
    {
        using var body = response.Content.ReadAsStream();
        var bytes = new MemoryStream();
        body.CopyTo(bytes);
        var retryAfter = response.Headers.RetryAfter;
        return new GitHubReply(operation, response.StatusCode, bytes.ToArray())
        {
            ContentType = response.Content.Headers.ContentType?.MediaType,
            RequestId = Header(response, "x-github-request-id"),
            RetryAfter = retryAfter?.Delta ?? (retryAfter?.Date - now),
            LimitedUntil = Header(response, "x-ratelimit-remaining") == "0" && long.TryParse(Header(response, "x-ratelimit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var reset)
                && reset < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(reset) : null,
            Next = LinkHeader.Next(Header(response, "link")),
        };
    }

    /// <summary>CIANON6004: it has another shape than what was asked for.</summary>
    public CiAnonException Unreadable(JsonException? exception = null) =>
        // The parser's message may quote the answer.
        new(DiagnosticCodes.GitHubAnswerUnknown, $"the answer to {Operation.Method} {Operation.Path} isn't what GitHub documents{Where(exception)}{Request}", cause: exception);

    /// <summary>GitHub's words for a refusal; empty when it has none.</summary>
    public string Message
    {
        get
        {
            try
            {
                return JsonSerializer.Deserialize(Body.Span, GitHubJson.Default.Refusal)?.ToString() ?? "";
            }
            catch (JsonException)
            {
                return "";
            }
        }
    }

    public string Request => RequestId is null ? "" : $" (request {RequestId})";

    string IResponse.ContentType => ContentType ?? "";

    object IResponse.Body => Encoding.UTF8.GetString(Body.Span);

    HttpStatusCode IResponse.StatusCode => Status ?? default;

    // What Octokit would look for there is read above.
    IReadOnlyDictionary<string, string> IResponse.Headers => ReadOnlyDictionary<string, string>.Empty;

    ApiInfo IResponse.ApiInfo => new(new Dictionary<string, Uri>(), [], [], null, null);

    private static string Where(JsonException? exception) => exception?.Path is { Length: > 1 } path ? $": see {path}" : "";

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    private bool Says(string words) => Encoding.UTF8.GetString(Body.Span).Contains(words, StringComparison.OrdinalIgnoreCase);
}
