using System.Net;
using System.Text;

namespace CiAnon.Tests.Publishing.GitHub;

/// <summary>Answers in the order in which they are given, and remembers what was asked.</summary>
internal sealed class StubHandler(params IEnumerable<Func<HttpRequestMessage, HttpResponseMessage>> answers) : HttpMessageHandler
{
    private readonly Queue<Func<HttpRequestMessage, HttpResponseMessage>> _answers = new(answers);

    public List<StubRequest> Requests { get; } = [];

    public static Func<HttpRequestMessage, HttpResponseMessage> Answer(int status, string body = "", params (string Name, string Value)[] headers) => _ =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    };

    public static Func<HttpRequestMessage, HttpResponseMessage> NoConnection() => _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "connection reset");

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        request.Content?.CopyTo(body, null, cancellationToken);
        Requests.Add(new StubRequest(request.Method.Method, request.RequestUri!, request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase), body.ToArray()));
        return (_answers.Count > 0 ? _answers.Dequeue() : throw new InvalidOperationException($"nobody expected {request.Method} {request.RequestUri}"))(request);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Send(request, cancellationToken));
}
