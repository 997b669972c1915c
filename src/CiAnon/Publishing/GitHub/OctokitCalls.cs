using CiAnon.Reporting;
using Octokit;
using Octokit.Internal;

namespace CiAnon.Publishing.GitHub;

/// <summary>Calls through Octokit, each over a connection that knows what it is for. Octokit itself never has the token.</summary>
internal sealed class OctokitCalls(GitHubAddress address, GitHubConnection network)
{
    private static readonly ProductHeaderValue Product = new("ci-anon", ReportWriter.ToolVersion);

    // With the address as it is given: Octokit's client would put /api/v3/ behind GitHub Enterprise Cloud's too.
    private readonly Uri _base = address.Base;

    /// <summary>The answer, whatever it is.</summary>
    /// <param name="result">What was read of it; null where it isn't a success, or empty.</param>
    /// <exception cref="Diagnostics.CiAnonException">CIANON6003: redirected to where nothing goes; CIANON6004: the answer has another shape.</exception>
    public GitHubReply Try<T>(GitHubOperation operation, Func<Connection, Task<T>> ask, out T? result, CancellationToken ct, TimeSpan? limit = null)
        where T : class
    {
        using var transport = new OctokitTransport(network, operation, limit, ct);
        var connection = new Connection(Product, _base, new InMemoryCredentialStore(Credentials.Anonymous), transport, new OctokitSerializer(transport));
        try
        {
            result = ask(connection).GetAwaiter().GetResult();
        }
        catch (OctokitTransport.Unsuccessful)
        {
            result = null;
        }
        return transport.Reply!;
    }
}
