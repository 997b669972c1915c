using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CiAnon.Diagnostics;
using CiAnon.Publishing.GitHub.Json;

namespace CiAnon.Publishing.GitHub;

/// <summary>What came back.</summary>
/// <param name="Operation">What was asked.</param>
/// <param name="Status">Null when nothing came back.</param>
/// <param name="Body">Empty when there is none.</param>
internal sealed record GitHubReply(GitHubOperation Operation, HttpStatusCode? Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>Why nothing came back.</summary>
    public string? Trouble { get; init; }

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
            RequestId = Header(response, "x-github-request-id"),
            RetryAfter = retryAfter?.Delta ?? (retryAfter?.Date - now),
            LimitedUntil = Header(response, "x-ratelimit-remaining") == "0" && long.TryParse(Header(response, "x-ratelimit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var reset)
                && reset < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(reset) : null,
            Next = LinkHeader.Next(Header(response, "link")),
        };
    }

    /// <exception cref="CiAnonException">CIANON6004: it has another shape.</exception>
    public T Read<T>(JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(Body.Span, type) ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            // The parser's message may quote the answer.
            throw new CiAnonException(DiagnosticCodes.GitHubAnswerUnknown, $"the answer to {Operation.Method} {Operation.Path} isn't what GitHub documents{Where(exception)}{Request}", cause: exception);
        }
    }

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

    private static string Where(JsonException exception) => exception.Path is { Length: > 1 } path ? $": see {path}" : "";

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    private bool Says(string words) => Encoding.UTF8.GetString(Body.Span).Contains(words, StringComparison.OrdinalIgnoreCase);
}
