using CiAnon.Diagnostics;
using CiAnon.Publishing.GitHub;
using Octokit;
using static CiAnon.Tests.Publishing.GitHub.StubHandler;

namespace CiAnon.Tests.Publishing.GitHub;

public class RetryTests
{
    private const string Private = """{ "private": true, "visibility": "private" }""";

    private static readonly NewRelease Draft = new("data") { Draft = true };

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public void A_read_is_sent_again_when_a_gateway_fails(int status)
    {
        using var github = new StubbedClient(Answer(status), NoConnection(), Answer(200, Private));
        Assert.Equal("private", github.Client.Repository(CancellationToken.None).Visibility);
        Assert.Equal(3, github.Requests.Count);
        Assert.All(github.Time.Waits.Index(), wait => Assert.InRange(wait.Item.TotalSeconds, Math.Pow(2, wait.Index), 2 * Math.Pow(2, wait.Index)));
    }

    [Fact]
    public void It_gives_up_in_the_end()
    {
        using var github = new StubbedClient(Enumerable.Repeat(Answer(502, "", ("x-github-request-id", "AB:12")), Patience.MostTries));
        var failure = Failure(() => github.Client.Repository(CancellationToken.None), DiagnosticCodes.GitHubUnreachable);
        Assert.Contains("GitHub answered 502 (request AB:12)", failure, StringComparison.Ordinal);
        Assert.Equal(Patience.MostTries, github.Requests.Count);
    }

    [Fact]
    public void What_would_happen_twice_is_sent_once()
    {
        using var github = new StubbedClient(Answer(502), NoConnection());
        Failure(() => github.Client.CreateRelease(Draft, CancellationToken.None), DiagnosticCodes.GitHubUnreachable);
        Assert.Contains("api.github.com can't be reached (ConnectionError)", Failure(() => github.Client.UpdateCheckRun(1, new CheckRunUpdate(), CancellationToken.None), DiagnosticCodes.GitHubUnreachable), StringComparison.Ordinal);
        Assert.Empty(github.Time.Waits);
    }

    [Theory]
    [InlineData(429, "retry-after", "7", 7)]
    [InlineData(403, "retry-after", "7", 7)]
    [InlineData(429, "retry-after", "Sat, 21 Nov 2026 12:00:30 GMT", 30)]
    [InlineData(429, "retry-after", "0", 1)]
    [InlineData(429, "x-other", "", 60)]
    public void A_rate_limit_is_waited_for_as_the_server_asks(int status, string header, string value, int seconds)
    {
        using var github = new StubbedClient(Answer(status, "", (header, value)), Answer(200, Private));
        github.Client.Repository(CancellationToken.None);
        Assert.Equal([TimeSpan.FromSeconds(seconds)], github.Time.Waits);
    }

    [Fact]
    public void Without_requests_left_it_waits_until_there_are()
    {
        using var github = new StubbedClient(Answer(403, "", Remaining("0"), Reset(90)), Answer(200, Private));
        github.Client.Repository(CancellationToken.None);
        Assert.Equal([TimeSpan.FromSeconds(91)], github.Time.Waits);
    }

    [Fact]
    public void A_secondary_limit_is_known_by_its_words()
    {
        using var github = new StubbedClient(Answer(403, """{ "message": "You have exceeded a secondary rate limit." }"""), Answer(200, Private));
        github.Client.Repository(CancellationToken.None);
        Assert.Equal([TimeSpan.FromMinutes(1)], github.Time.Waits);
    }

    [Fact]
    public void What_a_limit_stopped_was_not_carried_out_and_is_sent_again()
    {
        using var github = new StubbedClient(Answer(429), Answer(201, """{ "id": 1, "tag_name": "data", "upload_url": "", "html_url": "", "draft": true }"""));
        Assert.Equal(1, github.Client.CreateRelease(Draft, CancellationToken.None).Id);
    }

    [Fact]
    public void A_limit_that_lasts_too_long_is_an_error_at_once()
    {
        using var github = new StubbedClient(Answer(403, "", Remaining("0"), Reset(3600)));
        Failure(() => github.Client.Repository(CancellationToken.None), DiagnosticCodes.GitHubRateLimited);
        Assert.Empty(github.Time.Waits);
    }

    [Fact]
    public void Limits_that_follow_one_another_are_an_error_in_the_end()
    {
        using var github = new StubbedClient(Enumerable.Repeat(Answer(429), 100));
        Failure(() => github.Client.Repository(CancellationToken.None), DiagnosticCodes.GitHubRateLimited);
        Assert.Equal(Patience.Most, github.Time.Waits.Aggregate((sum, wait) => sum + wait));
    }

    [Fact]
    public void A_plain_403_is_no_limit()
    {
        using var github = new StubbedClient(Answer(403, """{ "message": "Resource not accessible by integration" }""", Remaining("12"), Reset(90)));
        Assert.Contains("Resource not accessible by integration; the token needs metadata: read",
            Failure(() => github.Client.Repository(CancellationToken.None), DiagnosticCodes.GitHubDenied), StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_ends_a_wait()
    {
        using var cancellation = new CancellationTokenSource();
        using var github = new StubbedClient(request =>
        {
            cancellation.Cancel();
            return Answer(429)(request);
        });
        Assert.ThrowsAny<OperationCanceledException>(() => github.Client.Repository(cancellation.Token));
    }

    private static (string, string) Remaining(string count) => ("x-ratelimit-remaining", count);

    private static (string, string) Reset(int seconds) => ("x-ratelimit-reset", new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero).AddSeconds(seconds).ToUnixTimeSeconds().ToString());

    private static string Failure(Action call, DiagnosticCode code) => GitHubAssert.Fails(call, code);
}
