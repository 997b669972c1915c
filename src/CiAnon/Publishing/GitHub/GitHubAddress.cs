using CiAnon.Diagnostics;

namespace CiAnon.Publishing.GitHub;

/// <summary>Where the API is, as <c>GITHUB_API_URL</c> says; on GitHub Enterprise Server <c>https://host/api/v3</c>.</summary>
public sealed record GitHubAddress
{
    private const string ApiHost = "api.";
    private const string UploadsHost = "uploads.";

    private readonly Uri _api;

    private GitHubAddress(Uri api) => _api = api;

    /// <summary>As it was given, and ending so that paths go behind it.</summary>
    public Uri Base => new(_api.AbsoluteUri.TrimEnd('/') + "/");

    public bool IsEncrypted => _api.Scheme == Uri.UriSchemeHttps;

    /// <exception cref="CiAnonException">CIANON6005: no address, or one that the token must not be sent to.</exception>
    public static GitHubAddress Parse(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var api) || api.UserInfo.Length > 0 || api.Query.Length > 0 || api.Fragment.Length > 0)
            throw new CiAnonException(DiagnosticCodes.GitHubSettings, "GITHUB_API_URL must hold the API's address, such as https://api.github.com or https://HOST/api/v3");
        if (!IsSafe(api))
            throw new CiAnonException(DiagnosticCodes.GitHubSettings, "GITHUB_API_URL isn't https: the token is sent over TLS only");
        return new GitHubAddress(api);
    }

    /// <summary>The operation's address.</summary>
    /// <param name="values">Of the path's places, in their order.</param>
    public Uri Of(GitHubOperation operation, params IEnumerable<string> values)
    {
        var path = operation.Path;
        foreach (var value in values)
        {
            var (start, end) = (path.IndexOf('{', StringComparison.Ordinal), path.IndexOf('}', StringComparison.Ordinal));
            path = string.Concat(path.AsSpan(0, start), Uri.EscapeDataString(value), path.AsSpan(end + 1));
        }
        return new Uri(_api.AbsoluteUri.TrimEnd('/') + path);
    }

    /// <summary>The token may be sent there: the API itself, and the host for uploads that belongs to it.</summary>
    public bool IsTrusted(Uri address)
    {
        if (!IsSafe(address) || address.Scheme != _api.Scheme || address.UserInfo.Length > 0) return false;
        if (address.Authority == _api.Authority) return true;
        return _api.Authority.StartsWith(ApiHost, StringComparison.Ordinal) && address.Authority == UploadsHost + _api.Authority[ApiHost.Length..];
    }

    /// <summary>TLS, or this machine.</summary>
    public static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp && address.IsLoopback;
}
